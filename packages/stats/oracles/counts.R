# Writes counts.json: negative binomial regression, gamma–Poisson fits and predictions, exact intervals and tests.
#   Rscript packages/stats/oracles/counts.R
# R's fits are run to convergence; a generic optimiser over the whole likelihood checks glm.nb's alternation.
suppressMessages({
  library(jsonlite)
  library(MASS)
  library(sandwich)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
tight <- glm.control(epsilon = 1e-15, maxit = 500)

# 80 people, unequal groups and exposures, many zeros, one person with very many, repeated rows of a person.
set.seed(20261122)
n <- 80
group <- rep(c(0, 0, 0, 1), length.out = n)
age <- round(runif(n, 18, 60))
exposure <- round(runif(n, 20, 400))
person <- rep(1:35, length.out = n)
weights <- rep(c(1, 2, 0, 3), length.out = n)
counts <- rnbinom(n, size = 0.8, mu = exposure / 100 * exp(0.5 * group - 0.01 * (age - 35)))
counts[5] <- 31
rows <- data.frame(group, age, exposure, person, weights, counts)

fitted_nb <- function(formula, data = rows, w = rep(1, nrow(data)), cluster = NULL) {
  data$w <- w
  fit <- do.call(glm.nb, list(formula, data = data, weights = w, control = tight))
  # Polished: theta and coefficients alternate until neither moves, which glm.nb gives up a little before.
  theta <- fit$theta
  for (i in 1:200) {
    glmfit <- do.call(glm, list(formula, data = data, weights = w, family = negative.binomial(theta), control = tight,
      start = coef(fit)))
    score <- function(logtheta) {
      th <- exp(logtheta)
      mu <- fitted(glmfit); y <- glmfit$y
      sum(w * (digamma(th + y) - digamma(th) + log(th) + 1 - log(th + mu) - (y + th) / (mu + th)))
    }
    step <- uniroot(score, log(theta) + c(-2, 2), tol = 1e-15, extendInt = "yes")$root
    moved <- abs(step - log(theta))
    theta <- exp(step)
    if (moved < 1e-14) break
  }
  mu <- fitted(glmfit); y <- glmfit$y
  info <- sum(w * (-trigamma(theta + y) + trigamma(theta) - 1 / theta + 2 / (mu + theta) - (y + theta) / (mu + theta)^2))
  out <- list(
    coefficients = unname(coef(glmfit)),
    standardErrors = unname(sqrt(diag(summary(glmfit, dispersion = 1)$cov.scaled))),
    theta = theta, thetaStandardError = 1 / sqrt(info), glmnbTheta = fit$theta, glmnbThetaStandardError = fit$SE.theta,
    logLikelihood = sum(w * dnbinom(y, size = theta, mu = mu, log = TRUE)),
    deviance = glmfit$deviance,
    poissonLogLikelihood = sum(w * dpois(y, fitted(do.call(glm, list(formula, data = data, weights = w,
      family = poisson, control = tight))), log = TRUE))
  )
  if (all(w == 1)) {
    glmfit$dispersion <- 1
    bread <- summary(glmfit, dispersion = 1)$cov.unscaled
    x <- model.matrix(glmfit)
    scores <- x * ((y - mu) / (1 + mu / theta))
    own <- function(meat) unname(sqrt(diag(bread %*% meat %*% bread)))
    out$hc0 <- own(crossprod(scores))
    # sandwich's own estfun and bread on the same object, to see that the two say the same.
    class(fit) <- class(fit)
    out$sandwichOfGlmNb <- unname(sqrt(diag(sandwich(fit))))
    if (!is.null(cluster)) {
      out$cr0 <- own(crossprod(rowsum(scores, cluster)))
      out$clusterOfGlmNb <- unname(sqrt(diag(vcovCL(fit, cluster = cluster, type = "HC0", cadjust = FALSE))))
    }
  }
  out
}
negativeBinomial <- list(
  plain = fitted_nb(counts ~ group + age),
  exposure = fitted_nb(counts ~ group + age + offset(log(exposure)), cluster = person),
  weighted = fitted_nb(counts ~ group + offset(log(exposure)), w = weights),
  interceptOnly = fitted_nb(counts ~ 1)
)

# Gamma–Poisson: mean rate, shape and profile intervals by a generic optimiser.
fitted_gp <- function(y, e = rep(1, length(y)), level = 0.95) {
  ll <- function(m, r) sum(dnbinom(y, size = r, mu = e * m, log = TRUE))
  best <- function(f, lower, upper) optimize(f, c(lower, upper), maximum = TRUE, tol = 1e-13)
  pois <- sum(dpois(y, e * sum(y) / sum(e), log = TRUE))
  mean_given <- function(r) {
    s <- function(lm) { mu <- e * exp(lm); sum((y - mu) / (1 + mu / r)) }
    exp(uniroot(s, log(sum(y) / sum(e)) + c(-3, 3), tol = 1e-15, extendInt = "yes")$root)
  }
  shape_score <- function(lr, m) {
    r <- exp(lr); mu <- e * m
    sum(digamma(r + y) - digamma(r) + log(r) + 1 - log(r + mu) - (y + r) / (mu + r))
  }
  shape_profile_score <- function(lr) shape_score(lr, mean_given(exp(lr)))
  r <- exp(uniroot(shape_profile_score, c(-4, 4), tol = 1e-15)$root)
  m <- mean_given(r)
  top <- ll(m, r)
  drop <- qchisq(level, 1) / 2
  profile_shape <- function(lr) top - drop - ll(mean_given(exp(lr)), exp(lr))
  profile_mean <- function(lm) {
    r <- exp(uniroot(shape_score, c(-6, 12), m = exp(lm), tol = 1e-15)$root)
    top - drop - ll(exp(lm), r)
  }
  profile_rate <- function(lb) {
    f <- function(lr) { r <- exp(lr); b <- exp(lb); sum(digamma(r + y) - digamma(r) + log(b) - log(b + e)) }
    r <- exp(uniroot(f, c(-12, 15), tol = 1e-15)$root)
    top - drop - ll(r / exp(lb), r)
  }
  end <- function(f, from, far) exp(uniroot(f, sort(c(from, far)), tol = 1e-15)$root)
  upper_shape <- if (pois > top - drop) NA else end(profile_shape, log(r), log(r) + 6)
  list(counts = y, exposures = e, meanRate = m, shape = r, rate = r / m, logLikelihood = top, poissonLogLikelihood = pois,
    intervals = list(
      meanRate = list(lower = end(profile_mean, log(m), log(m) - 2), upper = end(profile_mean, log(m), log(m) + 2)),
      shape = list(lower = end(profile_shape, log(r), log(r) - 4), upper = upper_shape),
      rate = list(lower = end(profile_rate, log(r / m), log(r / m) - 4),
        upper = if (is.na(upper_shape)) NA else end(profile_rate, log(r / m), log(r / m) + 6))))
}
set.seed(11)
e60 <- round(runif(60, 0.2, 2), 2)
gammaPoisson <- list(
  equal = fitted_gp(rnbinom(200, size = 0.7, mu = 0.9)),
  unequal = fitted_gp(rnbinom(60, size = 1.2, mu = 2 * e60), e60),
  openAbove = fitted_gp(c(0, 0, 1, 1, 1, 2, 2, 3, 3, 5))
)

# Predictions by integrating over the gamma distribution, not by the closed form.
predicted <- do.call(rbind, lapply(seq_len(6), function(i) {
  shape <- c(0.5, 1, 2, 4, 0.3, 8)[i]; m <- c(0.8, 0.61, 0.5, 0.1068, 2, 1.5)[i]
  k <- c(1, 2, 3, 1, 5, 2)[i]; before <- c(1, 1, 2, 1, 0.5, 1)[i]; after <- c(1, 1, 1, 2, 1.5, 0.25)[i]
  over <- function(f) integrate(function(l) f(l) * dgamma(l, shape, shape / m), 0, Inf, rel.tol = 1e-13, subdivisions = 5000,
    stop.on.error = FALSE)$value
  chosen <- function(l) ppois(k - 1, l * before, lower.tail = FALSE)
  past <- function(l) dpois(k, l * before)
  data.frame(shape, meanRate = m, atLeast = k, exposureBefore = before, exposureAfter = after,
    selected = over(chosen), share = over(function(l) chosen(l) * -expm1(-l * after)) / over(chosen),
    mean = over(function(l) chosen(l) * l * after) / over(chosen),
    meanBefore = over(function(l) l * before * ppois(k - 2, l * before, lower.tail = FALSE)) / over(chosen),
    countShare = over(function(l) past(l) * -expm1(-l * after)) / over(past),
    countMean = over(function(l) past(l) * l * after) / over(past))
}))

binomials <- do.call(rbind, lapply(list(c(0, 10, 0.95), c(10, 10, 0.9), c(1, 55, 0.95), c(24, 55, 0.998), c(81, 263, 0.95), c(0, 1, 0.99)),
  function(v) {
    ci <- binom.test(v[1], v[2], conf.level = v[3])$conf.int
    data.frame(events = v[1], total = v[2], level = v[3], lower = ci[1], upper = ci[2])
  }))
poissons <- do.call(rbind, lapply(list(c(0, 1, 0.95), c(1, 12.5, 0.95), c(10, 1, 0.95), c(137, 24.19893, 0.99), c(3000, 7, 0.9)),
  function(v) {
    ci <- poisson.test(v[1], v[2], conf.level = v[3])$conf.int
    data.frame(events = v[1], exposure = v[2], level = v[3], lower = ci[1], upper = ci[2])
  }))
rateTests <- lapply(list(c(11, 800, 6, 1083, 1, 0.95), c(0, 10, 5, 12, 1, 0.95), c(4, 3, 0, 2, 1, 0.9), c(5, 1, 5, 1, 1, 0.95),
  c(100, 114, 140, 114, 1, 0.95), c(30, 10, 20, 10, 2, 0.99), c(7, 1, 3, 1, 1, 0.95), c(3, 1, 7, 1, 1, 0.95)), function(v) {
    t <- poisson.test(c(v[1], v[3]), c(v[2], v[4]), r = v[5], conf.level = v[6])
    list(first = list(events = v[1], exposure = v[2]), second = list(events = v[3], exposure = v[4]), ratio = v[5], level = v[6],
      pValue = t$p.value, lower = t$conf.int[1], upper = if (is.finite(t$conf.int[2])) t$conf.int[2] else NA)
  })
# Funnel limits by the published formula, from R's own binomial.
funnel <- do.call(rbind, lapply(list(c(0.38, 55), c(0.1, 20), c(0.5, 4), c(0.02, 300), c(0.97, 40)), function(v) {
  limit <- function(p) {
    r <- qbinom(p, v[2], v[1])
    a <- (pbinom(r, v[2], v[1]) - p) / (pbinom(r, v[2], v[1]) - pbinom(r - 1, v[2], v[1]))
    min(1, max(0, (r - a) / v[2]))
  }
  # At the upper limit the same formula for the units without the event, so that both sides are alike.
  mirrored <- function(p) {
    r <- qbinom(p, v[2], 1 - v[1])
    a <- (pbinom(r, v[2], 1 - v[1]) - p) / dbinom(r, v[2], 1 - v[1])
    1 - max(0, (r - a) / v[2])
  }
  data.frame(target = v[1], total = v[2], lower95 = limit(0.025), upper95 = mirrored(0.025), lower998 = limit(0.001), upper998 = mirrored(0.001),
    publishedUpper95 = limit(0.975), publishedUpper998 = limit(0.999))
}))

trimmed <- list(
  list(values = c(1, 2, 3, 4, 100, -5, 0, 0, 7, 8, 9), trim = 0.1, mean = mean(c(1, 2, 3, 4, 100, -5, 0, 0, 7, 8, 9), trim = 0.1)),
  list(values = c(0, 0, 0, 0, 2500), trim = 0.2, mean = mean(c(0, 0, 0, 0, 2500), trim = 0.2)),
  list(values = c(5), trim = 0.25, mean = mean(5, trim = 0.25)),
  list(values = c(3, 9), trim = 0.49, mean = mean(c(3, 9), trim = 0.49))
)

write(toJSON(list(
  source = list(kind = "software", name = "R with MASS and sandwich", version = paste(R.version.string, "; MASS", packageVersion("MASS"),
    "; sandwich", packageVersion("sandwich")), script = "counts.R"),
  rows = rows, negativeBinomial = negativeBinomial, gammaPoisson = gammaPoisson, predicted = predicted, binomials = binomials,
  poissons = poissons, rateTests = rateTests, funnel = funnel, trimmed = trimmed
), auto_unbox = TRUE, digits = NA, dataframe = "columns", na = "null", pretty = TRUE), file.path(here, "counts.json"))
