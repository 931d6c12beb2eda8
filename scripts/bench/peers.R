# The same jobs in base R and survival, timed without reading the data: median of five runs, seconds.
# Run by scripts/bench.ts: Rscript peers.R COHORT.csv
suppressPackageStartupMessages(library(survival))
cohort <- read.csv(commandArgs(TRUE)[1])
covariates <- paste0("x", 1:10)
score <- reformulate(covariates, "treated")
hazard <- reformulate(c("treated", covariates), "Surv(time, event)")
median_seconds <- function(job) {
  median(sapply(1:5, function(run) { gc(); system.time(job())[["elapsed"]] }))
}
jobs <- list(
  logistic = function() glm(score, binomial(), cohort),
  `kaplan-meier` = function() survfit(Surv(time, event) ~ treated, cohort, conf.type = "log-log"),
  cox = function() coxph(hazard, cohort, ties = "efron")
)
for (name in names(jobs)) cat(name, format(median_seconds(jobs[[name]]), digits = 6), "\n")
