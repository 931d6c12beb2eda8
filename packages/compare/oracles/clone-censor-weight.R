# Writes clone-censor-weight.json: clone, censor, weight by survival and glm, on made-up follow-up with ties.
#   Rscript packages/compare/oracles/clone-censor-weight.R
suppressMessages({
  library(survival)
  library(jsonlite)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))

set.seed(20260411)
n <- 120
age <- round(rnorm(n, 35, 9))
risk <- rbinom(n, 1, 0.4)
left <- ceiling(rexp(n, 0.006 * exp(0.8 * risk)))
milestone <- ifelse(left > 60, 20 + round(runif(n, 0, 70)), NA)
left <- ifelse(!is.na(milestone), NA, left)
time <- pmin(ceiling(rexp(n, 0.004 * exp(0.7 * risk))), 150 + sample(0:40, n, TRUE))
event <- as.integer(time < 150)
milestone[!is.na(milestone) & milestone > time] <- NA
left[!is.na(left) & left > time] <- NA
# something that changes: known at 0 and again at a day of its own
again <- sample(3:40, n, TRUE)
stress0 <- rbinom(n, 1, 0.5)
stress1 <- rbinom(n, 1, 0.2 + 0.4 * stress0)
stressOn <- function(i, day) ifelse(again[i] <= day, stress1[i], stress0[i])

tight <- glm.control(epsilon = 1e-14, maxit = 100)

# Rows (person, interval) in which leaving the strategy by day was possible, of people followed past the interval's end.
along <- function(deviates, settled, grace, width) {
  rows <- do.call(rbind, lapply(seq_len(n), function(i) {
    last <- min(grace, ceiling(deviates[i] / width) * width)
    ends <- seq(width, grace, by = width)
    ends <- ends[ends <= last & ends < time[i] & settled[i] > ends - width]
    if (length(ends) == 0) return(NULL)
    data.frame(i = i, end = ends, out = as.integer(deviates[i] <= ends), stress = stressOn(i, ends - width))
  }))
  rows <- merge(rows, data.frame(i = seq_len(n), age = age, risk = risk), by = "i")
  rows[rows$end %in% unique(rows$end[rows$out == 1]), ]
}
withProbability <- function(rows, covariates) {
  if (nrow(rows) == 0) return(rows)
  rows$interval <- factor(rows$end)
  time <- if (nlevels(rows$interval) > 1) "interval" else "1"
  fit <- glm(as.formula(paste("out ~", time, "+", covariates)), binomial, rows, control = tight)
  rows$p <- fitted(fit)
  rows
}
# Start-stop rows of one clone with its weights, for survfit.
spells <- function(cloned, exit, event, jumps) {
  do.call(rbind, lapply(which(cloned), function(i) {
    mine <- jumps[jumps$i == i & jumps$end < exit[i], ]
    mine <- mine[order(mine$end), ]
    cuts <- c(0, mine$end, exit[i])
    data.frame(i = i, start = head(cuts, -1), stop = cuts[-1], weight = cumprod(c(1, 1 / (1 - mine$p))),
      event = c(rep(0, nrow(mine)), event[i]))
  }))
}
arm <- function(kind, grace, width, window, covariates, useLeft) {
  m <- ifelse(is.na(milestone), Inf, milestone)
  l <- if (useLeft) ifelse(is.na(left), Inf, left) else rep(Inf, n)
  if (kind == "avoid") {
    deviates <- ifelse(m <= grace, m, Inf)
    leaves <- ceiling(deviates / width) * width
    rows <- along(deviates, rep(Inf, n), grace, width)
    jumps <- withProbability(rows, covariates)
    late <- NULL
  } else {
    deviates <- ifelse(l < m & l <= grace, l, Inf)
    misses <- m > grace
    leaves <- ifelse(is.finite(deviates), ceiling(deviates / width) * width, ifelse(misses, grace, Inf))
    jumps <- if (useLeft) withProbability(along(deviates, m, grace, width), covariates) else NULL
    at <- which(time > grace & m > grace - window & !is.finite(deviates))
    late <- data.frame(i = at, end = grace, out = as.integer(misses[at]), stress = stressOn(at, grace - window),
      age = age[at], risk = risk[at])
    if (any(late$out == 1)) {
      late$p <- fitted(glm(as.formula(paste("out ~", covariates)), binomial, late, control = tight))
    } else late$p <- 0
  }
  jumps <- rbind(if (!is.null(jumps)) jumps[jumps$out == 0, c("i", "end", "p")], if (!is.null(late)) late[late$out == 0, c("i", "end", "p")])
  # two jumps on one day are one
  if (nrow(jumps) > 0) jumps <- aggregate(p ~ i + end, jumps, function(p) 1 - prod(1 - p))
  exit <- pmin(time, leaves)
  rows <- spells(rep(TRUE, n), exit, ifelse(leaves < time, 0, event), jumps)
  fit <- survfit(Surv(start, stop, event) ~ 1, rows, weights = rows$weight, id = rows$i, se.fit = FALSE, timefix = FALSE)
  final <- tapply(rows$weight, rows$i, max)
  kept <- final[exit > grace]
  happens <- fit$n.event > 0 & fit$time <= 140
  list(
    deviated = sum(leaves < time), kept = length(kept), largestWeight = max(final),
    effectiveSampleSize = sum(kept)^2 / sum(kept^2),
    time = fit$time[happens], survival = fit$surv[happens], risk = 1 - min(1, fit$surv[happens])
  )
}
case <- function(name, grace, width, window, covariates, useLeft) {
  list(
    name = name, graceDays = grace, intervalDays = width, deadlineWindowDays = window, useLeft = useLeft,
    covariates = strsplit(covariates, " \\+ ")[[1]],
    arms = list(arm("reach", grace, width, window, covariates, useLeft), arm("avoid", grace, width, window, covariates, FALSE))
  )
}
out <- list(
  what = "Weighted Kaplan-Meier of clones to day 140, weights from glm with an intercept for every interval",
  source = list(kind = "software", script = "clone-censor-weight.R", R = as.character(getRversion()),
    survival = as.character(packageVersion("survival"))),
  tolerance = 1e-8, horizonDays = 140,
  people = list(age = age, risk = risk, time = time, event = event, milestone = milestone, left = left, again = again,
    stress0 = stress0, stress1 = stress1),
  cases = list(
    case("whole grace period, days", 84, 1, 84, "age + risk", FALSE),
    case("weeks, leaving on record", 84, 7, 84, "age + risk", TRUE),
    case("last four weeks, something that changes", 84, 7, 28, "risk + stress", FALSE),
    case("leaving and something that changes", 84, 7, 84, "age + stress", TRUE)
  )
)
write(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null"), file.path(here, "clone-censor-weight.json"))
