# Writes survival-tests.json: exact ties, tests of proportional hazards, Firth's Cox regression, weighted log-rank tests
# and cumulative incidence, on the awkward follow-up of survival.json.
#   Rscript packages/stats/oracles/survival-tests.R
# Cox models are from the survival package, cumulative incidence from prodlim. Firth's estimate maximises the penalised
# likelihood by a general optimiser, with coxph itself evaluated at fixed coefficients for likelihood and information.
# Weighted log-rank tests are written out here from Klein and Moeschberger (2003), section 7.3.
suppressMessages({
  library(jsonlite)
  library(survival)
  library(prodlim)
  library(numDeriv)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
people <- as.data.frame(fromJSON(file.path(here, "survival.json"))$people)
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100, timefix = FALSE)
right <- Surv(people$time, people$event)
late <- Surv(people$entry, people$time, people$event)

exact <- function(formula) {
  fit <- coxph(formula, people, ties = "exact", control = tight)
  list(
    coefficients = unname(coef(fit)), standardErrors = unname(sqrt(diag(fit$var))), logLikelihood = fit$loglik[2],
    nullLogLikelihood = fit$loglik[1], score = fit$score, martingale = unname(residuals(fit, "martingale"))
  )
}

zph <- function(formula, ties = "efron", ...) {
  fit <- do.call(coxph, list(formula, data = people, ties = ties, control = tight, ...))
  of <- function(transform) {
    table <- cox.zph(fit, transform, terms = FALSE)$table
    k <- nrow(table)
    list(terms = unname(table[-k, "chisq"]), global = unname(table[k, "chisq"]), p = unname(table[, "p"]))
  }
  list(km = of("km"), identity = of("identity"), rank = of("rank"), log = of("log"), root = of(sqrt))
}
people$level <- factor(people$group)
byTerm <- cox.zph(coxph(right ~ level + age, people, control = tight), "km")$table

firth <- function(surv, x, ties, strata = NULL, weights = NULL, limits = TRUE) {
  x <- as.matrix(x)
  p <- ncol(x)
  formula <- if (is.null(strata)) surv ~ x else surv ~ x + strata(strata)
  penalised <- function(b) {
    arguments <- list(formula, init = b, ties = ties,
      control = coxph.control(iter.max = 0, timefix = FALSE, toler.chol = 1e-15))
    if (!is.null(weights)) arguments <- c(arguments, list(weights = weights, robust = FALSE))
    fit <- suppressWarnings(do.call(coxph, arguments))
    if (any(is.na(fit$var)) || det(fit$var) <= 0) return(list(value = -1e10, var = NULL))
    list(value = fit$loglik[1] - log(det(fit$var)) / 2, var = fit$var)
  }
  climb <- function(start, fixed) {
    free <- setdiff(seq_len(p), fixed)
    if (length(free) == 0) return(list(b = start, value = penalised(start)$value))
    scale <- apply(x, 2, sd)
    of <- function(z) { b <- start; b[free] <- z / scale[free]; -penalised(b)$value }
    z <- start[free] * scale[free]
    for (i in 1:3) z <- optim(z, of, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))$par
    # Newton on numerical derivatives, to the digits that these allow.
    for (i in 1:3) {
      step <- solve(hessian(of, z), grad(of, z))
      if (of(z - step) <= of(z) + 1e-12) z <- z - step
    }
    b <- start; b[free] <- z / scale[free]
    list(b = b, value = -of(z))
  }
  top <- climb(rep(0, p), integer())
  null <- penalised(rep(0, p))$value
  se <- sqrt(diag(penalised(top$b)$var))
  cut <- qchisq(0.95, 1)
  side <- function(j, sign) {
    excess <- function(v) { b <- top$b; b[j] <- v; 2 * (top$value - climb(b, j)$value) - cut }
    far <- top$b[j] + sign * 2 * se[j]
    while (excess(far) < 0) far <- top$b[j] + 2 * (far - top$b[j])
    uniroot(excess, sort(c(top$b[j], far)), tol = 1e-9)$root
  }
  without <- sapply(seq_len(p), function(j) { b <- top$b; b[j] <- 0; climb(b, j)$value })
  list(
    coefficients = as.list(unname(top$b)), standardErrors = as.list(unname(se)), logLikelihood = top$value,
    nullLogLikelihood = null, likelihoodRatio = 2 * (top$value - null),
    pValues = as.list(pchisq(2 * (top$value - without), 1, lower.tail = FALSE)),
    lower = if (limits) as.list(sapply(seq_len(p), side, -1)), upper = if (limits) as.list(sapply(seq_len(p), side, 1))
  )
}
quiet <- ifelse(people$person %% 5 == 0, 0, people$event)
people$without <- as.numeric(people$person %% 5 == 0)
small <- data.frame(time = c(1, 2, 3, 4, 5, 6), event = c(0, 1, 0, 1, 0, 1), x = c(1, 0, 1, 0, 1, 0))

weighted <- function(kind, rho = 0, gamma = 0, strata = rep(1, nrow(people))) {
  groups <- sort(unique(people$group))
  k <- length(groups)
  o <- e <- numeric(k)
  v <- matrix(0, k, k)
  for (s in unique(strata)) {
    d0 <- people[strata == s, ]
    survival <- peto <- 1
    for (t in sort(unique(d0$time[d0$event == 1]))) {
      y <- sapply(groups, function(g) sum(d0$time >= t & d0$group == g))
      d <- sapply(groups, function(g) sum(d0$time == t & d0$event == 1 & d0$group == g))
      n <- sum(y); m <- sum(d)
      peto <- peto * (1 - m / (n + 1))
      w <- switch(kind, fh = survival^rho * (1 - survival)^gamma, gehan = n, tarone = sqrt(n), peto = peto)
      o <- o + w * d
      e <- e + w * m * y / n
      if (n > 1) v <- v + w^2 * m * (n - m) / (n - 1) * (diag(y / n, k) - outer(y / n, y / n))
      survival <- survival * (1 - m / n)
    }
  }
  u <- (o - e)[-1]
  list(statistic = drop(u %*% solve(v[-1, -1], u)), observed = o, expected = e, df = k - 1)
}

# Three causes on the same follow-up, one with a single event; the last row alone in time.
cause <- ifelse(people$event == 0, 0, 1 + (seq_len(nrow(people)) %% 3 == 0))
cause[which(cause == 1)[4]] <- 3
incidence <- function(time, cause) {
  fit <- prodlim(Hist(time, cause) ~ 1, data = data.frame(time = time, cause = cause))
  of <- function(k) list(
    cause = as.numeric(k), incidence = fit$cuminc[[k]], standardError = fit$se.cuminc[[k]], events = fit$n.event[[k]]
  )
  aalen <- survfit(Surv(time, factor(cause)) ~ 1, timefix = FALSE)
  stopifnot(all.equal(unname(unlist(fit$cuminc)), as.numeric(aalen$pstate[, -1])))
  list(times = fit$time, atRisk = fit$n.risk, eventFree = fit$surv, causes = lapply(names(fit$cuminc), of))
}
delayedCauses <- {
  # With delayed entry: survival's multi-state curves, incidence only.
  fit <- survfit(Surv(people$entry, people$time, factor(cause)) ~ 1, id = seq_len(nrow(people)), timefix = FALSE)
  list(times = fit$time, incidence = lapply(2:ncol(fit$pstate), function(k) fit$pstate[, k]))
}

version <- function(name) as.character(packageVersion(name))
out <- list(
  what = "Tests and estimates for follow-up, on awkward inputs",
  source = list(
    kind = "software", script = "survival-tests.R", R = as.character(getRversion()), survival = version("survival"),
    prodlim = version("prodlim"), numDeriv = version("numDeriv")
  ),
  tolerance = list(closedForm = 1e-10, iterative = 1e-9, optimised = 1e-6),
  exact = list(
    right = exact(right ~ second + third + age), delayed = exact(late ~ second + age + strata(stratum)),
    offset = exact(right ~ age + offset(offset))
  ),
  proportionalHazards = list(
    efron = zph(right ~ second + third + age + dollars), breslow = zph(right ~ second + age, "breslow"),
    strata = zph(right ~ second + age + strata(stratum)), delayed = zph(late ~ second + third + age),
    weighted = zph(right ~ second + age, weights = people$weights)
  ),
  byTerm = list(statistic = unname(byTerm[, "chisq"]), df = unname(byTerm[, "df"]), p = unname(byTerm[, "p"])),
  without = people$without, quiet = quiet, small = as.list(small),
  firth = list(
    efron = firth(right, people[c("second", "age")], "efron"),
    breslow = firth(right, people[c("second", "age")], "breslow"),
    monotone = firth(Surv(people$time, quiet), people[c("second", "age", "without")], "efron"),
    strata = firth(right, people["age"], "efron", people$stratum),
    delayed = firth(late, people[c("second", "age")], "breslow"),
    weighted = firth(right, people[c("second", "age")], "efron", weights = people$weights),
    small = firth(Surv(small$time, small$event), small["x"], "efron")
  ),
  weightedLogRank = list(
    gehan = weighted("gehan"), tarone = weighted("tarone"), peto = weighted("peto"),
    late = weighted("fh", 0, 1), middle = weighted("fh", 0.5, 2), gehanStrata = weighted("gehan", strata = people$stratum)
  ),
  cause = cause, cumulativeIncidence = incidence(people$time, cause),
  untiedIncidence = incidence(c(1.5, 2, 3.25, 4, 5, 6.5), c(1, 0, 2, 1, 1, 2)),
  delayedIncidence = delayedCauses
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "survival-tests.json"))
