# Writes minimum-cost-flow.json: transport problems with limited arcs solved as linear programs by lpSolve, which knows
# nothing of networks. Costs are whole numbers or eighths, so that optima are exact.
#   Rscript packages/stats/oracles/minimum-cost-flow.R
suppressMessages({library(jsonlite); library(lpSolve)})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
set.seed(20)
one <- function(id) {
  sources <- sample(2:5, 1); sinks <- sample(2:6, 1)
  arcs <- expand.grid(from = seq_len(sources), to = sources + seq_len(sinks))
  arcs <- arcs[runif(nrow(arcs)) < 0.8, ]
  arcs$capacity <- sample(c(0, 2:6), nrow(arcs), TRUE)
  arcs$cost <- if (id %% 2 == 0) sample(-2:9, nrow(arcs), TRUE) else sample(0:40, nrow(arcs), TRUE) / 8
  supply <- sample(0:4, sources, TRUE)
  demand <- as.vector(rmultinom(1, sum(supply), rep(1, sinks)))
  balance <- c(supply, -demand)
  flow <- t(sapply(seq_along(balance), function(node) (arcs$from == node) - (arcs$to == node)))
  answer <- lp("min", arcs$cost, rbind(flow, diag(nrow(arcs))),
    c(rep("=", length(balance)), rep("<=", nrow(arcs))), c(balance, arcs$capacity))
  list(supply = balance, from = arcs$from - 1, to = arcs$to - 1, capacity = arcs$capacity, cost = arcs$cost,
    optimum = if (answer$status == 0) answer$objval else NA)
}
problems <- lapply(1:60, one)
source <- list(kind = "software", software = paste("lpSolve", packageVersion("lpSolve")), script = "minimum-cost-flow.R")
write(toJSON(list(source = source, problems = problems), auto_unbox = TRUE, digits = 15, na = "null"),
  file.path(here, "minimum-cost-flow.json"))
