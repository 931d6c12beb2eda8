# Writes firth.json: Firth's logistic regression where maximum likelihood fails, and where it does not.
#   Rscript packages/stats/oracles/firth.R
# Estimates and standard errors come from the brglm2 package (mean bias-reducing score). The penalised likelihood and
# its profile intervals are written out here, and found by a general optimiser; brglm2 does not have them.
suppressMessages({
  library(jsonlite)
  library(brglm2)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))

penalised <- function(b, X, y, w, offset) {
  eta <- drop(X %*% b) + offset
  p <- plogis(eta)
  sum(w * (y * eta - ifelse(eta > 0, eta + log1p(exp(-eta)), log1p(exp(eta))))) +
    0.5 * as.numeric(determinant(crossprod(X, w * p * (1 - p) * X))$modulus)
}
slope <- function(b, X, y, w, offset) {
  p <- plogis(drop(X %*% b) + offset)
  v <- w * p * (1 - p)
  h <- v * rowSums((X %*% solve(crossprod(X, v * X))) * X) / w
  colSums(X * (w * (y - p + h * (0.5 - p))))
}
# Best penalised likelihood with coefficient j held, by Newton's method on numerical second derivatives of it.
held <- function(j, value, start, X, y, w, offset) {
  b <- start
  b[j] <- value
  free <- setdiff(seq_along(b), j)
  for (round in 1:80) {
    g <- slope(b, X, y, w, offset)[free]
    H <- matrix(0, length(free), length(free))
    for (a in seq_along(free)) {
      e <- replace(numeric(length(b)), free[a], 1e-5)
      H[, a] <- ((slope(b + e, X, y, w, offset) - slope(b - e, X, y, w, offset)) / 2e-5)[free]
    }
    step <- solve(H, g)
    size <- min(1, 1 / max(abs(step)))
    b[free] <- b[free] - size * step
    if (max(abs(step)) < 1e-11) break
  }
  list(value = penalised(b, X, y, w, offset), b = b)
}
fitted_firth <- function(X, y, w = rep(1, length(y)), offset = rep(0, length(y)), level = 0.95) {
  # In standard deviations: brglm2 cannot solve a system that holds pounds beside 0/1.
  scale <- apply(X, 2, function(column) if (length(unique(column)) > 1) sd(column) else 1)
  X <- sweep(X, 2, scale, "/")
  colnames(X) <- paste0("x", seq_len(ncol(X)))
  fit <- brglm_fit(X, y, weights = w, offset = offset, family = binomial(),
    control = brglmControl(epsilon = 1e-13, maxit = 5000, type = "AS_mean"), start = rep(0, ncol(X)))
  b <- unname(fit$coefficients)
  best <- penalised(b, X, y, w, offset)
  p <- plogis(drop(X %*% b) + offset)
  se <- sqrt(diag(solve(crossprod(X, w * p * (1 - p) * X))))
  drop <- qchisq(level, 1) / 2
  ends <- sapply(seq_along(b), function(j) {
    loss <- function(value) best - held(j, value, b, X, y, w, offset)$value - drop
    side <- function(direction) {
      step <- se[j] / 2
      while (loss(b[j] + direction * step) < 0) step <- step * 1.5
      uniroot(loss, sort(c(b[j], b[j] + direction * step)), tol = 1e-12)$root
    }
    c(side(-1), side(1))
  })
  statistic <- sapply(seq_along(b), function(j) 2 * (best - held(j, 0, b, X, y, w, offset)$value))
  list(
    coefficients = unname(b / scale), standardErrors = unname(se / scale),
    penalisedLogLikelihood = best + sum(log(scale)), level = level, intervals = unname(t(ends) / scale), statistics = statistic, pValues = pchisq(statistic, 1, lower.tail = FALSE),
    score = max(abs(slope(b, X, y, w, offset)))
  )
}

# 40 people: nobody of site "c" has the event (separation), scores in tens of thousands, one person alone in a level.
set.seed(20261124)
n <- 40
level_b <- as.numeric(seq_len(n) %% 5 == 0)
level_c <- as.numeric(seq_len(n) %% 7 == 3)
alone <- as.numeric(seq_len(n) == 17)
pounds <- round(exp(rnorm(n, 10, 0.8)))
hit <- as.numeric(runif(n) < plogis(-0.3 + level_b))
hit[level_c == 1] <- 0
times <- rep(c(1, 2, 1, 3), length.out = n)
offset <- rep(c(0, 0.3, -0.2), length.out = n)
X <- cbind(1, level_b, level_c, alone, pounds)
long <- rep(seq_len(n), times)

out <- list(
  what = "Firth's logistic regression on 40 people with separation",
  source = list(
    kind = "software", script = "firth.R", R = as.character(getRversion()),
    brglm2 = as.character(packageVersion("brglm2"))
  ),
  tolerance = list(iterative = 1e-7, interval = 1e-6),
  columns = list(level_b = level_b, level_c = level_c, alone = alone, pounds = pounds),
  outcome = hit, times = times, offset = offset,
  fits = list(
    separated = fitted_firth(X, hit),
    offset = fitted_firth(X[, c(1, 2, 3)], hit, offset = offset, level = 0.9),
    counted = fitted_firth(X[long, c(1, 2, 3)], hit[long]),
    never = fitted_firth(X[, 1:2], rep(0, n))
  )
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "firth.json"))
