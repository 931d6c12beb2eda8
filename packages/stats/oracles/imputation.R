# Writes imputation.json: Rubin's rules by mice::pool.scalar (mice 3.15.0) on estimates given here.
#   Rscript packages/stats/oracles/imputation.R
suppressMessages({ library(jsonlite); library(mice) })
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
one <- function(estimates, variances, completeDf) {
  # k = 1, so that n - k is the complete-data degrees of freedom
  p <- pool.scalar(estimates, variances, n = if (is.null(completeDf)) Inf else completeDf + 1, k = 1)
  list(estimates = estimates, variances = variances, completeDf = completeDf, estimate = p$qbar, within = p$ubar,
    between = p$b, total = p$t, df = p$df, fractionMissing = p$fmi)
}
sets <- list(
  one(c(-.05, -.06, -.04, -.055, -.045), rep(.0004, 5), NULL),
  one(c(-.05, -.06, -.04, -.055, -.045), rep(.0004, 5), 60),
  one(c(1.2, 3.4), c(.9, 2.1), 4.5),
  one(c(0.31, 0.52, 0.11, 0.44, 0.29, 0.38), c(.02, .031, .015, .022, .04, .018), 112),
  one(c(1571.74, 1402.2, 1660.9, 1551.1), c(1010.95, 990.2, 1030.3, 1002.8)^2, 112)
)
writeLines(toJSON(list(source = list(kind = "software", software = "R mice 3.15.0, pool.scalar", script = "imputation.R"),
  tolerance = 1e-12, sets = sets), auto_unbox = TRUE, digits = NA, null = "null", pretty = TRUE),
  file.path(here, "imputation.json"))
