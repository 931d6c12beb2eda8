# Writes regression.json: regressions on awkward inputs, from R.
#   Rscript packages/stats/oracles/regression.R
# Fits run to convergence (epsilon 1e-15); sandwich covariances come from the sandwich package.
suppressMessages({
  library(jsonlite)
  library(sandwich)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
tight <- glm.control(epsilon = 1e-15, maxit = 100)
# glm stops when the deviance is flat, which is at half the digits of the coefficients, and its standard errors are
# one step older still: start it again from where it stopped.
settled <- function(formula, family, data, weights = rep(1, length(data[[1]])), offset = 0 * weights) {
  call <- list(formula, family = family, data = data, weights = weights, offset = offset, control = tight)
  fit <- suppressWarnings(do.call(glm, call))
  for (again in 1:12) fit <- suppressWarnings(do.call(glm, c(call, list(start = coef(fit)))))
  fit
}

# 30 people in 7 unequal sites; dollars beside 0/1, ties everywhere. Years are counted from 2015: on the calendar
# (2020, spread under 1) the sandwich package itself loses half its digits.
set.seed(20260301)
n <- 30
site <- rep(1:7, times = c(1, 2, 3, 4, 5, 7, 8))
group <- as.numeric(seq_len(n) %% 3 == 0)
dollars <- round(exp(rnorm(n, 9, 1)))
dollars[c(2, 5, 6, 11)] <- 0
year <- 5 + round(runif(n), 2)
level <- sample(1:3, n, replace = TRUE)
second <- as.numeric(level == 2)
third <- as.numeric(level == 3)
first <- as.numeric(level == 1)
always <- rep(4, n)
columns <- list(
  one = rep(1, n), group = group, dollars = dollars, first = first, second = second,
  third = third, always = always, year = year, twice = 2 * group + first
)
X <- do.call(cbind, columns)
y <- round(200 * group + 0.3 * dollars + 50 * second + rnorm(n, 0, 300))
hit <- as.numeric(runif(n) < plogis(-1 + group + 0.5 * second))
count <- rpois(n, exp(0.3 + 0.4 * group)) * (runif(n) < 0.7)
days <- sample(c(30, 180, 365, 365), n, replace = TRUE)
weights <- rep(c(1, 2, 0.5, 3, 0.25), length.out = n)
balancing <- weights
balancing[c(4, 9, 30)] <- 0
exposure <- log(days)

named <- function(v) as.list(unname(v))
full_vcov <- function(fit, v) {
  se <- rep(NA_real_, length(coef(fit)))
  se[!is.na(coef(fit))] <- sqrt(diag(v))
  se
}
sandwiches <- function(fit, cluster) {
  list(
    HC0 = full_vcov(fit, vcovHC(fit, "HC0")), HC1 = full_vcov(fit, vcovHC(fit, "HC1")),
    HC2 = full_vcov(fit, vcovHC(fit, "HC2")), HC3 = full_vcov(fit, vcovHC(fit, "HC3")),
    CR0 = full_vcov(fit, vcovCL(fit, cluster = cluster, type = "HC0", cadjust = FALSE)),
    CR1 = full_vcov(fit, vcovCL(fit, cluster = cluster, type = "HC1", cadjust = TRUE))
  )
}
summarised <- function(fit, cluster) {
  list(
    coefficients = unname(coef(fit)),
    standardErrors = full_vcov(fit, vcov(fit, complete = FALSE)),
    robust = sandwiches(fit, cluster)
  )
}
least <- function(formula_weights, rows = seq_len(n)) {
  Xr <- X[rows, ]
  yr <- y[rows]
  w <- formula_weights[rows]
  fit <- lm(yr ~ Xr - 1, weights = w)
  kept <- !is.na(coef(fit))
  # vcovHC and vcovCL want full rank: refit without the aliased columns.
  Xk <- Xr[, kept]
  clean <- lm(yr ~ Xk - 1, weights = w)
  out <- summarised(clean, site[rows])
  spread <- function(v) replace(rep(NA_real_, length(kept)), kept, v)
  list(
    coefficients = spread(out$coefficients), standardErrors = spread(out$standardErrors),
    robust = lapply(out$robust, spread), sigma = summary(clean)$sigma, df = clean$df.residual,
    rSquared = 1 - sum(w * resid(clean)^2) / sum(w * (yr - weighted.mean(yr, w))^2)
  )
}
general <- function(response, family, use, w = rep(1, n), off = rep(0, n)) {
  Xu <- X[, use]
  # The default tolerance here: with a tight one glm no longer sees aliased columns.
  fit <- suppressWarnings(glm(response ~ Xu - 1, family = family, weights = w, offset = off))
  kept <- !is.na(coef(fit))
  Xk <- Xu[, kept]
  frame <- list(response = response, Xk = Xk)
  clean <- settled(response ~ Xk - 1, family, frame, w, off)
  null <- settled(response ~ 1, family, frame, w, off)
  out <- summarised(clean, site)
  spread <- function(v) replace(rep(NA_real_, length(kept)), kept, v)
  list(
    columns = use, weights = w, offset = off,
    coefficients = spread(out$coefficients), standardErrors = spread(out$standardErrors),
    robust = lapply(out$robust, spread),
    deviance = deviance(clean), nullDeviance = deviance(null),
    fitted = unname(fitted(clean)), linearPredictor = unname(clean$linear.predictors)
  )
}
everything <- names(columns)
few <- c("one", "group", "dollars", "second")
used <- which(balancing > 0)

# Published to 15 figures by NIST, from arithmetic with 500 digits.
certified <- list(
  what = "Longley's data: six collinear economic series, 16 years",
  source = list(
    kind = "published",
    citation = "NIST Statistical Reference Datasets, Longley, certified values",
    url = "https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml"
  ),
  outcome = round(longley$Employed * 1000),
  columns = list(
    longley$GNP.deflator, round(longley$GNP * 1000), round(longley$Unemployed * 10),
    round(longley$Armed.Forces * 10), round(longley$Population * 1000), longley$Year
  ),
  coefficients = c(
    -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
    -1.03322686717359, -0.0511041056535807, 1829.15146461355
  ),
  standardErrors = c(
    890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699,
    0.214274163161675, 0.226073200069370, 455.478499142212
  ),
  sigma = 304.854073561965, rSquared = 0.995479004577296
)

lalonde <- as.data.frame(fromJSON(file.path(here, "lalonde.json"))$columns)
lalonde$race <- factor(lalonde$race, levels = c("black", "hispan", "white"))
probit <- settled(treat ~ age + educ + race + married + nodegree + re74 + re75, binomial("probit"), lalonde)
logit <- settled(treat ~ age + educ + race + married + nodegree + re74 + re75, binomial(), lalonde)

out <- list(
  what = "Regressions on awkward inputs",
  source = list(
    kind = "software", script = "regression.R", R = as.character(getRversion()),
    sandwich = as.character(packageVersion("sandwich"))
  ),
  tolerance = list(closedForm = 1e-10, iterative = 1e-9),
  columns = columns, outcome = y, hit = hit, count = count, site = site,
  weights = weights, balancing = balancing,
  leastSquares = list(
    unweighted = least(rep(1, n)),
    weighted = least(weights),
    # Rows of weight 0 are as absent: the reference leaves them out.
    balancing = least(balancing, used)
  ),
  logistic = list(
    plain = general(hit, binomial(), few),
    aliased = general(hit, binomial(), everything[everything != "year"]),
    weighted = general(hit, quasibinomial(), few, weights, 0.1 * level),
    oneEvent = general(replace(rep(0, n), 3, 1), binomial(), c("one", "year"))
  ),
  probit = list(plain = general(hit, binomial("probit"), few)),
  poisson = list(
    rate = general(count, poisson(), few, off = exposure),
    weighted = general(count, quasipoisson(), few, weights, exposure)
  ),
  lalonde = list(
    logit = list(
      coefficients = unname(coef(logit)), standardErrors = unname(sqrt(diag(vcov(logit)))),
      HC0 = unname(sqrt(diag(vcovHC(logit, "HC0")))), HC3 = unname(sqrt(diag(vcovHC(logit, "HC3"))))
    ),
    probit = list(
      coefficients = unname(coef(probit)), standardErrors = unname(sqrt(diag(vcov(probit)))),
      HC0 = unname(sqrt(diag(vcovHC(probit, "HC0")))), logLikelihood = as.numeric(logLik(probit))
    )
  ),
  longley = certified
)
# Quasi families give the estimates; their dispersion is not ours, which is 1.
rescale <- function(entry, response, family) {
  Xk <- X[, entry$columns]
  frame <- list(response = response, Xk = Xk)
  one <- summary(settled(response ~ Xk - 1, family, frame, entry$weights, entry$offset), dispersion = 1)
  entry$standardErrors <- unname(one$coefficients[, 2])
  entry
}
out$logistic$weighted <- rescale(out$logistic$weighted, hit, quasibinomial())
out$poisson$weighted <- rescale(out$poisson$weighted, count, quasipoisson())
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "regression.json"))
