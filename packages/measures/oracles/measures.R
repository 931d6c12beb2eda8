# Reliability, effect sizes and analysis of covariance that base R works out, for packages/measures/oracles/measures.json.
# Run from the repository root: Rscript packages/measures/oracles/measures.R
library(jsonlite)
options(digits = 17)

# Cronbach's alpha with Feldt's interval, on R's own data set `attitude` (30 departments, 7 ratings).
alpha <- function(x, level = 0.95) {
  k <- ncol(x); n <- nrow(x)
  a <- k / (k - 1) * (1 - sum(diag(cov(x))) / var(rowSums(x)))
  r <- (sum(cor(x)) - k) / (k * (k - 1))
  f <- qf(c((1 + level) / 2, (1 - level) / 2), n - 1, (n - 1) * (k - 1))
  list(alpha = a, standardised = k * r / (1 + (k - 1) * r), meanCorrelation = r, interval = 1 - (1 - a) * f)
}
turned <- attitude
for (name in c("complaints", "critical")) turned[[name]] <- 117 - turned[[name]]

# Standard errors of standardised mean changes by the delta method: derivatives by R's deriv, not by hand.
pre <- c(14, 18, 11, 9, 20, 16, 13, 17, 12, 15, 19, 10)
post <- c(9, 17, 6, 10, 12, 11, 13, 9, 4, 14, 16, 3)
n <- length(pre)
v1 <- var(pre); v2 <- var(post); c12 <- cov(pre, post); m <- mean(pre) - mean(post)
estimates <- list(
  d_av = quote(m / ((sqrt(v1) + sqrt(v2)) / 2)),
  d_b = quote(m / sqrt(v1)),
  d_rm = quote(m / sqrt(v1 + v2 - 2 * c12) * sqrt(2 * (1 - c12 / sqrt(v1 * v2)))),
  d_z = quote(m / sqrt(v1 + v2 - 2 * c12))
)
spread <- rbind(
  c((v1 + v2 - 2 * c12) / n, 0, 0, 0),
  c(0, 2 * v1^2, 2 * c12^2, 2 * v1 * c12) / c(1, rep(n - 1, 3)),
  c(0, 2 * c12^2, 2 * v2^2, 2 * v2 * c12) / c(1, rep(n - 1, 3)),
  c(0, 2 * v1 * c12, 2 * v2 * c12, v1 * v2 + c12^2) / c(1, rep(n - 1, 3))
)
effects <- lapply(estimates, function(e) {
  value <- eval(deriv(e, c("m", "v1", "v2", "c12")))
  g <- attr(value, "gradient")
  list(estimate = as.numeric(value), standardError = sqrt(as.numeric(g %*% spread %*% t(g))))
})

write_json(list(
  what = "Cronbach's alpha with Feldt's interval; standardised mean changes with delta-method errors",
  source = list(kind = "software", name = "R", version = paste(R.version$major, R.version$minor, sep = "."),
                script = "packages/measures/oracles/measures.R"),
  attitude = list(items = as.list(attitude), asIs = alpha(attitude), turned = alpha(turned)),
  beforeAfter = list(pre = pre, post = post, better = "lower", effects = effects)
), "packages/measures/oracles/measures.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
