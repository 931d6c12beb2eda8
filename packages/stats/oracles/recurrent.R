# Writes recurrent.json: mean cumulative functions with robust variance by R's survival, and by the definition in full.
#   Rscript packages/stats/oracles/recurrent.R
suppressMessages({
  library(jsonlite)
  library(survival)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
set.seed(31)
# 14 units in whole days, so that events of several units, and ends of follow-up, fall together; some enter late, two
# have a gap, and one has no event.
rows <- do.call(rbind, lapply(1:14, function(i) {
  start <- c(0, 0, 0, 2, 5)[i %% 5 + 1]
  end <- start + sample(8:25, 1)
  at <- sort(sample((start + 1):end, min(end - start, rpois(1, 2.5))))
  if (i == 6) at <- integer(0)
  if (i == 7) at <- (start + 1):end
  cuts <- sort(unique(c(at, end)))
  r <- data.frame(unit = i, entry = c(start, head(cuts, -1)), time = cuts, events = as.numeric(cuts %in% at))
  if (i %in% c(3, 11) && nrow(r) > 2) r <- r[-2, ]
  r
}))
definition <- function(d) {
  times <- sort(unique(d$time[d$events > 0]))
  ids <- unique(d$unit)
  at_risk <- sapply(times, function(t) sum(d$entry < t & t <= d$time))
  dn <- sapply(times, function(t) sum(d$events[d$time == t]))
  dev <- sapply(ids, function(i) cumsum(sapply(seq_along(times), function(k) {
    own <- d[d$unit == i, ]
    here <- any(own$entry < times[k] & times[k] <= own$time)
    (sum(own$events[own$time == times[k]]) - here * dn[k] / at_risk[k]) / at_risk[k]
  })))
  if (is.null(dim(dev))) dev <- matrix(dev, nrow = length(times))
  list(times = times, atRisk = at_risk, events = dn, mean = cumsum(dn / at_risk), standardError = sqrt(rowSums(dev^2)))
}
single <- definition(rows)
fit <- survfit(Surv(entry, time, events) ~ 1, data = rows, id = unit, timefix = FALSE, robust = TRUE)
keep <- fit$n.event > 0
single$survfit <- list(mean = fit$cumhaz[keep], standardError = fit$std.chaz[keep])
# Several events of one unit at one time, which survival's rows cannot hold.
several <- rows
several$events[c(2, 9, 15)] <- c(3, 2, 4)
write(toJSON(list(
  source = list(kind = "software", name = "R with survival", version = paste(R.version.string, "; survival", packageVersion("survival")), script = "recurrent.R"),
  rows = rows, several = several$events, single = single, multiple = definition(several)
), auto_unbox = TRUE, digits = NA, dataframe = "columns", na = "null", pretty = TRUE), file.path(here, "recurrent.json"))
print(max(abs(single$survfit$standardError - single$standardError)))
