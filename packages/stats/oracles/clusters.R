# Writes clusters.json: covariances for few clusters, two-way clusters, wild cluster bootstrap, counted rows.
#   Rscript packages/stats/oracles/clusters.R
# CR2 and its degrees of freedom come from the clubSandwich package, two-way covariances from sandwich. The wild
# bootstrap is done the long way: every combination of weights, every null value, every fit anew.
suppressMessages({
  library(jsonlite)
  library(sandwich)
  library(clubSandwich)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
tight <- glm.control(epsilon = 1e-15, maxit = 200)

# 30 people in 7 unequal sites, one of a single person; treatment by site in part; dollars beside 0/1.
set.seed(20261123)
n <- 30
site <- rep(1:7, times = c(1, 2, 3, 4, 5, 7, 8))
wave <- rep(1:4, length.out = n)
group <- as.numeric(site %in% c(2, 5, 6)) * rep(c(1, 1, 1, 0), length.out = n)
# In thousands: clubSandwich solves with the columns as they are, and loses half its digits to dollars beside 0/1.
dollars <- round(exp(rnorm(n, 9, 1))) / 1000
second <- as.numeric(seq_len(n) %% 3 == 0)
weights <- rep(c(1, 2, 0.5, 3, 0.25), length.out = n)
times <- rep(c(1, 3, 2, 1, 1, 2), length.out = n)
y <- round(200 * group + 50 * dollars + 50 * second + rnorm(7, 0, 150)[site] + rnorm(n, 0, 200))
hit <- as.numeric(runif(n) < plogis(-0.5 + group + 0.5 * second))
count <- rpois(n, exp(0.5 + 0.4 * group + rnorm(7, 0, 0.4)[site]))
data <- data.frame(site, wave, group, dollars, second, weights, times, y, hit, count)

few <- function(fit, ...) {
  v <- vcovCR(fit, cluster = data$site, type = "CR2", ...)
  tested <- coef_test(fit, vcov = v, cluster = data$site, test = "Satterthwaite")
  list(
    coefficients = unname(coef(fit)), covariance = unname(unclass(as.matrix(v)))[, ],
    standardErrors = tested$SE, df = if (is.null(tested$df_Satt)) tested$df else tested$df_Satt
  )
}
settled <- function(formula, family) {
  fit <- glm(formula, family, data, control = tight)
  for (again in 1:6) fit <- suppressWarnings(glm(formula, family, data, control = tight, start = coef(fit)))
  fit
}
plain <- lm(y ~ group + dollars + second, data)
weighted <- lm(y ~ group + dollars + second, data, weights = weights)
fixed <- lm(y ~ factor(site) + dollars, data)
logit <- settled(hit ~ group + second, binomial())
rates <- settled(count ~ group + second, poisson())

twoway <- function(fit) {
  list(
    CR0 = unname(vcovCL(fit, cluster = data[c("site", "wave")], type = "HC0", cadjust = FALSE)),
    CR1 = unname(vcovCL(fit, cluster = data[c("site", "wave")], type = "HC1", cadjust = TRUE)),
    fixed = unname(vcovCL(fit, cluster = data[c("site", "wave")], type = "HC1", cadjust = TRUE, fix = TRUE))
  )
}

# Rows that stand for several: the same rows written out.
long <- data[rep(seq_len(n), times), ]
written_out <- function(fit) {
  list(
    coefficients = unname(coef(fit)), standardErrors = unname(sqrt(diag(vcov(fit)))),
    HC0 = unname(sqrt(diag(vcovHC(fit, "HC0")))), HC1 = unname(sqrt(diag(vcovHC(fit, "HC1")))),
    HC2 = unname(sqrt(diag(vcovHC(fit, "HC2")))), HC3 = unname(sqrt(diag(vcovHC(fit, "HC3")))),
    CR1 = unname(sqrt(diag(vcovCL(fit, cluster = long$site, type = "HC1", cadjust = TRUE)))),
    rows = nrow(long)
  )
}
resettled <- function(formula, family) {
  fit <- glm(formula, family, long, weights = long$weights, control = tight)
  for (again in 1:6) fit <- suppressWarnings(glm(formula, family, long, weights = long$weights, control = tight, start = coef(fit)))
  fit
}

# Wild cluster bootstrap with the null imposed; the statistic is (estimate - null) over its CR1 standard error.
t_of <- function(response, X, w, cluster, j, null) {
  fit <- lm.wfit(X, response, w)
  e <- fit$residuals
  bread <- solve(crossprod(X, w * X))
  scores <- rowsum(X * (w * e), cluster)
  v <- bread %*% crossprod(scores) %*% bread
  (fit$coefficients[[j]] - null) / sqrt(v[j, j])
}
wild_p <- function(response, X, w, cluster, j, null, values) {
  rest <- X[, -j, drop = FALSE]
  restricted <- lm.wfit(rest, response - null * X[, j], w)
  base <- restricted$fitted.values + null * X[, j]
  clusters <- sort(unique(cluster))
  draws <- as.matrix(expand.grid(rep(list(values), length(clusters))))
  actual <- t_of(response, X, w, cluster, j, null)
  t <- apply(draws, 1, function(v) {
    t_of(base + restricted$residuals * v[match(cluster, clusters)], X, w, cluster, j, null)
  })
  mean(abs(t) >= abs(actual) * (1 - 1e-9))
}
rademacher <- c(-1, 1)
webb <- c(-sqrt(3 / 2), -1, -sqrt(1 / 2), sqrt(1 / 2), 1, sqrt(3 / 2))
crossing <- function(inside, outside, p, alpha) {
  for (i in 1:40) {
    middle <- (inside + outside) / 2
    if (p(middle) > alpha) inside <- middle else outside <- middle
  }
  (inside + outside) / 2
}
wild <- function(response, X, w, cluster, j, values, nulls, alpha) {
  p <- function(null) wild_p(response, X, w, cluster, j, null, values)
  estimate <- lm.wfit(X, response, w)$coefficients[[j]]
  reach <- 10 * abs(estimate) + 3000
  list(
    estimate = estimate, t = t_of(response, X, w, cluster, j, 0), nulls = nulls, p = sapply(nulls, p), alpha = alpha,
    lower = if (p(estimate - reach) > alpha) NA else crossing(estimate, estimate - reach, p, alpha),
    upper = if (p(estimate + reach) > alpha) NA else crossing(estimate, estimate + reach, p, alpha)
  )
}
X <- cbind(1, group, dollars, second)
block <- ceiling(site / 2)

out <- list(
  what = "Covariances and tests for few clusters, on 30 people in 7 sites",
  source = list(
    kind = "software", script = "clusters.R", R = as.character(getRversion()),
    clubSandwich = as.character(packageVersion("clubSandwich")), sandwich = as.character(packageVersion("sandwich"))
  ),
  tolerance = list(closedForm = 1e-9, iterative = 1e-7, bisection = 1e-7),
  rows = data, block = block,
  cr2 = list(
    plain = few(plain), weighted = few(weighted), weightedInverse = few(weighted, inverse_var = TRUE),
    fixedEffects = few(fixed), logistic = few(logit), poisson = few(rates)
  ),
  twoWay = list(leastSquares = twoway(plain), logistic = twoway(logit)),
  counted = list(
    leastSquares = written_out(lm(y ~ group + second, long)),
    leastSquaresWeighted = written_out(lm(y ~ group + second, long, weights = long$weights)),
    poisson = written_out(resettled(count ~ group + second, poisson()))
  ),
  wild = list(
    rademacher = wild(y, X, rep(1, n), site, 2, rademacher, c(0, 100, -300, 425.5), 0.1),
    weighted = wild(y, X, weights, site, 2, rademacher, c(0, 100, 700), 0.1),
    webb = wild(y, X, rep(1, n), block, 4, webb, c(0, 50, -200), 0.2),
    threeClusters = wild(y, X[, 1:2], rep(1, n), ceiling(site / 3), 2, rademacher, c(0, 200), 0.05)
  )
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "clusters.json"))
