# Restricted means, strata, proportional hazards and concordance: Rossi's rows, and the matched sets of effects.json with
# their weights. Writes survival-effects.json beside this script. R with survival, jsonlite.
suppressMessages({library(survival); library(jsonlite)})
q <- as.data.frame(fromJSON("rossi.json", simplifyVector = TRUE)$data$columns); q$fin <- as.integer(q$fin == "yes")
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 50)
rm <- function(tau) { t <- summary(survfit(Surv(week, arrest) ~ fin, q), rmean = tau)$table
  list(treated = t[2, "rmean"], comparison = t[1, "rmean"], difference = t[2, "rmean"] - t[1, "rmean"], se = sqrt(sum(t[, "se(rmean)"]^2))) }
full <- coxph(Surv(week, arrest) ~ age + race + wexp + mar + paro + prio + fin, q, control = tight)
alone <- coxph(Surv(week, arrest) ~ fin, q, control = tight)
zph <- function(m) { z <- cox.zph(m)$table["fin", ]; list(statistic = z[["chisq"]], p = z[["p"]]) }
conc <- function(m) { k <- concordance(m); list(value = k$concordance[[1]], se = sqrt(k$var[[1]])) }
st <- coxph(Surv(week, arrest) ~ fin + strata(wexp, mar), q, control = tight)
sd <- survdiff(Surv(week, arrest) ~ fin + strata(wexp, mar), q)
e <- fromJSON("effects.json", simplifyVector = TRUE); d <- as.data.frame(e$data)
sets <- fromJSON("effects.json", simplifyVector = FALSE)$matched$sets
setOf <- rep(NA, nrow(d)); for (i in seq_along(sets)) setOf[unlist(sets[[i]])] <- i
m <- d[!is.na(setOf), ]; m$set <- setOf[!is.na(setOf)]; m$w <- e$matched$weights; G <- length(sets); tau <- 45
area <- function(a) { one <<- m[m$treat == a, ]; f <- survfit(Surv(week, event) ~ 1, one, weights = w)
  list(value = summary(f, rmean = tau)$table[["rmean"]], influence = resid(f, times = tau, type = "auc", weighted = TRUE)) }
t <- area(1); c <- area(0)
total <- function(a, v) tapply(v, factor(m$set[m$treat == a], levels = 1:G), sum)
s <- total(1, t$influence) - total(0, c$influence)
matched <- list(horizon = tau, treated = t$value, comparison = c$value, se = sqrt(G / (G - 1) * sum(s^2)))
write(toJSON(list(what = "Restricted means, strata, proportional hazards and concordance", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival"))), script = "survival-effects.R"),
  restrictedMeans = list(`52` = rm(52), `26` = rm(26)), matched = matched, proportional = list(crude = zph(alone), adjusted = zph(full)), concordance = list(crude = conc(alone), adjusted = conc(full)),
  stratified = list(log = coef(st)[["fin"]], se = sqrt(vcov(st)[1, 1]), logRank = sd$chisq)), auto_unbox = TRUE, digits = 17), "survival-effects.json")
