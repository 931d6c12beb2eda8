# Writes bootstrap.json: percentile and BCa limits by R's boot package from replicates that boot itself drew.
#   Rscript packages/stats/oracles/bootstrap.R
suppressMessages({
  library(jsonlite)
  library(boot)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
set.seed(7)
n <- 35
x <- rnbinom(n, size = 0.6, mu = 3)
u <- round(runif(n, 0.3, 1.5), 2)
ratio <- function(d, w) sum(d$x * w) / sum(d$u * w)
d <- data.frame(x, u)
# Influence of each unit by leaving it out, about the mean of those (Davison and Hinkley 1997, section 3.2.1); empinf takes
# it about the estimate. In strata boot.ci leaves out the factors 1 / n_s of section 5.3.2, so the book's formula is used
# with boot's own interpolation.
case <- function(R, level, strata = rep(1, n)) {
  b <- boot(d, function(d, w) ratio(d, w), R = R, stype = "f", strata = strata)
  without <- sapply(seq_len(n), function(i) ratio(d, replace(rep(1, n), i, 0)))
  ns <- as.vector(table(strata)[as.character(strata)])
  L <- (ns - 1) * (ave(without, strata) - without)
  a <- sum(L^3 / ns^3) / (6 * sum(L^2 / ns^2)^1.5)
  p <- boot.ci(b, conf = level, type = "perc")$percent[4:5]
  z0 <- qnorm(mean(b$t[, 1] < b$t0))
  z <- qnorm((1 + c(-level, level)) / 2)
  q <- boot:::norm.inter(b$t[, 1], pnorm(z0 + (z0 + z) / (1 - a * (z0 + z))))[, 2]
  if (length(unique(strata)) == 1) stopifnot(all.equal(q, boot.ci(b, conf = level, type = "bca", L = L)$bca[4:5]))
  list(level = level, strata = strata, replicates = b$t[, 1], estimate = b$t0, acceleration = a,
    standardError = sd(b$t[, 1]), percentile = p, bca = q)
}
cases <- list(even = case(999, 0.95), uneven = case(500, 0.9), strata = case(999, 0.95, rep(1:2, c(20, 15))))
# Share of samples of 60 units, with gamma rates of mean 2 and unequal exposures, whose BCa limits hold 2.
samples <- 600
law <- mean(replicate(samples, {
  d <- data.frame(u = 0.5 + runif(60))
  d$x <- rpois(60, d$u * rgamma(60, 1, scale = 2))
  b <- boot(d, function(d, w) ratio(d, w), R = 399, stype = "f")
  limits <- boot.ci(b, type = "bca", L = empinf(b, type = "jack", stype = "f"))$bca[4:5]
  limits[1] <= 2 && 2 <= limits[2]
}))
write(toJSON(list(
  source = list(kind = "software", name = "R with boot", version = paste(R.version.string, "; boot", packageVersion("boot")), script = "bootstrap.R"),
  x = x, u = u,
  cases = cases,
  law = list(samples = samples, held = law)
), auto_unbox = TRUE, digits = NA, pretty = TRUE), file.path(here, "bootstrap.json"))
