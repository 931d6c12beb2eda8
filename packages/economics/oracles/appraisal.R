# One appraisal worked again in base R, apart from the package: the chain from events to pounds, moments, limits of draws, the
# worth of knowing each number. Run: Rscript packages/economics/oracles/appraisal.R packages/economics/oracles/appraisal.json
set.seed(20261122)
n <- 2e6
rate <- 0.035
factor <- (1 + rate)^-(0:4)

# Numbers, each from its mean and standard error, or its range.
gammaShape <- function(m, s) c(shape = m^2 / s^2, scale = s^2 / m)
betaShapes <- function(m, s) { size <- m * (1 - m) / s^2 - 1; c(m * size, (1 - m) * size) }
logNormal <- function(m, s) { v <- log(1 + s^2 / m^2); c(log(m) - v / 2, sqrt(v)) }
pertShapes <- function(a, m, b) c(1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a))
kind <- gammaShape(80000, 10000); police <- gammaShape(900, 180); harm <- gammaShape(2500, 500)
wrong <- logNormal(1, 0.1); times <- logNormal(1.6, 0.2)
share <- betaShapes(0.3, 0.06); fade <- pertShapes(0.2, 0.4, 0.8)

quantiles <- list(
  kind = function(p) qgamma(p, kind["shape"], scale = kind["scale"]),
  police = function(p) qgamma(p, police["shape"], scale = police["scale"]),
  harm = function(p) qgamma(p, harm["shape"], scale = harm["scale"]),
  wrong = function(p) qlnorm(p, wrong[1], wrong[2]),
  times = function(p) qlnorm(p, times[1], times[2]),
  share = function(p) qbeta(p, share[1], share[2]),
  fade = function(p) 0.2 + 0.6 * qbeta(p, fade[1], fade[2])
)
means <- c(kind = 80000, police = 900, harm = 2500, wrong = 1, times = 1.6, share = 0.3,
           fade = (0.2 + 4 * 0.4 + 0.8) / 6)

# Events a person over 18 months; of 400 people 60 % enter in year 0 and 40 % in year 1.
treated <- log(0.9); other <- log(1.2)
covariance <- matrix(c(0.0040, 0.0025, 0.0025, 0.0050), 2)
window <- 1.5

# What one event fewer over the window is worth: yearly 1/window, from year lag on, for `persists` years within five.
lasting <- function(fade, lag, persists) {
  total <- 0
  for (entered in 0:1) for (year in 0:(ceiling(persists) - 1)) {
    at <- entered + lag + year
    if (at > 4) next
    part <- min(1, persists - year)
    # Within the window nothing fades.
    left <- if (year >= window) (1 - fade)^(year - ceiling(window) + 1) else 1
    total <- total + c(0.6, 0.4)[entered + 1] * factor[at + 1] * left * part / window
  }
  total
}

worked <- function(v, gain) {
  events <- 400 * gain * v$times
  fiscal <- events * v$police * 1.236494 * lasting(v$fade, 1, 3.5)
  social <- events * v$harm * lasting(0, 0, 1)
  cost <- 530000 * v$wrong * 1.1 + v$kind * factor[2]
  list(cost = cost, fiscal = fiscal, social = social, cashable = fiscal * v$share, net = fiscal + social - cost)
}

best <- worked(as.list(means), exp(other) - exp(treated))

z1 <- rnorm(n); z2 <- rnorm(n)
root <- chol(covariance)
logs <- cbind(z1, z2) %*% root
# Drawn about the estimate less half its variance, so that rates are on average what was found.
t <- exp(treated - covariance[1, 1] / 2 + logs[, 1])
comparison <- exp(other - covariance[2, 2] / 2 + logs[, 2])
draws <- list(
  kind = rgamma(n, kind["shape"], scale = kind["scale"]), police = rgamma(n, police["shape"], scale = police["scale"]),
  harm = rgamma(n, harm["shape"], scale = harm["scale"]), wrong = rlnorm(n, wrong[1], wrong[2]),
  times = rlnorm(n, times[1], times[2]), share = rbeta(n, share[1], share[2]),
  fade = 0.2 + 0.6 * rbeta(n, fade[1], fade[2])
)
gain <- comparison - t
each <- worked(draws, gain)

limits <- function(x) unname(quantile(x, c(0.025, 0.975)))

# Tornado: one number at each of its limits, the rest at their best values.
tornado <- lapply(names(quantiles), function(name) {
  at <- quantiles[[name]](c(0.025, 0.975))
  net <- sapply(at, function(value) { v <- as.list(means); v[[name]] <- value; worked(v, exp(other) - exp(treated))$net })
  list(name = name, low = unname(at[1]), high = unname(at[2]), atLow = net[1], atHigh = net[2])
})
gains <- limits(gain)
atGains <- sapply(gains, function(g) worked(as.list(means), g)$net)
tornado <- c(tornado, list(list(name = "gain:t", low = gains[1], high = gains[2], atLow = atGains[1], atHigh = atGains[2])))

# The worth of knowing one number: numbers are independent and the net value is linear in each of the others, so that what is expected
# given one number is the net value at the means of the rest (of what fades, the mean of its powers).
meanLasting <- mean(lasting(draws$fade, 1, 3.5))
expectedNet <- function(v, g, last) {
  events <- 400 * g * v$times
  events * (v$police * 1.236494 * last + v$harm * lasting(0, 0, 1)) - 530000 * v$wrong * 1.1 - v$kind * factor[2]
}
meanGain <- exp(other) - exp(treated)
worth <- function(given) mean(pmax(given, 0)) - max(mean(given), 0)
spread <- function(given) sd(pmax(given, 0) - (mean(given) > 0) * given) / sqrt(n)
information <- lapply(names(quantiles), function(name) {
  v <- as.list(means); last <- meanLasting
  if (name == "fade") last <- lasting(draws$fade, 1, 3.5) else v[[name]] <- draws[[name]]
  given <- expectedNet(v, meanGain, last) + rep(0, n)
  list(name = name, worth = worth(given), error = spread(given))
})
given <- expectedNet(as.list(means), gain, meanLasting)
information <- c(information, list(list(name = "gain:t", worth = worth(given), error = spread(given))))
everything <- list(worth = worth(each$net), error = spread(each$net))

# The same of the effect by brute force: 4,000 gains, each with 2,000 draws of all the rest.
outer <- gain[1:4000]
nested <- sapply(outer, function(g) {
  rows <- sample.int(n, 2000)
  mean(worked(lapply(draws, function(x) x[rows]), g)$net)
})
brute <- list(worth = worth(nested), error = sd(pmax(nested, 0) - (mean(nested) > 0) * nested) / sqrt(4000))

# Budgets have back what was paid: paid at the start of years 0 and 1, gained evenly within each year.
paid <- c(530000 * 1.1, means["kind"] * factor[2], 0, 0, 0)
gainedBy <- function(year) {
  total <- 0
  for (entered in 0:1) for (y in 0:3) {
    if (entered + 1 + y != year) next
    left <- if (y >= window) (1 - means["fade"])^(y - ceiling(window) + 1) else 1
    total <- total + c(0.6, 0.4)[entered + 1] * factor[year + 1] * left * min(1, 3.5 - y) / window
  }
  unname(400 * meanGain * 1.6 * 900 * 1.236494 * total)
}
gained <- sapply(0:4, gainedBy)
# Budgets gain four times as much, so that the money comes back.
balance <- function(at) {
  year <- floor(at)
  4 * (sum(gained[seq_len(year)]) + (if (year < 5) gained[year + 1] * (at - year) else 0)) - sum(paid[1:min(5, year + 1)])
}
back <- uniroot(balance, c(2, 4.999), tol = 1e-12)$root

result <- list(
  source = list(kind = "other-software", software = R.version.string, script = "packages/economics/oracles/appraisal.R"),
  best = list(cost = best$cost[[1]], fiscal = best$fiscal[[1]], social = best$social[[1]], cashable = best$cashable[[1]],
              net = best$net[[1]], ratio = ((best$fiscal + best$social) / best$cost)[[1]]),
  draws = list(
    n = n, meanNet = mean(each$net), sdNet = sd(each$net), probabilityPositive = mean(each$net > 0),
    cost = limits(each$cost), fiscal = limits(each$fiscal), net = limits(each$net),
    ratio = limits((each$fiscal + each$social) / each$cost), meanOfRatios = mean((each$fiscal + each$social) / each$cost)
  ),
  tornado = tornado, information = information, perfectInformation = everything, nestedEffect = brute,
  paybackAtFourTimes = back
)
writeLines(jsonlite::toJSON(result, auto_unbox = TRUE, digits = NA, pretty = TRUE), commandArgs(TRUE)[1])
