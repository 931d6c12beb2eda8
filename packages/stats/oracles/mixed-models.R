# Writes mixed-models.json: linear mixed models of nlme::lme (fixed effects, standard errors, variances, log-likelihood), with
# Satterthwaite degrees of freedom of lmerTest. Two sets are real and read from the folder of shared data beside the repository
# (results alone are kept); two are drawn here and kept whole.
#   Rscript packages/stats/oracles/mixed-models.R
suppressMessages({ library(jsonlite); library(nlme); library(lmerTest) })
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
data <- file.path(here, "../../../../shared/data")
tight <- lmeControl(opt = "nlminb", msMaxIter = 500, maxIter = 200, tolerance = 1e-12, msTol = 1e-13, niterEM = 200)
fit <- function(fixed, slope, frame, method = "REML") {
  random <- if (is.null(slope)) ~ 1 | id else as.formula(paste("~", slope, "| id"))
  a <- lme(fixed, random = random, data = frame, method = method, control = tight)
  b <- lmer(update(fixed, as.formula(paste(". ~ . + (", if (is.null(slope)) "1" else slope, "| id)"))), frame,
            REML = method == "REML", control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), calc.derivs = FALSE))
  list(coefficients = unname(fixef(a)), standardErrors = unname(sqrt(diag(vcov(a)))), residual = a$sigma,
       group = unname(asplit(unclass(as.matrix(getVarCov(a)))[, , drop = FALSE], 1)), logLikelihood = as.numeric(logLik(b)),
       df = unname(coef(summary(b))[, "df"]), terms = names(fixef(a)))
}
claus <- read.csv(file.path(data, "claus-2020/claus_2020.csv"))
claus <- subset(claus, !is.na(bdi)); claus$pa <- as.integer(claus$treatment == "PA"); claus$wave <- factor(claus$time)
for (w in 2:4) claus[[paste0("pa", w)]] <- claus$pa * (claus$time == w)
hamd <- read.csv(file.path(data, "antidepressant-hamd/antidepressant_data.csv"))
hamd$drug <- as.integer(hamd$THERAPY == "DRUG"); hamd$week <- c(1, 2, 4, 6)[hamd$VISIT - 3]; hamd$id <- hamd$PATIENT
# gls stops where its likelihood hardly rises any more: it is begun again from where it stopped until it rises no further. Degrees of
# freedom by Satterthwaite's rule, from the slope of the restricted likelihood and numDeriv.
repeated <- function(fixed, frame) {
  frame <- frame[order(frame$id, frame$occasion), ]
  control <- glsControl(maxIter = 500, msMaxIter = 500, tolerance = 1e-12, msTol = 1e-14)
  a <- gls(fixed, frame, correlation = corSymm(form = ~ occasion | id), weights = varIdent(form = ~ 1 | occasion), control = control)
  for (again in 1:20) {
    b <- gls(fixed, frame, correlation = corSymm(coef(a$modelStruct$corStruct, unconstrained = FALSE), form = ~ occasion | id),
      weights = varIdent(coef(a$modelStruct$varStruct, unconstrained = FALSE), form = ~ 1 | occasion), control = control)
    if (logLik(b) > logLik(a)) a <- b
  }
  list(coefficients = unname(coef(a)), standardErrors = unname(sqrt(diag(vcov(a)))), logLikelihood = as.numeric(logLik(a)),
    df = satterthwaite(fixed, frame, a))
}
satterthwaite <- function(fixed, frame, a) {
  x <- model.matrix(fixed, frame); y <- frame[[all.vars(fixed)[1]]]
  occasion <- match(frame$occasion, sort(unique(frame$occasion))); rows <- unname(split(seq_along(y), frame$id))
  whole <- getVarCov(a, individual = names(which.max(table(frame$id))))
  entries <- which(lower.tri(whole, diag = TRUE), arr.ind = TRUE)
  at <- function(theta) {
    sigma <- matrix(0, nrow(whole), nrow(whole)); sigma[entries] <- theta; sigma[entries[, 2:1]] <- theta
    w <- lapply(rows, function(own) solve(sigma[occasion[own], occasion[own], drop = FALSE]))
    xx <- Reduce(`+`, Map(function(own, v) t(x[own, , drop = FALSE]) %*% v %*% x[own, , drop = FALSE], rows, w)); unit <- solve(xx)
    b <- unit %*% Reduce(`+`, Map(function(own, v) t(x[own, , drop = FALSE]) %*% v %*% y[own], rows, w))
    slope <- 0 * sigma # of -2 log L by every entry of every person's covariance
    for (i in seq_along(rows)) {
      own <- rows[[i]]; wx <- w[[i]] %*% x[own, , drop = FALSE]; left <- w[[i]] %*% (y[own] - x[own, , drop = FALSE] %*% b); seen <- occasion[own]
      slope[seen, seen] <- slope[seen, seen] + w[[i]] - wx %*% unit %*% t(wx) - left %*% t(left)
    }
    list(slope = ifelse(entries[, 1] == entries[, 2], 1, 2) * slope[entries], variances = diag(unit))
  }
  slope <- function(theta) at(theta)$slope
  theta <- unclass(whole)[entries]
  for (again in 1:3) theta <- theta - solve(numDeriv::jacobian(slope, theta), slope(theta)) # the digits gls left
  slopes <- numDeriv::jacobian(function(one) at(one)$variances, theta)
  unname(at(theta)$variances^2 / diag(slopes %*% solve(numDeriv::jacobian(slope, theta), t(slopes))))
}
claus$occasion <- claus$time; hamd$occasion <- hamd$VISIT - 3
set.seed(20)
people <- rep(1:14, times = c(4, 4, 3, 4, 1, 2, 4, 4, 3, 4, 4, 2, 1, 4))
drawn <- data.frame(id = people, time = ave(people, people, FUN = seq_along) - 1)
drawn$arm <- as.integer(drawn$id %% 2 == 0)
drawn$y <- round(50 + rnorm(14, 0, 4)[drawn$id] + (-1.5 + rnorm(14, 0, 1.2)[drawn$id]) * drawn$time - drawn$arm * drawn$time + rnorm(nrow(drawn), 0, 2), 1)
none <- data.frame(id = rep(1:8, each = 3), time = rep(0:2, 8))
none$y <- c(10, 12, 15, 15, 13, 10, 11, 14, 13, 14, 11, 13, 10, 13, 15, 15, 12, 11, 13, 12, 13, 12, 13, 13)
singular <- lmer(y ~ time + (1 | id), none)
writeLines(toJSON(list(
  source = list(kind = "software", software = paste("R", getRversion(), "nlme", packageVersion("nlme"), "lmerTest", packageVersion("lmerTest")), script = "mixed-models.R"),
  claus = list(rows = nrow(claus), people = length(unique(claus$id)), intercept = fit(bdi ~ wave * pa, NULL, claus), full = fit(bdi ~ wave * pa, NULL, claus, "ML"),
    unstructured = repeated(bdi ~ wave * pa, claus), unstructuredConstrained = repeated(bdi ~ wave + pa2 + pa3 + pa4, claus),
    constrained = fit(bdi ~ wave + pa2 + pa3 + pa4, NULL, claus)),
  hamd = list(unstructured = repeated(CHANGE ~ BASVAL + factor(VISIT) * drug, hamd), rows = nrow(hamd), people = length(unique(hamd$id)), intercept = fit(CHANGE ~ BASVAL + week * drug, NULL, hamd), slope = fit(CHANGE ~ BASVAL + week * drug, "week", hamd)),
  drawn = list(data = as.list(drawn), intercept = fit(y ~ time * arm, NULL, drawn), slope = fit(y ~ time * arm, "time", drawn), full = fit(y ~ time * arm, "time", drawn, "ML")),
  singular = list(data = as.list(none), coefficients = unname(fixef(singular)), standardErrors = unname(sqrt(diag(vcov(singular)))),
    residual = sigma(singular), logLikelihood = as.numeric(logLik(singular)), df = unname(coef(summary(singular))[, "df"]))),
  auto_unbox = TRUE, digits = NA, pretty = TRUE), file.path(here, "mixed-models.json"))
