# Power of plans before any data: two shares by power.prop.test, a cut-off by regression on a normal score, a staged
# rollout by generalised least squares on cell means. Run in this folder: Rscript planning.R
library(jsonlite)

two <- do.call(rbind, lapply(
  list(c(200, 0.4, 0.28), c(55, 0.44, 0.36), c(100, 0.3, 0.15), c(588, 0.44, 0.36), c(30, 0.5, 0.9), c(250, 0.1, 0.05)),
  function(x) data.frame(n = x[1], base = x[2], effect = x[3] - x[2],
    power = power.prop.test(n = x[1], p1 = x[2], p2 = x[3], strict = FALSE)$power)))
needed <- do.call(rbind, lapply(
  list(c(0.44, 0.36), c(0.4, 0.28), c(0.3, 0.2)),
  function(x) data.frame(base = x[1], effect = x[2] - x[1], n = ceiling(power.prop.test(p1 = x[1], p2 = x[2], power = 0.8)$n))))

# Variance of the treatment's coefficient with the score in the model over that without, on a fine grid of normal scores.
inflation <- function(share) {
  score <- qnorm((seq_len(2e6) - 0.5) / 2e6)
  treated <- as.numeric(score > qnorm(1 - share))
  1 / (1 - cor(score, treated)^2)
}
cutoff <- data.frame(share = c(0.5, 0.2, 0.75), inflation = sapply(c(0.5, 0.2, 0.75), inflation))

wedge <- function(areas, steps, base, effect, people, icc) {
  periods <- steps + 1
  total <- (base * (1 - base) + (base + effect) * (1 - base - effect)) / 2
  start <- floor((0:(areas - 1)) * steps / areas) + 1
  treated <- as.vector(sapply(start, function(s) as.numeric((0:(periods - 1)) >= s)))
  V <- diag(areas * periods) * (1 - icc) * total * areas * periods / people +
    kronecker(diag(areas), matrix(1, periods, periods)) * icc * total
  X <- cbind(model.matrix(~ factor(rep(seq_len(periods), areas))), treated)
  variance <- solve(t(X) %*% solve(V, X))[periods + 1, periods + 1]
  pt(abs(effect) / sqrt(variance) - qt(0.975, areas - 2), areas - 2)
}
plans <- data.frame(areas = c(8, 4, 7, 12), steps = c(4, 4, 3, 6), base = c(0.4, 0.3, 0.44, 0.2),
  effect = c(-0.1, -0.15, 0.12, -0.08), people = c(1200, 400, 900, 5000), icc = c(0.02, 0.05, 0, 0.03))
plans$power <- do.call(mapply, c(list(wedge), as.list(plans)))

write_json(list(
  what = "Power before any data: two shares, a cut-off on a normal score, a stepped wedge",
  source = list(kind = "software", name = R.version.string, script = "planning.R"),
  two = two, needed = needed, cutoff = cutoff, wedge = plans
), "planning.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
