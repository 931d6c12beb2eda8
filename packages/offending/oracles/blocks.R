# Writes blocks.json: rates with cluster-robust limits, trends, tests of two shares, and shares after selection.
# Run: Rscript packages/offending/oracles/blocks.R
suppressMessages({ library(sandwich); library(jsonlite) })

events <- c(0, 3, 1, 0, 7, 2, 0, 1, 0, 0, 4, 1)
years <- c(0.5, 0.5, 0.4, 0.5, 0.25, 0.5, 0.5, 0.1, 0.5, 0.5, 0.45, 0.5)
fit <- glm(events ~ 1 + offset(log(years)), family = poisson, control = list(epsilon = 1e-14))
se <- sqrt(vcovHC(fit, type = "HC1")[1, 1])
limits <- exp(coef(fit)[[1]] + c(-1, 1) * qt(0.975, length(events) - 1) * se)

counts <- rbind(c(3, 2, 2, 0), c(1, 1, 0, 1), c(0, 2, 1, 0), c(4, 1, 3, 2), c(2, 0, 0, 0), c(1, 0, 1, 0), c(0, 0, 0, 1))
at_liberty <- matrix(0.5, nrow(counts), ncol(counts))
at_liberty[4, 3] <- 0.2
at_liberty[6, 2] <- 0.35
long <- data.frame(person = rep(seq_len(nrow(counts)), ncol(counts)), block = rep(0:3, each = nrow(counts)),
                   events = as.vector(counts), years = as.vector(at_liberty))
trend <- glm(events ~ block + offset(log(years)), family = poisson, data = long, control = list(epsilon = 1e-14))
slope_se <- sqrt(vcovCL(trend, cluster = ~person, type = "HC1", cadjust = TRUE)[2, 2])
slope_limits <- exp(coef(trend)[[2]] + c(-1, 1) * qt(0.975, nrow(counts) - 1) * slope_se)

# Share with an event after, of people with at least k events before: rates gamma, base prevalence 38 %, by integration.
after <- function(shape, k, base) {
  m <- shape * ((1 - base)^(-1 / shape) - 1)
  density <- function(l) dgamma(l, shape, scale = m / shape)
  selected <- integrate(function(l) ppois(k - 1, l, lower.tail = FALSE) * density(l), 0, Inf, rel.tol = 1e-12, abs.tol = 0, subdivisions = 2000)$value
  none <- integrate(function(l) exp(-l) * ppois(k - 1, l, lower.tail = FALSE) * density(l), 0, Inf, rel.tol = 1e-12, abs.tol = 0, subdivisions = 2000)$value
  1 - none / selected
}
grid <- expand.grid(atLeast = 1:3, shape = c(1, 2, 4, 8), base = c(0.1, 0.38))
grid$share <- mapply(after, grid$shape, grid$atLeast, grid$base)

mcnemar <- function(b, c) binom.test(b, b + c, 0.5)$p.value
result <- list(
  source = list(kind = "software", software = paste("R", getRversion(), "sandwich", packageVersion("sandwich")),
                script = "blocks.R"),
  rate = list(events = events, years = years, ratePerYear = exp(coef(fit)[[1]]), interval = limits),
  trend = list(events = counts, years = at_liberty, ratioPerBlock = exp(coef(trend)[[2]]), interval = slope_limits),
  fisher = list(list(first = c(20, 45), second = c(11, 40), p = fisher.test(matrix(c(20, 25, 11, 29), 2))$p.value),
                list(first = c(0, 5), second = c(5, 5), p = fisher.test(matrix(c(0, 5, 5, 0), 2))$p.value),
                list(first = c(8, 8), second = c(8, 8), p = 1)),
  mcnemar = list(list(firstOnly = 30, secondOnly = 3, p = mcnemar(30, 3)), list(firstOnly = 4, secondOnly = 4, p = mcnemar(4, 4)),
                 list(firstOnly = 0, secondOnly = 6, p = mcnemar(0, 6))),
  selection = grid
)
write_json(result, file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "blocks.json"),
           digits = NA, auto_unbox = TRUE, matrix = "rowmajor")
