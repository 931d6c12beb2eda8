# Bootstrap of an effect on everyone by inverse probability weights, on people made up as in bootstrap.ts: seconds, in the
# best set-up found (glm.fit on the rows drawn, two processes). Run by bootstrap.ts: Rscript bootstrap-peers.R PEOPLE REPLICATES
library(boot)
arguments <- as.integer(commandArgs(TRUE))
n <- arguments[1]
set.seed(1)
x <- sapply(1:15, function(j) if (j <= 6) rnorm(n) else if (j <= 12) rbinom(n, 1, 0.3) else sample(0:5, n, TRUE))
risk <- drop(x %*% rep(c(0.1, -0.1), length.out = 15))
treated <- rbinom(n, 1, plogis(risk - 1.68))
y <- rbinom(n, 1, plogis(risk - 1 - 0.2 * treated))
design <- cbind(1, x)
effect <- function(data, rows) {
  t <- treated[rows]
  e <- glm.fit(design[rows, ], t, family = binomial())$fitted.values
  w <- ifelse(t == 1, 1 / e, 1 / (1 - e))
  sum((w * y[rows])[t == 1]) / sum(w[t == 1]) - sum((w * y[rows])[t == 0]) / sum(w[t == 0])
}
seconds <- system.time(boot(seq_len(n), effect, arguments[2], parallel = "multicore", ncpus = 2))[["elapsed"]]
cat(format(seconds, digits = 6), "\n")
