# Writes survival.json: survival analysis on awkward inputs, from R's survival package.
#   Rscript packages/stats/oracles/survival.R
# Times are tied only when exactly equal (timefix = FALSE); Cox fits run to convergence.
suppressMessages({
  library(jsonlite)
  library(survival)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100, timefix = FALSE)

# 60 people, many ties (events with events, events with censoring), unequal groups, a stratum with one person.
set.seed(20260302)
n <- 60
group <- c(rep(0, 41), rep(1, 13), rep(2, 6))
age <- round(runif(n, 18, 60))
dollars <- round(exp(rnorm(n, 9, 1)))
time <- pmax(1, round(rexp(n, 0.08 * exp(0.4 * (group == 1) - 0.02 * (age - 35)))))
event <- as.numeric(runif(n) < 0.7)
event[time == max(time)] <- 0
entry <- pmax(0, time - 1 - round(rexp(n, 0.15)))
stratum <- c(9, sample(1:3, n - 1, replace = TRUE))
person <- rep(1:25, length.out = n)
weights <- rep(c(1, 2, 0.5, 3), length.out = n)
offset <- round(rnorm(n, 0, 0.3), 2)
people <- data.frame(time, event, entry, group, age, dollars, stratum, person, weights, offset)
people$second <- as.numeric(group == 1)
people$third <- as.numeric(group == 2)

curve <- function(surv, w = NULL) {
  one <- function(type) {
    fit <- if (is.null(w)) survfit(surv ~ 1, conf.type = type, timefix = FALSE) else
      survfit(surv ~ 1, conf.type = type, weights = w, timefix = FALSE, robust = FALSE)
    s <- summary(fit, censored = TRUE)
    list(
      times = fit$time, atRisk = fit$n.risk, events = fit$n.event, censored = fit$n.censor, survival = fit$surv,
      standardError = ifelse(is.finite(s$std.err), s$std.err, NA), lower = fit$lower, upper = fit$upper,
      cumulativeHazard = fit$cumhaz,
      quantiles = unname(lapply(c(0.25, 0.5, 0.75), function(q) {
        v <- quantile(fit, q)
        list(share = q, time = unname(v$quantile), lower = unname(v$lower), upper = unname(v$upper))
      }))
    )
  }
  list(plain = one("plain"), log = one("log"), loglog = one("log-log"))
}
ranked <- function(fit) {
  list(
    statistic = fit$chisq,
    observed = if (is.matrix(fit$obs)) rowSums(fit$obs) else fit$obs,
    expected = if (is.matrix(fit$exp)) rowSums(fit$exp) else fit$exp,
    variance = fit$var
  )
}
cox <- function(formula, data = people, ties = "efron", ...) {
  # do.call, so that the residuals below find the data again.
  fit <- do.call(coxph, list(formula, data = data, ties = ties, control = tight, ...))
  model <- if (is.null(fit$naive.var)) fit$var else fit$naive.var
  clean <- function(v) { v[is.na(coef(fit))] <- NA; v }
  base <- basehaz(fit, centered = FALSE)
  # R's baseline has the weighted mean offset, ours none.
  shift <- model.offset(model.frame(fit))
  if (!is.null(shift)) base$hazard <- base$hazard * exp(-weighted.mean(shift, weights))
  list(
    ties = ties, coefficients = unname(coef(fit)),
    modelStandardErrors = clean(sqrt(diag(model))),
    standardErrors = clean(sqrt(diag(fit$var))),
    logLikelihood = fit$loglik[2], nullLogLikelihood = fit$loglik[1],
    score = fit$score, wald = unname(fit$wald.test), concordance = unname(fit$concordance["concordance"]),
    concordanceError = unname(fit$concordance["std"]),
    martingale = unname(residuals(fit, "martingale")),
    scoreResiduals = unname(as.matrix(residuals(fit, "score", weighted = TRUE))),
    baseline = list(time = base$time, hazard = base$hazard, strata = if (is.null(base$strata)) NULL else as.character(base$strata))
  )
}
late <- Surv(people$entry, people$time, people$event)
right <- Surv(people$time, people$event)

# Nobody is at risk between 7 and 20: the first risk sets empty, then fill again.
gap <- data.frame(
  entry = c(0, 0, 1, 2, 0, 20, 20, 21, 22, 20),
  time = c(3, 4, 4, 6, 7, 23, 25, 25, 30, 24),
  event = c(1, 1, 0, 1, 0, 1, 1, 0, 1, 1),
  x = c(0.5, -1, 2, 0.3, 1, -0.4, 0.9, 1.5, -2, 0.1)
)
few <- data.frame(time = c(1, 2, 3, 4, 5, 6), event = c(0, 0, 1, 0, 0, 0), x = c(3, 1, 2, 5, 0, 4))

# The log-rank statistic with delayed entry is the score test of the exact (discrete) partial likelihood.
discrete <- coxph(Surv(entry, time, event) ~ factor(group), people, ties = "exact", control = coxph.control(timefix = FALSE))

out <- list(
  what = "Survival analysis on awkward inputs",
  source = list(
    kind = "software", script = "survival.R", R = as.character(getRversion()),
    survival = as.character(packageVersion("survival"))
  ),
  tolerance = list(closedForm = 1e-10, iterative = 1e-9),
  people = as.list(people), gap = as.list(gap), few = as.list(few),
  kaplanMeier = list(
    all = curve(right), delayed = curve(late), weighted = curve(right, rep(c(1, 2, 3, 4), length.out = n)),
    gap = curve(Surv(gap$entry, gap$time, gap$event)),
    onePerson = curve(Surv(5, 1)), noEvents = curve(Surv(c(1, 2, 2), c(0, 0, 0)))
  ),
  weightsOfKaplanMeier = rep(c(1, 2, 3, 4), length.out = n),
  logRank = list(
    three = ranked(survdiff(right ~ group)),
    rho = ranked(survdiff(right ~ group, rho = 1)),
    strata = ranked(survdiff(right ~ group + strata(stratum), people)),
    delayedStatistic = discrete$score
  ),
  cox = list(
    efron = cox(right ~ second + third + age + dollars),
    breslow = cox(right ~ second + third + age + dollars, ties = "breslow"),
    robust = cox(right ~ second + third + age + dollars, robust = TRUE),
    clusters = cox(right ~ second + age, cluster = person),
    strata = cox(right ~ second + age + strata(stratum)),
    strataRobust = cox(right ~ second + age + strata(stratum), cluster = person),
    delayed = cox(late ~ second + third + age),
    delayedRobust = cox(late ~ second + third + age + strata(stratum), cluster = person, ties = "breslow"),
    # Fractional weights would make R's errors robust unasked.
    weighted = cox(right ~ second + age + offset(offset), weights = weights, robust = FALSE),
    weightedRobust = cox(late ~ second + age + offset(offset), weights = weights, cluster = person),
    gap = cox(Surv(entry, time, event) ~ x, gap),
    oneEvent = cox(Surv(time, event) ~ x, few)
  )
)
aliased <- coxph(right ~ second + third + I(second + third) + rep(3, n) + age, people, control = tight)
out$cox$aliased <- list(
  coefficients = unname(coef(aliased)),
  standardErrors = ifelse(is.na(coef(aliased)), NA, sqrt(diag(aliased$var)))
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "survival.json"))
