# CR2 with Satterthwaite degrees of freedom on the table of effects.json, whose sites hold people of both arms, and on
# sites that are each of one arm, four of them treated. Writes few-clusters.json. R with clubSandwich, jsonlite.
suppressMessages({library(clubSandwich); library(jsonlite)})
d <- as.data.frame(fromJSON("effects.json", simplifyVector = TRUE)$data, stringsAsFactors = FALSE)
d$risk <- factor(d$risk, levels = c("high", "low", "medium"))
ctl <- glm.control(epsilon = 1e-14, maxit = 100)
slope <- function(e) plogis(e) * (1 - plogis(e))
of <- function(m, V, name) { t <- coef_test(m, vcov = V, test = "Satterthwaite", coefs = name); list(estimate = t$beta, se = t$SE, df = t$df_Satt, p = t$p_Satt) }
gcomp <- function(m, V, inv, slope) {
  X <- function(a) { dd <- d; dd$treat <- a; model.matrix(delete.response(terms(m)), dd) }
  at <- function(a) { eta <- drop(X(a) %*% coef(m)); list(v = mean(inv(eta)), g = colMeans(slope(eta) * X(a))) }
  t <- at(1); c <- at(0); g <- t$g - c$g
  list(difference = t$v - c$v, se = sqrt(drop(g %*% as.matrix(V) %*% g)), df = coef_test(m, vcov = V, test = "Satterthwaite", coefs = "treat")$df_Satt)
}
all <- function(site) {
  d$site <<- site
  risks <- lm(event ~ treat, d); means <- lm(score ~ treat, d); rates <- lm(I(count / years) ~ treat, d, weights = years)
  adjusted <- lm(score ~ age + risk + treat, d); logit <- glm(event ~ age + risk + treat, binomial, d, control = ctl)
  cr2 <- function(m) vcovCR(m, cluster = d$site, type = "CR2")
  list(crudeRisks = of(risks, cr2(risks), "treat"), crudeMeans = of(means, cr2(means), "treat"), crudeRates = of(rates, cr2(rates), "treat"),
    adjustedMeans = of(adjusted, cr2(adjusted), "treat"), adjustedRisks = gcomp(logit, cr2(logit), plogis, slope))
}
crossing <- all(d$site)
nested <- ifelse(d$treat == 1, paste0("t", cumsum(d$treat) %% 4), paste0("c", cumsum(1 - d$treat)^2 %% 11))
out <- list(what = "CR2 with Satterthwaite degrees of freedom", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = "."), clubSandwich = as.character(packageVersion("clubSandwich"))), script = "few-clusters.R"),
  crossing = crossing, nestedSites = nested, nested = all(nested))
write(toJSON(out, auto_unbox = TRUE, digits = 17), "few-clusters.json")
