# Differences of rates: MOVER of limits by arm, written again here from the papers (Zou and Donner 2008; Garwood 1936), on given
# counts; how often the interval misses a difference of 0 when counts are gamma-Poisson and treated arms small; the treated
# people Newcombe's interval would need; bounded risk differences. Writes count-differences.json beside this script.
suppressMessages(library(jsonlite))

arm_of <- function(y, e, w) { r <- sum(w * y) / sum(w * e); list(r = r, u = w * (y - r * e) / sum(w * e), y = sum(y), years = sum(w * e)^2 / sum(w^2 * e)) }

# set = NULL: independent people
rate_difference <- function(t, y, e = rep(1, length(t)), w = rep(1, length(t)), set = NULL, level = 0.95) {
  i <- t == 1
  T <- arm_of(y[i], e[i], w[i]); C <- arm_of(y[!i], e[!i], w[!i]); n <- length(t)
  if (is.null(set)) {
    nt <- sum(i); nc <- n - nt
    vt <- nt / (nt - 1) * sum(T$u^2); vc <- nc / (nc - 1) * sum(C$u^2); rho <- 0; dft <- nt - 1; dfc <- nc - 1
  } else {
    G <- length(unique(set)); f <- G / (G - 1) * (n - 1) / (n - 2)
    a <- rowsum(ifelse(i, replace(rep(0, n), i, T$u), 0), set); b <- rowsum(replace(rep(0, n), !i, C$u), set)
    vt <- f * sum(a^2); vc <- f * sum(b^2); rho <- if (vt > 0 && vc > 0) f * sum(a * b) / sqrt(vt * vc) else 0; dft <- dfc <- G - 1
  }
  disp <- function(v, A) if (A$r > 0) v * A$years / A$r else 0
  phi <- max(1, disp(vt, T), disp(vc, C))
  limits <- function(A, v, df, tail) {
    if (A$y < 5 || v <= 1e-24) { k <- A$r * A$years / phi; phi / A$years * c(if (k > 0) qgamma(tail, k) else 0, qgamma(tail, k + 1, lower.tail = FALSE)) }
    else A$r * exp(c(-1, 1) * qt(tail, df, lower.tail = FALSE) * sqrt(v) / A$r)
  }
  at <- function(tail) { l <- limits(T, vt, dft, tail); m <- limits(C, vc, dfc, tail); d <- T$r - C$r
    far <- function(x, z) sqrt(max(0, x^2 + z^2 - 2 * rho * x * z))
    c(d - far(T$r - l[1], m[2] - C$r), d + far(l[2] - T$r, C$r - m[1])) }
  list(estimate = T$r - C$r, se = sqrt(max(0, vt + vc - 2 * rho * sqrt(vt * vc))), at = at, interval = at((1 - level) / 2))
}
p_of <- function(x) { d <- x$estimate; f <- function(lt) { b <- x$at(exp(lt)); if (d > 0) b[1] else -b[2] }
  if (f(log(0.5)) <= 0) 1 else 2 * exp(uniroot(f, c(-9, log(0.5)), tol = 1e-13)$root) }

e <- fromJSON("effects.json")$data
given <- list(
  list(name = "a table with ties and unequal exposures", t = e$treat, y = e$count, e = e$years),
  list(name = "nobody treated has an event", t = c(rep(1, 4), rep(0, 12)), y = c(0, 0, 0, 0, 1, 0, 2, 0, 0, 3, 1, 0, 0, 4, 1, 0), e = rep(1, 16)),
  list(name = "few events among the treated", t = c(rep(1, 6), rep(0, 10)), y = c(0, 1, 0, 2, 0, 0, 1, 0, 2, 0, 5, 3, 1, 0, 2, 1), e = c(rep(0.5, 6), rep(1, 10))),
  list(name = "everybody treated has as many", t = c(rep(1, 6), rep(0, 8)), y = c(rep(1, 6), 0, 4, 1, 0, 2, 3, 0, 1), e = rep(1, 14)),
  list(name = "pairs", t = rep(c(1, 0), 9), y = c(1, 2, 0, 1, 3, 4, 0, 0, 2, 2, 1, 5, 0, 1, 1, 3, 0, 2), e = rep(c(1, 1, 0.5), 6), set = rep(1:9, each = 2)),
  list(name = "pairs, nobody treated has an event", t = rep(c(1, 0), 6), y = c(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2), e = rep(1, 12), set = rep(1:6, each = 2))
)
cases <- lapply(given, function(x) { r <- rate_difference(x$t, x$y, x$e, set = x$set)
  c(x, list(estimate = r$estimate, standardError = r$se, interval = r$interval, p = p_of(r))) })

# Share of intervals that lie wholly below and wholly above a true difference of 0; mean per person-year, gamma shape
set.seed(20240911)
tails <- function(nt, nc, mean, shape, matched, reps = 4000) {
  if (matched) nc <- 5 * nt
  t <- rep(c(1, 0), c(nt, nc)); set <- if (matched) c(1:nt, rep(1:nt, 5)) else NULL
  out <- replicate(reps, { y <- rnbinom(nt + nc, size = shape, mu = mean)
    if (sum(y) == 0) c(0, 0) else { b <- rate_difference(t, y, set = set)$interval; c(b[2] < 0, b[1] > 0) } })
  list(treated = nt, comparison = nc, mean = mean, shape = shape, matched = matched, below = mean(out[1, ]), above = mean(out[2, ]), replications = reps)
}
simulated <- unlist(lapply(list(c(5, 1000, .5, .5), c(10, 1000, .5, .5), c(20, 1000, .5, .5), c(30, 3000, .3, .5), c(100, 3000, .3, .5)), function(s)
  lapply(c(FALSE, TRUE), function(m) tails(s[1], s[2], s[3], s[4], m))), recursive = FALSE)

# Treated people at which Newcombe's interval leaves out 0, the comparison arm staying as it is
wil <- function(p, n, z = qnorm(0.975)) { s <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); (p + z^2 / (2 * n) + c(-s, s)) / (1 + z^2 / n) }
needed <- function(a, n, b, m) { p <- a / n; q <- b / m; C <- wil(q, m)
  clear <- function(k) { T <- wil(p, k); d <- p - q; d - sqrt((p - T[1])^2 + (C[2] - q)^2) > 0 || d + sqrt((T[2] - p)^2 + (q - C[1])^2) < 0 }
  if (clear(n) || p == 0 || p == 1) return(NA)
  for (k in (n + 1):200000) if (clear(k)) return(k)
  NA }
people <- lapply(list(c(3, 30, 80, 400), c(6, 30, 80, 400), c(0, 5, 25, 100), c(2, 10, 25, 50), c(40, 216, 66, 216), c(3, 5, 40, 100)), function(x) list(counts = x, needed = needed(x[1], x[2], x[3], x[4])))

# Pairs that nearly all differ one way: CR1 limits leave -1, and go to the scale of atanh
y <- rbind(c(0, 1), c(0, 1), c(0, 1), c(0, 1), c(1, 0), c(0, 1)) ; G <- 6; d <- mean(y[, 1]) - mean(y[, 2])
u <- (y[, 1] - mean(y[, 1])) / G - (y[, 2] - mean(y[, 2])) / G
se <- sqrt(G / (G - 1) * (2 * G - 1) / (2 * G - 2) * sum(u^2)); k <- se / (1 - d^2)
bounded <- list(pairs = y, estimate = d, standardError = se, symmetric = d + c(-1, 1) * qt(.975, G - 1) * se, interval = tanh(atanh(d) + c(-1, 1) * qt(.975, G - 1) * k), p = 2 * pt(-abs(atanh(d)) / k, G - 1))

out <- list(what = "Differences of rates in small arms, and what they need", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = ".")), script = "count-differences.R"),
  cases = cases, simulated = simulated, peopleNeeded = people, bounded = bounded)
write(toJSON(out, auto_unbox = TRUE, digits = 17, na = "null", null = "null", pretty = TRUE), "count-differences.json")
