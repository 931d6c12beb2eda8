# Kaplan-Meier by arm and Cox on ten covariates in R's survival, timed without reading the data: median seconds, a line each.
# Run by scripts/bench/survival.ts: Rscript survival-peers.R COHORT.csv REPEATS
suppressPackageStartupMessages(library(survival))
cohort <- read.csv(commandArgs(TRUE)[1])
repeats <- as.integer(commandArgs(TRUE)[2])
hazard <- reformulate(paste0("x", 1:10), "Surv(time, event)")
median_seconds <- function(job) {
  median(sapply(seq_len(repeats), function(run) { gc(); system.time(job())[["elapsed"]] }))
}
cat(median_seconds(function() survfit(Surv(time, event) ~ treated, cohort, conf.type = "log-log")), "\n")
cat(median_seconds(function() coxph(hazard, cohort, ties = "efron")), "\n")
