# Writes two-groups.json: Welch's t on awkward samples, and Wald log intervals of ratios at other levels.
#   Rscript packages/stats/oracles/two-groups.R
suppressMessages(library(jsonlite))
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
welch <- function(first, second, level = 0.95) {
  t <- t.test(first, second, conf.level = level)
  list(
    first = first, second = second, level = level, difference = unname(t$estimate[1] - t$estimate[2]),
    standardError = t$stderr, df = unname(t$parameter), statistic = unname(t$statistic), pValue = t$p.value,
    lower = t$conf.int[1], upper = t$conf.int[2]
  )
}
set.seed(20260304)
single <- function(x, n, level) {
  ci <- prop.test(x, n, conf.level = level, correct = FALSE)$conf.int
  list(x = x, n = n, level = level, lower = ci[1], upper = ci[2])
}
out <- list(
  what = "Welch's t and Wilson intervals at several levels",
  source = list(kind = "software", script = "two-groups.R", R = as.character(getRversion())),
  tolerance = 1e-10,
  welch = list(
    unequal = welch(round(rnorm(23, 5, 9), 2), round(rnorm(4, 1, 1), 2)),
    counts = welch(c(0, 0, 0, 1, 0, 12, 0, 2), c(0, 1, 1, 0), 0.9),
    constant = welch(c(3, 3, 3), c(1, 2, 4, 8)),
    far = welch(1e6 + c(1, 2, 4, 8), 1e6 + c(1, 1, 2), 0.99)
  ),
  wilson = list(single(3, 17, 0.9), single(17, 17, 0.99), single(0, 5, 0.8), single(412, 100000, 0.95))
)
write(toJSON(out, digits = NA, auto_unbox = TRUE), file.path(here, "two-groups.json"))
