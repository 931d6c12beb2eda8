# Writes scores.json: propensity scores with squares and restricted cubic splines, stabilised weights, and survey weights in score,
# balance and estimates, on the LaLonde rows of lalonde.json, by stats::glm; standard errors by a stack of estimating equations
# whose derivatives are taken numerically.
#   Rscript packages/compare/oracles/scores.R
suppressMessages(library(jsonlite))
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
d <- as.data.frame(lapply(fromJSON(file.path(here, "lalonde.json"))$data$columns, unlist))
d$race <- factor(d$race)
# Made-up survey weights, from 0.5 to 4, in no relation to the outcome.
d$w <- 0.5 + ((seq_len(nrow(d)) * 37) %% 8) / 2
covariates <- "age + educ + race + married + nodegree + re74 + re75"
control <- list(epsilon = 1e-14, maxit = 100)
rcs <- function(x) {
  t <- unname(quantile(x, c(.05, .35, .65, .95))); k <- 4; p <- function(u) pmax(u, 0)^3
  sapply(1:2, function(j) (p(x - t[j]) - p(x - t[k - 1]) * (t[k] - t[j]) / (t[k] - t[k - 1]) +
    p(x - t[k]) * (t[k - 1] - t[j]) / (t[k] - t[k - 1])) / (t[k] - t[1])^2)
}
hajek <- function(y, z, w) weighted.mean(y[z == 1], w[z == 1]) - weighted.mean(y[z == 0], w[z == 0])
ess <- function(w) sum(w)^2 / sum(w^2)

with_formula <- function(formula) {
  m <- glm(formula, binomial, d, control = control)
  p <- fitted(m)
  list(scores = unname(p), coefficients = unname(coef(m)), att = hajek(d$re78, d$treat, ifelse(d$treat == 1, 1, p / (1 - p))),
    ate = hajek(d$re78, d$treat, ifelse(d$treat == 1, 1 / p, 1 / (1 - p))))
}
squares <- with_formula(as.formula(paste("treat ~", covariates, "+ I(age^2) + I(educ^2)")))
splines <- with_formula(as.formula(paste("treat ~", covariates, "+ rcs(age)")))

# Stabilised weights of an average effect: the share treated over the score.
p <- fitted(glm(as.formula(paste("treat ~", covariates)), binomial, d, control = control))
sw <- ifelse(d$treat == 1, mean(d$treat) / p, (1 - mean(d$treat)) / (1 - p))
stabilised <- list(difference = hajek(d$re78, d$treat, sw), mean = mean(sw), largest = max(sw),
  essTreated = ess(sw[d$treat == 1]), essComparison = ess(sw[d$treat == 0]))

# Survey weights: psi stacks the score's equations and one for each arm's mean.
sampled <- function(weight_of, y, weighted_score = TRUE) {
  X <- model.matrix(as.formula(paste("~", covariates)), d); z <- d$treat; s <- d$w
  m <- suppressWarnings(glm(z ~ X - 1, family = quasibinomial, weights = s, control = control))
  beta <- unname(coef(m)); k <- length(beta)
  weights <- function(b) s * weight_of(plogis(drop(X %*% b)), z)
  w <- weights(beta)
  mu <- c(weighted.mean(y[z == 1], w[z == 1]), weighted.mean(y[z == 0], w[z == 0]))
  # The scale of the coefficients differs by five powers of ten; steps follow it.
  psi <- function(theta) {
    b <- theta[seq_len(k)]; W <- weights(b)
    cbind(X * (s * (z - plogis(drop(X %*% b)))), W * z * (y - theta[k + 1]), W * (1 - z) * (y - theta[k + 2]))
  }
  theta <- c(beta, mu)
  step <- c(1e-5 / pmax(apply(abs(X), 2, max), 1), 1e-2, 1e-2)
  A <- sapply(seq_along(theta), function(j) {
    at <- function(h) { t <- theta; t[j] <- t[j] + h * step[j]; colSums(psi(t)) }
    (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step[j])
  })
  IF <- -psi(theta) %*% t(solve(A))
  IFt <- IF[, k + 1]; IFc <- IF[, k + 2]
  n <- nrow(d); et <- ess(w[z == 1]); ec <- ess(w[z == 0])
  # Small-sample factors: effective numbers of each arm, and parameters of the score.
  ft <- et / (et - 1) * n / (n - k); fc <- ec / (ec - 1) * n / (n - k)
  list(difference = mu[1] - mu[2], standardError = sqrt(ft * sum(IFt^2) + fc * sum(IFc^2) - 2 * sqrt(ft * fc) * sum(IFt * IFc)),
    coefficients = beta, essTreated = et, essComparison = ec)
}
ipw <- sampled(function(p, z) ifelse(z == 1, 1, p / (1 - p)), d$re78)
ate <- sampled(function(p, z) ifelse(z == 1, 1 / p, 1 / (1 - p)), d$re78)
overlap <- sampled(function(p, z) ifelse(z == 1, 1 - p, p), d$re78)
emp <- sampled(function(p, z) ifelse(z == 1, 1, p / (1 - p)), as.numeric(d$re78 > 0))

# The arms as they are: weighted means, each with the variance of a ratio.
arm <- function(z) { w <- d$w[d$treat == z]; y <- d$re78[d$treat == z]; m <- weighted.mean(y, w)
  e <- ess(w); list(mean = m, variance = e / (e - 1) * sum((w * (y - m) / sum(w))^2)) }
none <- list(difference = arm(1)$mean - arm(0)$mean, standardError = sqrt(arm(1)$variance + arm(0)$variance))
share <- function(x) c(weighted.mean(x[d$treat == 1], d$w[d$treat == 1]), weighted.mean(x[d$treat == 0], d$w[d$treat == 0]))
balance <- list(age = share(d$age), black = share(as.numeric(d$race == "black")))
writeLines(toJSON(list(source = list(kind = "software", software = "R 4.2.2, stats::glm and own sandwich", script = "scores.R"),
  tolerance = 1e-6, w = d$w, squares = squares, splines = splines, stabilised = stabilised,
  sampled = list(ipw = ipw, ate = ate, overlap = overlap, emp = emp, none = none, balance = balance)),
  auto_unbox = TRUE, digits = NA, pretty = FALSE), file.path(here, "scores.json"))
