# Writes power.json: power and numbers needed by R's own functions, by pt with a non-centrality, and by simulation.
#   Rscript packages/stats/oracles/power.R
suppressMessages(library(jsonlite))
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
tight <- .Machine$double.eps^0.75

proportions <- Map(function(n, p1, p2, level) {
  list(first = n, base = p2, effect = p1 - p2, level = level,
    power = power.prop.test(n = n, p1 = p1, p2 = p2, sig.level = 1 - level)$power)
}, c(50, 200, 35, 1000, 30), c(0.75, 0.25, 0.02, 0.31, 0.9), c(0.5, 0.32, 0.2, 0.3, 0.7), c(0.95, 0.95, 0.9, 0.95, 0.99))
proportionsNeeded <- Map(function(p1, p2, power) {
  list(base = p2, effect = p1 - p2, power = power, n = power.prop.test(p1 = p1, p2 = p2, power = power, tol = tight)$n)
}, c(0.75, 0.2, 0.45), c(0.5, 0.3, 0.4), c(0.9, 0.8, 0.8))
means <- Map(function(n, delta, sd, level, type) {
  list(first = n, effect = delta, sd = sd, level = level, type = type,
    power = power.t.test(n = n, delta = delta, sd = sd, sig.level = 1 - level, type = type)$power)
}, c(20, 200, 3, 12, 15), c(1, 0.3, 2, 4, 0.8), c(1, 1, 1.5, 5, 1), c(0.95, 0.95, 0.9, 0.99, 0.95),
  c("two.sample", "two.sample", "two.sample", "two.sample", "paired"))
meansDetectable <- Map(function(n, power, type) {
  list(first = n, power = power, type = type, effect = power.t.test(n = n, power = power, type = type, tol = tight)$delta)
}, c(20, 200, 4, 15), c(0.9, 0.8, 0.8, 0.8), c("two.sample", "two.sample", "two.sample", "paired"))
# unequal arms: t with a non-centrality
unequal <- Map(function(n1, n2, delta) {
  df <- n1 + n2 - 2
  list(first = n1, second = n2, effect = delta, power = pt(qt(0.975, df), df, ncp = delta / sqrt(1 / n1 + 1 / n2), lower.tail = FALSE))
}, c(10, 30, 4), c(50, 300, 8), c(0.9, 0.5, 2.5))
# clusters: the same with units worth 1/deff each and df clusters less two
clusters <- Map(function(n1, n2, delta, icc, m, cv) {
  deff <- 1 + ((cv^2 + 1) * m - 1) * icc
  df <- (n1 + n2) / m - 2
  list(first = n1, second = n2, effect = delta, icc = icc, meanSize = m, sizeVariation = cv, designEffect = deff,
    power = pt(qt(0.975, df), df, ncp = delta / sqrt(deff * (1 / n1 + 1 / n2)), lower.tail = FALSE))
}, c(60, 200), c(60, 400), c(0.8, 0.4), c(0.05, 0.02), c(10, 20), c(0, 0.7))
# smallest fall found 80 times in 100, in points: unequal arms
fall <- function(n, base, r) {
  excess <- function(d) {
    p <- base - d
    pool <- (p + r * base) / (1 + r)
    pnorm((d * sqrt(n) - qnorm(0.975) * sqrt((1 + 1 / r) * pool * (1 - pool))) / sqrt(p * (1 - p) + base * (1 - base) / r)) - 0.8
  }
  if (excess(base) < 0) NA else uniroot(excess, c(1e-9, base), tol = 1e-14)$root
}
falls <- do.call(c, lapply(c(30, 60, 100, 250, 500, 1000), function(n) lapply(c(0.3, 0.2), function(base) {
  list(first = n, base = base, ratios = c(1, 5, 50), falls = sapply(c(1, 5, 50), function(r) fall(n, base, r)))
})))
# t about a distance, where R's own pt is good to all the digits asked for
tails <- do.call(c, lapply(c(1, 2.5, 8, 40, 1000), function(df) lapply(c(0.3, 2, 5), function(delta) {
  t <- qt(0.975, df)
  list(df = df, delta = delta, upper = integrate(function(s) pnorm(delta - t * s) * 2 * df * s * dchisq(df * s^2, df), 0, Inf,
    rel.tol = 1e-12, subdivisions = 5000)$value)
})))

# By simulation, where base R has no function.
set.seed(20260512)
runs <- 20000
share <- function(found) list(runs = runs, found = sum(found))
z <- qnorm(0.975)
negativeBinomial <- {
  found <- replicate(runs, {
    a <- rnbinom(150, size = 2, mu = 0.55 * 1.5)
    b <- rnbinom(450, size = 2, mu = 0.8 * 1.5)
    (mean(a) - mean(b)) / sqrt(var(a) / 150 + var(b) / 450) < -z
  })
  c(list(first = 150, second = 450, base = 0.8, effect = -0.25, exposure = 1.5, dispersion = 0.5), share(found))
}
paired <- {
  # both 0.18, first alone 0.12, second alone 0.27
  p <- c(0.18, 0.12, 0.27, 0.43)
  found <- replicate(runs, {
    x <- rmultinom(1, 100, p)
    (x[3] - x[2]) / sqrt(x[2] + x[3]) > z
  })
  phi <- (0.18 - 0.30 * 0.45) / sqrt(0.30 * 0.70 * 0.45 * 0.55)
  c(list(first = 100, base = 0.45, effect = -0.15, correlation = phi), share(found))
}
hazards <- {
  suppressMessages(library(survival))
  few <- 4000
  group <- rep(c(1, 0), c(120, 240))
  found <- replicate(few, {
    t <- rexp(360, ifelse(group == 1, 0.6, 1) * -log(0.55))
    fit <- survdiff(Surv(pmin(t, 1), t <= 1) ~ group)
    fit$obs[2] < fit$exp[2] && fit$chisq > z^2
  })
  list(first = 120, second = 240, eventShare = 0.45, effect = 0.6, runs = few, found = sum(found))
}
matchedMeans <- {
  # one with three, all correlated 0.4
  found <- replicate(runs, {
    shared <- rnorm(40) * sqrt(0.4)
    d <- 0.45 + shared + rnorm(40) * sqrt(0.6) - shared - rowMeans(matrix(rnorm(120), 40)) * sqrt(0.6)
    mean(d) / (sqrt(0.6 * (1 + 1 / 3) / 40)) > z
  })
  c(list(first = 40, ratio = 3, correlation = 0.4, effect = 0.45), share(found))
}
out <- list(
  what = "Power of two groups compared, effects and numbers",
  source = list(kind = "software", script = "power.R", R = as.character(getRversion())),
  proportions = proportions, proportionsNeeded = proportionsNeeded, means = means, meansDetectable = meansDetectable,
  unequal = unequal, clusters = clusters, falls = falls, tails = tails,
  simulated = list(negativeBinomial = negativeBinomial, paired = paired, hazards = hazards, matchedMeans = matchedMeans)
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null"), file.path(here, "power.json"))
