# Writes join-in-space.json: small joining problems solved as integer programs by lpSolve, which knows nothing of networks,
# prices or space: every pair is listed, with limits on distance, on a further column and on how many others each may have.
#   Rscript packages/stats/oracles/join-in-space.R
suppressMessages({library(jsonlite); library(lpSolve)})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
set.seed(31)
forms <- list(pair = c(1, 1, 0, 1), pairs = c(2, 2, 0, 1), cover = c(1, 99, 1, 99), limited = c(1, 3, 1, 2),
  several = c(2, 3, 1, 1), reversed = c(1, 1, 1, 3))
one <- function(id) {
  form <- (id - 1) %% length(forms) + 1
  n <- sample(2:6, 1); m <- sample(2:8, 1)
  draw <- function(k) matrix(if (id %% 3 == 0) sample(0:4, 2 * k, TRUE) else sample(0:80, 2 * k, TRUE) / 16, k)
  left <- draw(n); right <- draw(m)
  leftWindow <- sample(0:8, n, TRUE) / 4; rightWindow <- sample(0:8, m, TRUE) / 4
  within <- if (id %% 2 == 0) 2.5 else 1000
  width <- if (id %% 5 == 0) 1 else 1000
  pairs <- expand.grid(i = seq_len(n), j = seq_len(m))
  pairs$d <- sqrt(rowSums((left[pairs$i, , drop = FALSE] - right[pairs$j, , drop = FALSE])^2))
  pairs <- pairs[pairs$d <= within & abs(leftWindow[pairs$i] - rightWindow[pairs$j]) <= width, ]
  limits <- forms[[form]]
  wanted <- c(rep(limits[1], n), rep(limits[3], m)); most <- c(rep(limits[2], n), rep(limits[4], m))
  # Variables: pairs, wants met at each point, whether each point is joined at all.
  p <- nrow(pairs); k <- n + m
  degree <- matrix(0, k, p)
  if (p > 0) for (a in seq_len(p)) { degree[pairs$i[a], a] <- 1; degree[n + pairs$j[a], a] <- 1 }
  zero <- matrix(0, k, k); unit <- diag(k)
  rows <- rbind(cbind(degree, zero, zero), cbind(degree, -unit, zero), cbind(zero[, seq_len(0), drop = FALSE],
    matrix(0, k, p), unit, zero), cbind(matrix(0, k, p), unit, -unit), cbind(matrix(0, k, p), zero, unit))
  if (p > 0) rows <- rbind(rows, cbind(diag(p), matrix(0, p, 2 * k)))
  signs <- c(rep("<=", k), rep(">=", k), rep("<=", k), rep(">=", k), rep("<=", k), rep("<=", p))
  right_side <- c(most, rep(0, k), wanted, rep(0, k), rep(1, k), rep(1, p))
  answer <- lp("min", c(pairs$d, rep(-1e3, k), -1e5 * (wanted > 0)), rows, signs, right_side, all.int = TRUE)
  stopifnot(answer$status == 0)
  chosen <- answer$solution[seq_len(p)]
  joined <- answer$solution[p + k + seq_len(k)] * (wanted > 0)
  met <- answer$solution[p + seq_len(k)]
  list(form = names(forms)[form], left = as.vector(t(left)), right = as.vector(t(right)), leftWindow = leftWindow,
    rightWindow = rightWindow, within = within, width = width,
    limits = list(left = list(wanted = limits[1], most = limits[2]), right = list(wanted = limits[3], most = limits[4])),
    joined = sum(round(joined)), met = sum(round(met)), cost = sum(pairs$d * round(chosen)))
}
problems <- lapply(1:90, one)
source <- list(kind = "software", software = paste("lpSolve", packageVersion("lpSolve")), script = "join-in-space.R")
write(toJSON(list(source = source, problems = problems), auto_unbox = TRUE, digits = 15, na = "null"),
  file.path(here, "join-in-space.json"))
