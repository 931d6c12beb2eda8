# Writes two-proportions.json: intervals and tests for one, two and paired proportions on awkward counts.
#   Rscript packages/stats/oracles/two-proportions.R
# Exact tests are R's own with their root finding made tight; score intervals solve their definition by brute force
# (the restricted likelihood is maximised numerically at every difference or ratio tried); Newcombe's paired interval
# is written out from Newcombe (1998), method 10.
suppressMessages(library(jsonlite))
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
root <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-15, maxiter = 5000)$root

midP <- function(x, n, level) {
  a <- (1 - level) / 2
  lower <- if (x == 0) 0 else root(function(p) pbinom(x, n, p, lower.tail = FALSE) + dbinom(x, n, p) / 2 - a, 0, x / n)
  upper <- if (x == n) 1 else root(function(p) pbinom(x - 1, n, p) + dbinom(x, n, p) / 2 - a, x / n, 1)
  list(events = x, total = n, level = level, lower = lower, upper = upper)
}

# Most likely second proportion along a curve first = along(second), by the slope of the log-likelihood.
score <- function(x1, n1, x2, n2, level, factor, kind) {
  z <- qnorm(1 - (1 - level) / 2)
  total <- n1 + n2
  scale <- if (factor) total / (total - 1) else 1
  restricted <- function(t) {
    along <- if (kind == "difference") function(b) b + t else function(b) b * t
    slope <- if (kind == "difference") 1 else t
    low <- if (kind == "difference") max(0, -t) else 0
    high <- if (kind == "difference") min(1, 1 - t) else min(1, 1 / t)
    g <- function(b) {
      a <- along(b)
      part <- function(x, p) if (x == 0) 0 else x / p
      slope * (part(x1, a) - part(n1 - x1, 1 - a)) + part(x2, b) - part(n2 - x2, 1 - b)
    }
    if (high - low < 1e-12) return(c(along(low), low))
    e <- (high - low) * 1e-14
    b <- if (g(low + e) <= 0) low else if (g(high - e) >= 0) high else root(g, low + e, high - e)
    c(along(b), b)
  }
  excess <- function(t) {
    p <- restricted(t)
    if (kind == "difference") {
      (x1 / n1 - x2 / n2 - t)^2 - z^2 * scale * (p[1] * (1 - p[1]) / n1 + p[2] * (1 - p[2]) / n2)
    } else {
      ((x1 / n1 - t * x2 / n2)^2 - z^2 * scale * (p[1] * (1 - p[1]) / n1 + t^2 * p[2] * (1 - p[2]) / n2)) / max(1, t)^2
    }
  }
  if (kind == "difference") {
    d <- x1 / n1 - x2 / n2
    lower <- if (d == -1) -1 else root(excess, -1, d - 1e-8)
    upper <- if (d == 1) 1 else root(excess, d + 1e-8, 1)
  } else {
    log_excess <- function(l) excess(exp(l))
    r <- log((x1 / n1) / (x2 / n2))
    lower <- if (x1 == 0) 0 else exp(root(log_excess, -20, min(r, 20) - 1e-8))
    upper <- if (x2 == 0) NA else exp(root(log_excess, max(r, -20) + 1e-8, 20))
  }
  list(lower = lower, upper = upper)
}

fisher <- function(x1, n1, x2, n2, level) {
  test <- function(side) fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), alternative = side)$p.value
  m <- n1; n <- n2; k <- x1 + x2
  support <- max(0, k - n):min(k, m)
  logs <- dhyper(support, m, n, k, log = TRUE)
  mass <- function(l) { v <- logs + l * (support - support[1]); v <- exp(v - max(v)); v / sum(v) }
  a <- (1 - level) / 2
  lowest <- x1 == min(support); highest <- x1 == max(support)
  list(
    pValue = test("two.sided"), less = test("less"), greater = test("greater"),
    oddsRatio = if (highest) NA else if (lowest) 0 else exp(root(function(l) sum(support * mass(l)) - x1, -40, 40)),
    lower = if (lowest) 0 else exp(root(function(l) sum(mass(l)[support >= x1]) - a, -40, 40)),
    upper = if (highest) NA else exp(root(function(l) sum(mass(l)[support <= x1]) - a, -40, 40))
  )
}

two <- function(x1, n1, x2, n2, level = 0.95) {
  caffo <- function() {
    a <- (x1 + 1) / (n1 + 2); b <- (x2 + 1) / (n2 + 2)
    a - b + c(-1, 1) * qnorm(1 - (1 - level) / 2) * sqrt(a * (1 - a) / (n1 + 2) + b * (1 - b) / (n2 + 2))
  }
  table <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2)
  chi <- function(correct) suppressWarnings(unname(chisq.test(table, correct = correct)$statistic))
  list(
    x1 = x1, n1 = n1, x2 = x2, n2 = n2, level = level,
    miettinenNurminen = score(x1, n1, x2, n2, level, TRUE, "difference"),
    mee = score(x1, n1, x2, n2, level, FALSE, "difference"),
    ratio = if (x1 + x2 > 0) score(x1, n1, x2, n2, level, TRUE, "ratio"),
    koopman = if (x1 + x2 > 0) score(x1, n1, x2, n2, level, FALSE, "ratio"),
    agrestiCaffo = caffo(), fisher = fisher(x1, n1, x2, n2, level),
    chiSquare = if (x1 + x2 > 0 && x1 + x2 < n1 + n2) list(plain = chi(FALSE), yates = chi(TRUE))
  )
}

paired <- function(a, b, c, d, level = 0.95) {
  n <- a + b + c + d
  wilson <- function(x) as.numeric(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
  p1 <- (a + b) / n; p2 <- (a + c) / n
  w1 <- suppressWarnings(wilson(a + b)); w2 <- suppressWarnings(wilson(a + c))
  margins <- (a + b) * (c + d) * (a + c) * (b + d)
  cross <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (cross > n / 2) cross - n / 2 else if (cross >= 0) 0 else cross) / sqrt(margins)
  dl1 <- p1 - w1[1]; du1 <- w1[2] - p1; dl2 <- p2 - w2[1]; du2 <- w2[2] - p2
  exact <- if (b + c > 0) binom.test(b, b + c, conf.level = level)
  odds <- if (b + c > 0) as.numeric(exact$conf.int / (1 - exact$conf.int))
  list(
    both = a, firstOnly = b, secondOnly = c, neither = d, level = level,
    lower = p1 - p2 - sqrt(dl1^2 - 2 * phi * dl1 * du2 + du2^2), upper = p1 - p2 + sqrt(du1^2 - 2 * phi * du1 * dl2 + dl2^2),
    statistic = if (b + c > 0) unname(mcnemar.test(matrix(c(a, c, b, d), 2), correct = FALSE)$statistic) else NA,
    asymptotic = if (b + c > 0) mcnemar.test(matrix(c(a, c, b, d), 2), correct = FALSE)$p.value else 1,
    exact = if (b + c > 0) exact$p.value else 1,
    oddsLower = if (b + c > 0) odds[1] else NA, oddsUpper = if (b + c > 0 && is.finite(odds[2])) odds[2] else NA
  )
}

out <- list(
  what = "Intervals and tests for one, two and paired proportions",
  source = list(kind = "software", script = "two-proportions.R", R = as.character(getRversion())),
  tolerance = list(closedForm = 1e-10, roots = 1e-8),
  midP = list(midP(0, 7, 0.95), midP(7, 7, 0.9), midP(3, 17, 0.95), midP(1, 1, 0.95), midP(412, 100000, 0.99)),
  two = list(
    two(56, 70, 48, 80), two(0, 10, 0, 12), two(5, 5, 0, 5), two(0, 9, 4, 9), two(4, 9, 0, 31, 0.9), two(1, 1, 0, 1),
    two(7, 7, 12, 12), two(48, 216, 66, 216, 0.99), two(3, 200, 11, 40), two(1, 60, 30, 30)
  ),
  paired = list(
    paired(36, 12, 2, 0), paired(20, 12, 2, 16), paired(0, 5, 0, 5), paired(3, 0, 0, 7), paired(0, 4, 4, 0, 0.9),
    paired(53, 16, 8, 9), paired(1, 0, 0, 0), paired(0, 0, 9, 3)
  )
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", null = "null"), file.path(here, "two-proportions.json"))
