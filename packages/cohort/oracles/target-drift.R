# Trend of a share by month with R's glm: Rscript packages/cohort/oracles/target-drift.R (writes target-drift.json beside it).
library(jsonlite)

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
month <- rep(0:3, each = 10)
outside <- c(rep(0, 10), rep(0, 9), 1, rep(0, 8), 1, 1, rep(0, 7), 1, 1, 1)
fit <- glm(outside ~ month, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100))
slope <- coef(summary(fit))["month", ]
z <- qnorm(0.975)
write_json(
  list(
    what = "40 people accepted over four months, of whom 0, 1, 2 and 3 are outside the target: odds ratio for each month later, Wald limits",
    source = list(kind = "software", name = "R stats::glm", version = R.version.string, script = "target-drift.R"),
    input = list(outsideByMonth = c(0, 1, 2, 3), acceptedByMonth = rep(10, 4)),
    expected = list(
      oddsRatioPerMonth = unname(exp(slope[1])),
      lower = unname(exp(slope[1] - z * slope[2])),
      upper = unname(exp(slope[1] + z * slope[2]))
    ),
    tolerance = 1e-8
  ),
  file.path(here, "target-drift.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE
)
