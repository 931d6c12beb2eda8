# Standardised risks from logistic regression, and the interval of their difference: score limits of each arm with the people
# its delta-method standard error is worth, t by arm, combined by MOVER with the correlation of the arms. And the same where
# nobody treated has the event: Firth's likelihood (Newton on the modified score), the intercept then set so that as many
# events are predicted as were seen (FLIC). Base R alone.
#
# Run in packages/compare/oracles: Rscript standardised-risks.R
library(jsonlite)
rossi <- fromJSON("rossi.json")$data$columns
rossi <- as.data.frame(rossi, stringsAsFactors = FALSE)
treated <- as.numeric(rossi$fin == "yes")
terms <- with(rossi, cbind(1, age, race == "other", wexp == "yes", mar == "not married", paro == "yes", prio))
design <- cbind(terms, treated)

wilson <- function(p, n, z) {
  (p + z^2 / (2 * n) + z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
}

standardised <- function(beta, covariance, level = 0.95) {
  n <- nrow(design)
  arm <- function(value) {
    x <- design
    x[, ncol(x)] <- value
    p <- plogis(drop(x %*% beta))
    list(risk = mean(p), gradient = colMeans(p * (1 - p) * x))
  }
  t <- arm(1)
  c <- arm(0)
  gradients <- rbind(t$gradient, c$gradient)
  v <- gradients %*% covariance %*% t(gradients)
  df <- pmin(n - ncol(design), c(sum(treated), sum(1 - treated)) - 1)
  at <- qt((1 + level) / 2, df)
  risk <- c(t$risk, c$risk)
  worth <- risk * (1 - risk) / diag(v)
  lower <- wilson(risk, worth, -at)
  upper <- wilson(risk, worth, at)
  rho <- v[1, 2] / sqrt(v[1, 1] * v[2, 2])
  reach <- function(a, b) sqrt(a^2 + b^2 - 2 * rho * a * b)
  d <- risk[1] - risk[2]
  se <- sqrt(v[1, 1] + v[2, 2] - 2 * v[1, 2])
  log_se <- sqrt(v[1, 1] / risk[1]^2 + v[2, 2] / risk[2]^2 - 2 * v[1, 2] / prod(risk))
  parts <- c(v[1, 1] / risk[1]^2, v[2, 2] / risk[2]^2)
  log_df <- min(n - ncol(design), sum(parts)^2 / sum(parts^2 / df))
  list(
    risks = risk, difference = d, standard_error = se,
    interval = c(d - reach(risk[1] - lower[1], upper[2] - risk[2]), d + reach(upper[1] - risk[1], risk[2] - lower[2])),
    ratio_interval = exp(log(risk[1] / risk[2]) + c(-1, 1) * qt((1 + level) / 2, log_df) * log_se),
    ratio_df = log_df
  )
}

plain <- glm(rossi$arrest ~ design - 1, family = binomial, control = list(epsilon = 1e-14, maxit = 100))

none <- ifelse(treated == 1, 0, rossi$arrest)
beta <- rep(0, ncol(design))
scaled <- scale(design[, -1])
x <- cbind(1, scaled)
for (step in 1:500) {
  p <- plogis(drop(x %*% beta))
  w <- p * (1 - p)
  inverse <- solve(crossprod(x, w * x))
  h <- w * rowSums((x %*% inverse) * x)
  move <- drop(inverse %*% crossprod(x, none - p + h * (0.5 - p)))
  beta <- beta + pmax(-1, pmin(1, move))
  if (max(abs(move)) < 1e-13) break
}
back <- diag(ncol(design))
back[1, -1] <- -attr(scaled, "scaled:center") / attr(scaled, "scaled:scale")
back[cbind(2:ncol(design), 2:ncol(design))] <- 1 / attr(scaled, "scaled:scale")
firth <- drop(back %*% beta)
covariance <- back %*% inverse %*% t(back)
offset <- drop(design[, -1] %*% firth[-1])
firth[1] <- uniroot(function(a) sum(plogis(a + offset)) - sum(none), c(-30, 30), tol = 1e-15)$root

write_json(list(
  what = "standardised risks of Rossi's trial with the interval of their difference, and by Firth's likelihood with FLIC",
  source = list(
    kind = "software", software = R.version.string, script = "standardised-risks.R",
    reference = "Newcombe (1998), method 10; Zou and Donner (2008); Puhr et al. (2017), doi:10.1002/sim.7273"
  ),
  plain = standardised(coef(plain), vcov(plain)),
  nobody_treated_has_the_event = standardised(firth, covariance)
), "standardised-risks.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
