# Effects on one awkward table: ties, unequal arms and exposures, clusters of unequal size, a person with no time at risk
# to speak of, a factor with a rare level. Writes effects.json beside this script. R with survival, sandwich, jsonlite.
suppressMessages({library(survival); library(sandwich); library(jsonlite)})
set.seed(20240607)
n <- 64
d <- data.frame(
  id = sprintf("P%d", 1:n),
  treat = rep(c(1, 0, 0, 1, 0, 0, 0, 1), 8),
  age = round(rnorm(n, 33, 8)),
  risk = sample(c("high", "low", "medium"), n, TRUE, c(.3, .5, .2)),
  site = sample(sprintf("site%d", 1:9), n, TRUE)
)
d$years <- round(pmax(0.05, pmin(1, rexp(n, 0.9))), 2)
rate <- exp(0.5 - 0.4 * d$treat + 0.02 * (d$age - 33) + 0.6 * (d$risk == "high")) * rgamma(n, 1.2, 1.2)
d$count <- rpois(n, rate * d$years)
d$event <- as.integer(runif(n) < plogis(-0.4 - 0.5 * d$treat + 0.03 * (d$age - 33) + 0.7 * (d$risk == "high")))
d$week <- ifelse(d$event == 1, sample(1:51, n, TRUE), sample(c(30, 52, 52, 52), n, TRUE))
d$score <- round(20 + 2 * d$treat + 0.3 * d$age + rnorm(n, 0, 4), 1)
d$risk <- factor(d$risk, levels = c("high", "low", "medium"))


# crude rates: person-level, each arm with its own n/(n-1)
armRates <- function(y, e) {
  m <- glm(y ~ 0 + factor(treat), poisson, d, offset = log(e))
  hc0 <- diag(sandwich(m))
  k <- c(sum(d$treat == 0), sum(d$treat == 1)); k <- k / (k - 1)
  r <- exp(coef(m)); list(rate = unname(r), logVariance = unname(hc0 * k), variance = unname(hc0 * k * r^2))
}
a <- armRates(d$count, d$years)
nt <- sum(d$treat == 1); nc <- sum(d$treat == 0)
welch <- function(vt, vc) (vt + vc)^2 / (vt^2 / (nt - 1) + vc^2 / (nc - 1))
rates <- list(treated = a$rate[2], comparison = a$rate[1],
  difference = a$rate[2] - a$rate[1], differenceSe = sqrt(sum(a$variance)), differenceDf = welch(a$variance[2], a$variance[1]),
  ratio = a$rate[2] / a$rate[1], logRatioSe = sqrt(sum(a$logVariance)), logRatioDf = welch(a$logVariance[2], a$logVariance[1]))

gcomp <- function(m, V, inv, slope, over = rep(TRUE, n)) {
  X <- function(a) { dd <- d; dd$treat <- a; model.matrix(delete.response(terms(m)), dd) }
  f <- function(a) { eta <- drop(X(a) %*% coef(m)); list(v = mean(inv(eta)[over]), g = colMeans((slope(eta) * X(a))[over, , drop = FALSE])) }
  t <- f(1); c <- f(0); gd <- t$g - c$g; gr <- t$g / t$v - c$g / c$v
  list(treated = t$v, comparison = c$v, difference = t$v - c$v, differenceSe = sqrt(drop(t(gd) %*% V %*% gd)),
    ratio = t$v / c$v, logRatioSe = sqrt(drop(t(gr) %*% V %*% gr)))
}
ctl <- glm.control(epsilon = 1e-14, maxit = 100)
mp <- glm(count ~ age + risk + treat + offset(log(years)), poisson, d, control = ctl)
# rates per person-year: predictions at one year, so the offset is left out
adjustedRates <- gcomp(mp, sandwich(mp) * n / (n - length(coef(mp))), exp, exp)
mb <- glm(event ~ age + risk + treat, binomial, d, control = ctl)
slope <- function(e) plogis(e) * (1 - plogis(e))
adjustedRisks <- gcomp(mb, vcov(mb), plogis, slope)
adjustedRisksAtt <- gcomp(mb, vcov(mb), plogis, slope, d$treat == 1)
adjustedRisksClustered <- gcomp(mb, vcovCL(mb, d$site, type = "HC1"), plogis, slope)
ml <- lm(score ~ age + risk + treat, d)
adjustedMeans <- list(estimate = coef(ml)[["treat"]], hc3 = sqrt(vcovHC(ml, "HC3")["treat", "treat"]), cr1 = sqrt(vcovCL(ml, d$site, type = "HC1")["treat", "treat"]))
w <- t.test(d$score[d$treat == 1], d$score[d$treat == 0])
crudeMeans <- list(estimate = unname(w$estimate[1] - w$estimate[2]), se = w$stderr, df = unname(w$parameter), p = w$p.value, interval = w$conf.int[1:2])
cl <- lm(event ~ treat, d)
clusteredRisks <- list(difference = coef(cl)[["treat"]], se = sqrt(vcovCL(cl, d$site, type = "HC1")["treat", "treat"]), clusters = length(unique(d$site)))

tight <- coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 50)
cx <- function(m) list(log = coef(m)[["treat"]], se = unname(sqrt(diag(vcov(m))[which(names(coef(m)) == "treat")])))
hazards <- list(crude = cx(coxph(Surv(week, event) ~ treat, d, control = tight)),
  adjusted = cx(coxph(Surv(week, event) ~ age + risk + treat, d, control = tight)),
  clustered = cx(coxph(Surv(week, event) ~ age + risk + treat, d, cluster = site, control = tight)))

# Matched sets of one treated and one or two comparisons, given as they are; weights as compare defines them
t_rows <- which(d$treat == 1); c_rows <- which(d$treat == 0)
sets <- lapply(1:14, function(i) c(t_rows[i], if (i %% 3 == 0) c_rows[2 * i - 1] else c_rows[c(2 * i - 1, 2 * i)]))
set <- rep(NA, n); wt <- rep(0, n)
for (i in seq_along(sets)) { set[sets[[i]]] <- i; wt[sets[[i]][1]] <- 1; wt[sets[[i]][-1]] <- 1 / (length(sets[[i]]) - 1) }
m <- !is.na(set); ctrl <- m & d$treat == 0
wt[ctrl] <- wt[ctrl] / mean(wt[ctrl])
dm <- d[m, ]; dm$w <- wt[m]; dm$set <- set[m]
lmw <- function(y) { dm$y <- dm[[y]]; f <- lm(y ~ treat, dm, weights = w); list(difference = coef(f)[["treat"]], se = sqrt(vcovCL(f, dm$set, type = "HC1")["treat", "treat"])) }
cm <- coxph(Surv(week, event) ~ treat, dm, weights = w, cluster = set, ties = "efron", control = tight)
matched <- list(weights = dm$w, event = lmw("event"), score = lmw("score"), hazard = list(log = coef(cm)[["treat"]], se = sqrt(vcov(cm)[1, 1])))

# p-value dual to Newcombe's interval
wil <- function(x, n, z) { p <- x / n; s <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c((p + z^2 / (2 * n) - s) / (1 + z^2 / n), (p + z^2 / (2 * n) + s) / (1 + z^2 / n)) }
dual <- function(a, n, b, m) {
  f <- function(z) { t <- wil(a, n, z); c <- wil(b, m, z); p <- a / n; q <- b / m; d <- p - q
    if (d > 0) d - sqrt((p - t[1])^2 + (c[2] - q)^2) else -d - sqrt((t[2] - p)^2 + (q - c[1])^2) }
  2 * pnorm(-uniroot(f, c(1e-9, 50), tol = 1e-14)$root)
}
newcombe <- lapply(list(c(48, 216, 66, 216), c(9, 10, 3, 10), c(0, 20, 7, 25), c(56, 70, 48, 80), c(1, 1, 0, 3)), function(x) list(counts = x, p = dual(x[1], x[2], x[3], x[4])))

out <- list(what = "Effects on one awkward table", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival")), sandwich = as.character(packageVersion("sandwich"))), script = "effects.R"),
  data = as.list(d), crudeRates = rates, adjustedRates = adjustedRates, adjustedRisks = adjustedRisks, adjustedRisksAtt = adjustedRisksAtt, adjustedRisksClustered = adjustedRisksClustered,
  adjustedMeans = adjustedMeans, crudeMeans = crudeMeans, clusteredRisks = clusteredRisks, hazards = hazards, matched = c(list(sets = lapply(sets, function(s) as.list(s))), matched), newcombe = newcombe)
write(toJSON(out, auto_unbox = TRUE, digits = 17, pretty = FALSE), "effects.json")
