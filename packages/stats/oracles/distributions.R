# Writes distributions.json: densities, both tails and quantiles of the distributions, from base R.
#
#   Rscript distributions.R          (R 4.2.2, no packages; run in this folder)
#
# Points are chosen by their tail probabilities, from 1e-300 to 1/2 on both sides, over awkward parameters:
# shapes far below 1, up to a million, not whole, very unequal. They are rounded to at most 12 significant
# digits, so that R and the reader of the file evaluate at the same double; the values are printed with 17
# digits, which is exact.
#
# Where R's own functions are known to lose accuracy the table takes another route, still R's:
#  * quantiles are polished by Newton steps on the logarithm of R's own distribution function. qgamma, qbeta,
#    qt and qf stop at a relative error of 1e-8 to 1e-15 depending on the parameters.
#  * qf is not used. It takes 1/qbeta - 1, which cancels for small quantiles (qf(1e-200, 3, 7) is 0), and it
#    substitutes a chi-square above 4e5 denominator degrees of freedom. The start is the ratio of the two
#    complementary beta quantiles instead.
#  * qbinom and qhyper are wrong far out (qbinom(1e-300, 1e5, 0.999) is 1e5, qhyper stops near 1e-17); counts
#    are found by bisection on the distribution function.
#  * logarithms of tails are taken from the tails themselves, log(p) for the smaller and log1p(-p) for the
#    larger: pbeta(log.p = TRUE) loses eight digits near 1e-300 when a shape is a million.
#  * dgamma, dbeta and df lose up to seven digits at large shapes (R before 4.4 subtracts nearly equal numbers
#    in bd0): with a parameter above 100 their column is null. high-precision.py has those densities.
#  * rows where R warns, or a tail is below 1e-300, are left out. phyper adds one tail and subtracts, so the
#    larger of its columns is one minus the other.

levels_one <- c(1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-10, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.25, 0.5)
levels_two <- c(1e-300, 1e-100, 1e-20, 1e-8, 1e-3, 0.025, 0.3, 0.5)

families <- list(
  normal = list(
    d = dnorm, p = pnorm, q = qnorm, discrete = FALSE, levels = levels_one,
    parameters = rbind(c(0, 1), c(-3.5, 0.25), c(1e6, 1e3))
  ),
  studentT = list(
    d = dt, p = pt, q = qt, discrete = FALSE, levels = levels_one,
    parameters = cbind(c(0.1, 0.5, 1, 2, 2.5, 3, 5, 10, 30, 100.7, 1e3, 1e4, 1e5, 1e6))
  ),
  chiSquare = list(
    d = dchisq, p = pchisq, q = qchisq, discrete = FALSE, levels = levels_one,
    parameters = cbind(c(0.1, 0.5, 1, 2, 3, 4.7, 10, 50, 100, 1234.5, 1e4, 1e5, 1e6))
  ),
  gamma = list(
    d = function(x, a, s, ...) dgamma(x, a, scale = s, ...),
    p = function(x, a, s, ...) pgamma(x, a, scale = s, ...),
    q = function(x, a, s, ...) qgamma(x, a, scale = s, ...), discrete = FALSE, levels = levels_one,
    parameters = cbind(
      c(0.1, 0.3, 0.5, 1, 1.5, 2, 5, 9.99, 25.5, 100, 999.9, 1e4, 1e5, 1e6),
      c(1, 2.5, 1, 1, 0.001, 1, 1, 1, 1, 365.25, 1, 1, 1, 1)
    )
  ),
  beta = list(
    d = dbeta, p = pbeta, q = qbeta, discrete = FALSE, levels = levels_two,
    parameters = unname(as.matrix(expand.grid(c(0.1, 0.5, 1, 2.3, 30, 1000.5, 1e6), c(0.1, 0.5, 1, 2.3, 30, 1000.5, 1e6))))
  ),
  f = list(
    d = df, p = pf,
    q = function(p, d1, d2, ...) d2 / d1 * qbeta(p, d1 / 2, d2 / 2, ...) /
      (if (isFALSE(list(...)$lower.tail)) qbeta(p, d2 / 2, d1 / 2) else qbeta(p, d2 / 2, d1 / 2, lower.tail = FALSE)),
    discrete = FALSE, levels = levels_two,
    parameters = unname(as.matrix(expand.grid(c(0.1, 1, 2, 3.3, 40, 1000, 1e6), c(0.1, 1, 2, 3.3, 40, 1000, 1e6))))
  ),
  binomial = list(
    d = dbinom, p = pbinom, q = qbinom, discrete = TRUE, levels = levels_two,
    parameters = unname(as.matrix(expand.grid(c(1, 2, 7, 20, 100, 1000, 1e5, 1e6), c(1e-10, 1e-4, 0.01, 0.25, 0.5, 0.7, 0.999))))
  ),
  poisson = list(
    d = dpois, p = ppois, q = qpois, discrete = TRUE, levels = levels_one,
    parameters = cbind(c(1e-5, 0.1, 0.5, 1, 3.3, 10, 99.9, 1e3, 1e5, 1e6))
  ),
  negativeBinomial = list(
    d = dnbinom, p = pnbinom, q = qnbinom, discrete = TRUE, levels = levels_two,
    parameters = unname(as.matrix(expand.grid(c(0.1, 1, 2.5, 100, 1e4), c(1e-3, 0.05, 0.5, 0.9))))
  ),
  hypergeometric = list(
    d = dhyper, p = phyper, q = qhyper, discrete = TRUE, levels = levels_two,
    parameters = rbind(c(5, 5, 3), c(10, 7, 8), c(3, 997, 100), c(500, 700, 300), c(5000, 45000, 2000), c(1e5, 2e5, 1e4))
  )
)

# Newton on log P(q) against log q (on q itself for the two families that take negative values).
polish <- function(family, name, q, p, parameters, lower) {
  whole_line <- name %in% c("normal", "studentT")
  for (step in 1:3) {
    log_p <- log(do.call(family$p, c(list(q), parameters, lower.tail = lower)))
    log_d <- do.call(family$d, c(list(q), parameters, log = TRUE))
    if (!is.finite(log_p) || !is.finite(log_d)) return(NA)
    change <- (log_p - log(p)) / exp(log_d - log_p) * (if (lower) 1 else -1)
    q <- if (whole_line) q - change else q * exp(-change / q)
  }
  q
}

# The smallest count with P(X <= k) >= p, or P(X > k) <= p. A start from R, widened until it brackets.
count <- function(family, start, p, parameters, lower) {
  reached <- function(k) {
    tail <- do.call(family$p, c(list(k), parameters, lower.tail = lower))
    if (lower) tail >= p * (1 - 1e-14) else tail <= p * (1 + 1e-14)
  }
  low <- -1
  high <- max(start, 1)
  while (!reached(high)) high <- 2 * high
  while (high - low > 1) {
    middle <- floor((low + high) / 2)
    if (reached(middle)) high <- middle else low <- middle
  }
  high
}

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")

values <- list()
quantiles <- list()
for (name in names(families)) {
  family <- families[[name]]
  for (i in seq_len(nrow(family$parameters))) {
    parameters <- as.list(family$parameters[i, ])
    text <- paste(sapply(parameters, number), collapse = ", ")
    points <- NULL
    for (lower in c(TRUE, FALSE)) for (p in family$levels) {
      q <- tryCatch(do.call(family$q, c(list(p), parameters, lower.tail = lower)), warning = function(w) NA)
      if (!is.finite(q)) next
      if (family$discrete) q <- count(family, q, p, parameters, lower)
      if (name == "studentT" && p == 0.5) q <- 0
      points <- c(points, if (family$discrete) c(q - 1, q) else signif(q, 12))
      if (!family$discrete && q != 0) q <- polish(family, name, q, p, parameters, lower)
      if (is.finite(q) && (family$discrete || q == 0 || abs(q) > 1e-300) && !(name == "beta" && q == 1)) {
        quantiles <- c(quantiles, sprintf('["%s", [%s], %s, %s, %s]', name, text, tolower(!lower), number(p), number(q)))
      }
    }
    for (x in unique(points)) {
      v <- tryCatch(c(
        do.call(family$d, c(list(x), parameters)),
        do.call(family$d, c(list(x), parameters, log = TRUE)),
        do.call(family$p, c(list(x), parameters)),
        do.call(family$p, c(list(x), parameters, lower.tail = FALSE))
      ), warning = function(w) NULL)
      if (is.null(v) || any(!is.finite(v)) || any(v[3:4] < 1e-300)) next
      lower_is_small <- v[3] < v[4]
      v[5] <- if (lower_is_small) log(v[3]) else log1p(-v[4])
      v[6] <- if (lower_is_small) log1p(-v[3]) else log(v[4])
      if (name %in% c("chiSquare", "gamma", "beta", "f") && max(unlist(parameters)) > 100) v[1:2] <- NA
      values <- c(values, sprintf('["%s", [%s], %s, %s]', name, text, number(x), paste(number(v), collapse = ", ")))
    }
  }
}

writeLines(c(
  "{",
  '  "what": "Densities, tails and quantiles over awkward parameters",',
  sprintf('  "source": { "kind": "software", "name": "R", "version": "%s.%s", "script": "distributions.R" },', R.version$major, R.version$minor),
  '  "valueColumns": ["family", "parameters", "x", "density", "logDensity", "lower", "upper", "logLower", "logUpper"],',
  '  "quantileColumns": ["family", "parameters", "upper", "p", "x"],',
  '  "values": [', paste0("    ", paste(values, collapse = ",\n    ")), "  ],",
  '  "quantiles": [', paste0("    ", paste(quantiles, collapse = ",\n    ")), "  ]",
  "}"
), "distributions.json")
cat(length(values), "values,", length(quantiles), "quantiles\n")
