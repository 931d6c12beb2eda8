# Bounds of group-sequential tests with spending functions, and what given bounds spend, by the multivariate normal
# distribution (mvtnorm, Miwa's algorithm): another way than the recursion used here.
# Run: Rscript sequential.R > sequential.json
library(mvtnorm)
library(jsonlite)

steps <- Miwa(steps = 4097)

# Probability of having crossed +-bounds by the last of these looks, under no difference.
crossed <- function(shares, bounds) {
  k <- length(shares)
  if (k == 1) return(2 * pnorm(-bounds))
  correlation <- outer(shares, shares, function(a, b) sqrt(pmin(a, b) / pmax(a, b)))
  1 - as.numeric(pmvnorm(-bounds, bounds, corr = correlation, algorithm = steps))
}

spending <- list(
  "obrien-fleming" = function(t, alpha) 4 * pnorm(qnorm(1 - alpha / 4) / sqrt(t), lower.tail = FALSE),
  pocock = function(t, alpha) alpha * log(1 + (exp(1) - 1) * t)
)

bounds <- function(shares, rule, alpha) {
  found <- c()
  for (k in seq_along(shares)) {
    target <- spending[[rule]](shares[k], alpha)
    if (k == 1) {
      found <- qnorm(target / 2, lower.tail = FALSE)
    } else {
      gap <- function(c) crossed(shares[1:k], c(found, c)) - target
      found <- c(found, uniroot(gap, c(0.5, 8), tol = 1e-9)$root)
    }
  }
  found
}

cases <- list(
  list(shares = 1, rule = "obrien-fleming", alpha = 0.05),
  list(shares = c(0.5, 1), rule = "obrien-fleming", alpha = 0.05),
  list(shares = c(0.5, 1), rule = "pocock", alpha = 0.05),
  list(shares = c(0.25, 0.5, 0.75, 1), rule = "obrien-fleming", alpha = 0.05),
  list(shares = c(0.1, 0.45, 1), rule = "pocock", alpha = 0.01),
  list(shares = c(0.3, 0.35, 0.9), rule = "obrien-fleming", alpha = 0.1),
  list(shares = c(0.2, 0.4, 0.6, 0.8, 1), rule = "pocock", alpha = 0.05),
  list(shares = c(0.2, 0.4, 0.6, 0.8, 1), rule = "obrien-fleming", alpha = 0.05)
)
out <- lapply(cases, function(one) c(one, list(
  bounds = bounds(one$shares, one$rule, one$alpha),
  spent = spending[[one$rule]](one$shares, one$alpha)
)))
cat(toJSON(list(
  source = list(
    kind = "software", software = paste("R", getRversion(), "mvtnorm", packageVersion("mvtnorm")),
    script = "sequential.R", note = "Miwa's algorithm with 4097 grid points: about 1e-7"
  ),
  cases = out
), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
