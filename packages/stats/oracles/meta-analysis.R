# Writes meta-analysis.json: random-effects meta-analysis and partial pooling on awkward sets of studies, from metafor.
#   Rscript packages/stats/oracles/meta-analysis.R
suppressMessages({
  library(jsonlite)
  library(metafor)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
sets <- list(
  # log hazard ratios of unequal sites; sites that differ less than chance would have them; two; one far off.
  sites = list(y = c(-0.9, 0.4, -0.2, -1.4, 0.1, -0.3, 0.8), se = c(0.3, 0.5, 0.12, 0.9, 0.2, 0.2, 1.5)),
  alike = list(y = c(0.21, 0.19, 0.25, 0.2), se = c(0.2, 0.4, 0.3, 0.25)),
  two = list(y = c(0, 3), se = c(1, 0.5)),
  outlier = list(y = c(0.1, 0.2, 0.15, 5, 0.12), se = c(0.1, 0.1, 0.2, 0.3, 0.1)),
  equal = list(y = c(1, 2, 3, 4, 5.5), se = rep(0.7, 5))
)
# Thirteen trials of a vaccine (Colditz et al. 1994), log risk ratios, as metadat has them.
trials <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
sets$trials <- list(y = as.numeric(trials$yi), se = sqrt(as.numeric(trials$vi)))
one <- function(set, level = 95) {
  fit <- function(method, test) {
    control <- list(threshold = 1e-14, maxiter = 10000, tol = 1e-14)
    rma(set$y, sei = set$se, method = method, test = test, level = level, control = control)
  }
  of <- function(method, test) {
    f <- fit(method, test)
    list(
      estimate = f$b[1], standardError = f$se, lower = f$ci.lb, upper = f$ci.ub, statistic = f$zval, pValue = f$pval,
      tauSquared = f$tau2, iSquared = f$I2 / 100, hSquared = f$H2, q = f$QE, qP = f$QEp,
      tauSquaredStandardError = if (method %in% c("DL", "REML", "ML")) f$se.tau2 else NA
    )
  }
  reml <- fit("REML", "z")
  interval <- confint(reml, control = list(tol = 1e-14, maxiter = 10000, tau2.max = 1e6))$random
  pooled <- blup(reml)
  list(
    estimates = set$y, standardErrors = set$se, level = level / 100,
    dersimonianLaird = of("DL", "z"), reml = of("REML", "z"), ml = of("ML", "z"), pauleMandel = of("PM", "z"),
    commonEffect = of("EE", "z"), hartungKnapp = of("REML", "adhoc"), hartungKnappPlain = of("REML", "knha"),
    tauSquaredInterval = unname(interval[1, 2:3]), iSquaredInterval = unname(interval[3, 2:3]) / 100,
    prediction = c(predict(reml)$pi.lb, predict(reml)$pi.ub),
    pooled = list(estimate = pooled$pred, standardError = pooled$se, lower = pooled$pi.lb, upper = pooled$pi.ub)
  )
}
out <- list(
  what = "Random-effects meta-analysis and best linear unbiased prediction",
  source = list(
    kind = "software", script = "meta-analysis.R", R = as.character(getRversion()),
    metafor = as.character(packageVersion("metafor"))
  ),
  tolerance = 1e-6,
  sets = c(lapply(sets, one), list(sitesAt90 = one(sets$sites, 90)))
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "meta-analysis.json"))
