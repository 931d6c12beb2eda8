# Costs and successes of 240 people of two arms, correlated by construction: two regressions on the arm by hand and in lm(), the
# covariance of their coefficients from the residuals of both, a bootstrap of the same, and net benefit as one regression on
# worth x success - cost, person by person. Run:
# Rscript packages/compare/oracles/cost-and-success.R packages/compare/oracles/cost-and-success.json
suppressPackageStartupMessages({library(jsonlite); library(sandwich)})
set.seed(20261122)
n <- 240
treat <- rep(c(1, 0), c(110, 130))
u <- rnorm(n)
success <- as.integer(u + 0.5 * treat + rnorm(n) > 0)
# Whoever does well has had more of every service.
cost <- round(3000 + 700 * u + 450 * treat + rgamma(n, 2, scale = 400) + 300 * success, 2)
worths <- c(0, 1000, 5000, 20000)

costs <- lm(cost ~ treat); successes <- lm(success ~ treat)
arm <- function(y, t) { v <- y[treat == t]; mean(v) }
# Of means of independent people: sample covariance over the number of people, arm by arm.
between <- function(a, b) sum(sapply(1:0, function(t) cov(a[treat == t], b[treat == t]) / sum(treat == t)))
seCost <- sqrt(between(cost, cost)); seSuccess <- sqrt(between(success, success))

# HC2 of one regression with two levels is the Welch variance: the sandwich says the same.
hc2 <- sqrt(c(vcovHC(costs, "HC2")[2, 2], vcovHC(successes, "HC2")[2, 2]))

net <- lapply(worths, function(worth) {
  fit <- lm(I(worth * success - cost) ~ treat)
  b <- unname(coef(fit)[2]); se <- sqrt(vcovHC(fit, "HC2")[2, 2])
  list(worth = worth, estimate = b, standardError = se, low = b - qnorm(.975) * se, high = b + qnorm(.975) * se,
       probability = pnorm(b / se))
})
boots <- replicate(20000, {
  i <- c(sample(which(treat == 1), replace = TRUE), sample(which(treat == 0), replace = TRUE))
  d <- function(y) mean(y[i][treat == 1]) - mean(y[i][treat == 0])
  c(d(cost), d(success))
})
write_json(list(
  source = list(kind = "other software", software = paste("R", getRversion(), "sandwich", packageVersion("sandwich")),
                script = "cost-and-success.R"),
  treat = treat, cost = cost, success = success,
  means = list(costTreated = arm(cost, 1), costComparison = arm(cost, 0),
               successTreated = arm(success, 1), successComparison = arm(success, 0)),
  standardErrors = list(cost = seCost, success = seSuccess), hc2 = hc2,
  covariance = between(cost, success),
  correlation = between(cost, success) / (seCost * seSuccess),
  bootstrap = list(replicates = 20000, correlation = cor(boots[1, ], boots[2, ])),
  net = net
), commandArgs(TRUE)[1], auto_unbox = TRUE, digits = NA)
