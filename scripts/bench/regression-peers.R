# A logistic regression in base R on people made up as in regression.ts, timed without making them: median seconds.
# Run by scripts/bench/regression.ts: Rscript regression-peers.R PEOPLE REPEATS
arguments <- as.integer(commandArgs(TRUE))
n <- arguments[1]
set.seed(1)
columns <- lapply(1:15, function(j) if (j <= 6) rnorm(n) else if (j <= 12) rbinom(n, 1, 0.3) else sample(0:5, n, TRUE))
names(columns) <- paste0("x", 1:15)
cohort <- as.data.frame(columns)
signs <- rep(c(1, -1), length.out = 15)
cohort$treated <- rbinom(n, 1, plogis(-1.5 + 0.1 * drop(as.matrix(cohort) %*% signs)))
seconds <- sapply(seq_len(arguments[2]), function(run) {
  gc()
  system.time(glm(treated ~ ., binomial(), cohort))[["elapsed"]]
})
cat(format(median(seconds), digits = 6), "\n")
