# Formulas written out plainly, to stand beside ours: Rscript sensitivity.R, in this folder, with R 4.2 and jsonlite.

# Rosenbaum bound of events by going through every assignment of treatment within sets, and every u in {0, 1}.
sets <- list(
  list(treated = c(1), comparison = c(0, 0)), list(treated = c(1), comparison = c(1, 0)),
  list(treated = c(0), comparison = c(1, 0, 0)), list(treated = c(1, 1), comparison = c(0)),
  list(treated = c(1, 0), comparison = c(0, 1)), list(treated = c(1), comparison = c(1))
)
mass_of_set <- function(set, gamma, u) {
  y <- c(set$treated, set$comparison)
  chosen <- combn(length(y), length(set$treated))
  weight <- apply(chosen, 2, function(who) gamma^sum(u[who]))
  total <- apply(chosen, 2, function(who) sum(y[who]))
  tapply(weight / sum(weight), factor(total, levels = 0:length(set$treated)), sum, default = 0)
}
convolve_all <- function(masses) Reduce(function(a, b) {
  r <- numeric(length(a) + length(b) - 1)
  for (i in seq_along(a)) for (j in seq_along(b)) r[i + j - 1] <- r[i + j - 1] + a[i] * b[j]
  r
}, masses)
events_seen <- sum(sapply(sets, function(s) sum(s$treated)))
# Sets are independent, so the u that makes each set's count stochastically largest is the worst; all u are tried in each.
bound_of_events <- function(gamma) {
  masses <- lapply(sets, function(set) {
    all_u <- as.matrix(expand.grid(rep(list(0:1), length(unlist(set)))))
    candidates <- apply(all_u, 1, function(u) mass_of_set(set, gamma, u), simplify = FALSE)
    means <- sapply(candidates, function(m) sum(m * (seq_along(m) - 1)))
    candidates[[which.max(means)]]
  })
  m <- convolve_all(masses)
  sum(m[(events_seen + 1):length(m)])
}

# Aligned ranks: sets of one to several, the worst u of each set found among all, moments by going through who is alone.
rank_sets <- list(
  list(treated = 9, comparison = c(4, 4)), list(treated = 2, comparison = c(1, 3, 2)),
  list(treated = c(7, 8), comparison = 5), list(treated = 6, comparison = 6), list(treated = 12, comparison = c(3, 5)),
  list(treated = 4, comparison = c(0, 0, 1)), list(treated = c(5, 9, 9), comparison = 1)
)
aligned <- unlist(lapply(rank_sets, function(s) { y <- c(s$treated, s$comparison); round(y - mean(y), 10) }))
ranks <- split(rank(aligned), rep(seq_along(rank_sets), sapply(rank_sets, function(s) length(unlist(s)))))
bound_of_ranks <- function(gamma) {
  parts <- lapply(seq_along(rank_sets), function(k) {
    q <- ranks[[k]]; m <- length(rank_sets[[k]]$treated); n <- length(q)
    chosen <- combn(n, m); totals <- apply(chosen, 2, function(who) sum(q[who]))
    all_u <- as.matrix(expand.grid(rep(list(0:1), n)))
    moments <- apply(all_u, 1, function(u) {
      p <- apply(chosen, 2, function(who) gamma^sum(u[who])); p <- p / sum(p)
      mu <- sum(p * totals); c(mu, sum(p * (totals - mu)^2))
    })
    largest <- which(moments[1, ] >= max(moments[1, ]) - 1e-9)
    c(max(moments[1, ]), max(moments[2, largest]), sum(q[seq_len(m)]))
  })
  parts <- do.call(rbind, parts)
  pnorm((sum(parts[, 3]) - sum(parts[, 1])) / sqrt(sum(parts[, 2])), lower.tail = FALSE)
}

# Lee bounds: the least and greatest mean of a share of the fuller arm, as a linear programme solved by sorting; standard
# errors by proposition 3 with variances over n.
set.seed(5)
lee <- data.frame(treated = rep(1:0, c(30, 20)), value = c(round(rnorm(30, 1, 2), 2), round(rnorm(20, 0, 2), 2)))
lee$observed <- 1; lee$observed[c(4, 17, 31, 35, 38, 44, 50)] <- 0
trimmed <- function(y, share, decreasing) {
  y <- sort(y, decreasing = decreasing); keep <- length(y) * (1 - share)
  w <- pmin(1, pmax(0, keep - (seq_along(y) - 1)))
  list(mean = sum(w * y) / sum(w), variance = sum(w * (y - sum(w * y) / sum(w))^2) / sum(w), cut = y[ceiling(keep - 1e-9)])
}
retained <- tapply(lee$observed, lee$treated, mean)
share <- 1 - retained[["0"]] / retained[["1"]]
y1 <- lee$value[lee$treated == 1 & lee$observed == 1]; y0 <- lee$value[lee$treated == 0 & lee$observed == 1]
n1 <- 30; n0 <- 20; a1 <- retained[["1"]]; a0 <- retained[["0"]]
v0 <- mean((y0 - mean(y0))^2) / length(y0)
lee_end <- function(decreasing) {
  t <- trimmed(y1, share, decreasing)
  v <- (t$variance + (t$cut - t$mean)^2 * share) / (length(y1) * (1 - share)) +
    (t$cut - t$mean)^2 * ((1 - a0 / (1 - share)) / (n1 * a0 / (1 - share)) + (1 - a0) / (n0 * a0))
  c(t$mean - mean(y0), sqrt(v + v0))
}
low <- lee_end(FALSE); high <- lee_end(TRUE)
reach <- uniroot(function(c) pnorm(c + (high[1] - low[1]) / max(low[2], high[2])) - pnorm(-c) - 0.95, c(0, 10), tol = 1e-14)$root
lee_result <- list(lower = low[1], upper = high[1], lowerStandardError = low[2], upperStandardError = high[2],
  interval = c(low[1] - reach * low[2], high[1] + reach * high[2]), share = share)

# Worst case on a range of -6 to 8: the missing filled in, means and variances over n of the filled.
filled <- function(arm, at) { y <- ifelse(lee$observed == 1, lee$value, at)[lee$treated == arm]; c(mean(y), mean((y - mean(y))^2) / length(y)) }
worst <- function(t, c) { f <- filled(1, t); g <- filled(0, c); c(f[1] - g[1], sqrt(f[2] + g[2])) }
worst_low <- worst(-6, 8); worst_high <- worst(8, -6)

fisher <- function(gamma) { k <- 0:8; w <- dhyper(k, 8, 12, 10) * gamma^k; sum(w[k >= 6]) / sum(w) }
gammas <- c(1, 1.5, 2, 3)
writeLines(jsonlite::toJSON(list(
  what = "Rosenbaum bounds by enumeration of hidden differences; Lee and worst-case bounds by formula",
  source = list(kind = "software", software = paste("R", getRversion()), script = "sensitivity.R"),
  gammas = gammas,
  events = list(sets = sets, pUpper = sapply(gammas, bound_of_events)),
  fisher = list(treated = 10, comparison = 10, treatedEvents = 6, comparisonEvents = 2, pUpper = sapply(gammas, fisher)),
  mcnemar = list(discordant = c(40, 12), pUpper = pbinom(39, 52, gammas / (1 + gammas), lower.tail = FALSE)),
  alignedRanks = list(sets = rank_sets, pUpper = sapply(gammas, bound_of_ranks)),
  missing = list(value = lee$value, observed = lee$observed, treated = lee$treated, lee = lee_result,
    worst = list(range = c(-6, 8), lower = worst_low[1], upper = worst_high[1],
      lowerStandardError = worst_low[2], upperStandardError = worst_high[2]))
), auto_unbox = TRUE, digits = 17, pretty = FALSE), "sensitivity.json")
