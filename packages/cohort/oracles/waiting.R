# Waiting times with R's survival: Rscript packages/cohort/oracles/waiting.R (writes waiting.json beside it).
library(survival)
library(jsonlite)

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
# Days from referral to start, or to the extract or leaving; ties, a wait of 0 days, and open cases longer than any wait.
time <- c(0, 3, 7, 7, 7, 14, 20, 21, 30, 30, 45, 60, 61, 90, 120)
event <- c(1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0)
fit <- survfit(Surv(time, event) ~ 1, conf.type = "log-log")
read <- function(p) {
  q <- quantile(fit, probs = p)
  list(days = unname(q$quantile), lower = unname(q$lower), upper = unname(q$upper))
}
at <- summary(fit, times = c(14, 28, 90))
write_json(
  list(
    what = "Waiting time of 15 people: median and quartiles with log-log limits, share arrived by 14, 28 and 90 days",
    source = list(
      kind = "software",
      name = "R survival",
      version = as.character(packageVersion("survival")),
      script = "waiting.R"
    ),
    input = list(time = time, event = event),
    expected = list(
      median = read(0.5), lowerQuartile = read(0.25), upperQuartile = read(0.75),
      within = lapply(seq_along(at$time), function(i) {
        list(days = at$time[i], share = 1 - at$surv[i], lower = 1 - at$upper[i], upper = 1 - at$lower[i])
      })
    ),
    tolerance = 1e-12
  ),
  file.path(here, "waiting.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null"
)
