# The TARP trial as a comparison: balance, the crude and adjusted risk differences, hazard ratios and the log-rank test.
# Run at the root of the repository: Rscript packages/evidence/oracles/tarp.R
# Reads ../shared/data/tarp-rossi/Rossi.csv (Rossi, Berk and Lenihan 1980; 432 people); writes aggregates only.
library(survival)
library(jsonlite)
d <- read.csv("../shared/data/tarp-rossi/Rossi.csv", stringsAsFactors = TRUE)
t <- d$fin == "yes"

smd <- function(x) {
  s <- sd(x[t])
  list(treated = mean(x[t]), comparison = mean(x[!t]), smd = (mean(x[t]) - mean(x[!t])) / s, vr = var(x[t]) / var(x[!t]))
}
binary <- function(x) {
  s <- sqrt(mean(x[t]) * (1 - mean(x[t])))
  list(treated = mean(x[t]), comparison = mean(x[!t]), smd = (mean(x[t]) - mean(x[!t])) / s, vr = NULL)
}
balance <- list(
  age = smd(d$age), race = binary(as.numeric(d$race == "other")), wexp = binary(as.numeric(d$wexp == "yes")),
  mar = binary(as.numeric(d$mar == "not married")), paro = binary(as.numeric(d$paro == "yes")), prio = smd(d$prio))

wilson <- function(x, n) { z <- qnorm(.975); p <- x / n
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n); half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  c(centre - half, centre + half) }
a <- sum(d$arrest[t]); n1 <- sum(t); b <- sum(d$arrest[!t]); n0 <- sum(!t)
p1 <- a / n1; p0 <- b / n0; w1 <- wilson(a, n1); w0 <- wilson(b, n0)
crude <- list(estimate = p1 - p0, interval = c(p1 - p0 - sqrt((p1 - w1[1])^2 + (w0[2] - p0)^2),
                                               p1 - p0 + sqrt((w1[2] - p1)^2 + (p0 - w0[1])^2)))
rr <- p1 / p0; se <- sqrt(1 / a - 1 / n1 + 1 / b - 1 / n0)
ratio <- list(estimate = rr, interval = exp(log(rr) + c(-1, 1) * qnorm(.975) * se))

g <- glm(arrest ~ fin + age + race + wexp + mar + paro + prio, binomial, d)
risk <- function(beta, value) { x <- d; x$fin <- factor(value, levels = levels(d$fin))
  mean(plogis(model.matrix(formula(g), x) %*% beta)) }
est <- risk(coef(g), "yes") - risk(coef(g), "no")
h <- 1e-6
grad <- sapply(seq_along(coef(g)), function(i) { e <- replace(numeric(length(coef(g))), i, h)
  ((risk(coef(g) + e, "yes") - risk(coef(g) + e, "no")) - (risk(coef(g) - e, "yes") - risk(coef(g) - e, "no"))) / (2 * h) })
sea <- sqrt(drop(t(grad) %*% vcov(g) %*% grad))
adjusted <- list(estimate = est, standardError = sea, interval = est + c(-1, 1) * qnorm(.975) * sea)

hr <- function(f) { s <- summary(coxph(f, d, ties = "efron"))$conf.int["finyes", ]
  list(estimate = unname(s[1]), interval = unname(s[3:4])) }
lr <- survdiff(Surv(week, arrest) ~ fin, d)
out <- list(
  what = "TARP trial: balance and estimates of the effect of financial aid on arrest in the year after release",
  source = list(kind = "software", name = "R", version = paste(R.version$major, R.version$minor, sep = "."),
                script = "packages/evidence/oracles/tarp.R", data = "Rossi, Berk and Lenihan (1980), 432 people"),
  treated = list(n = n1, events = a), comparison = list(n = n0, events = b), balance = balance,
  riskDifferenceCrude = crude, riskRatioCrude = ratio, riskDifferenceAdjusted = adjusted,
  hazardRatioCrude = hr(Surv(week, arrest) ~ fin),
  hazardRatioAdjusted = hr(Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio),
  logRank = list(statistic = lr$chisq, df = 1, pValue = pchisq(lr$chisq, 1, lower.tail = FALSE)))
write_json(out, "packages/evidence/oracles/tarp.json", digits = NA, auto_unbox = TRUE, pretty = TRUE, null = "null")
