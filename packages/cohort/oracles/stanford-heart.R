# Stanford heart transplants (survival::jasa): Cox regression with transplant as a time-dependent covariate, and what
# immortal time does to it. Writes stanford-heart.json; holds results, none of the data.
# Set-up of rows as in the survival package's vignette "Using Time Dependent Covariates": a death on day 0 counts at day
# 0.5, and a transplant on the last day of follow-up counts half a day before it.
# Run: Rscript stanford-heart.R
suppressMessages(library(survival))
library(jsonlite)

jasa <- survival::jasa
jasa$subject <- seq_len(nrow(jasa))
futime <- pmax(0.5, as.numeric(jasa$fu.date - jasa$accept.dt))
wait <- as.numeric(jasa$tx.date - jasa$accept.dt)
wait <- ifelse(!is.na(wait) & wait == futime, wait - 0.5, wait)
data <- data.frame(subject = jasa$subject, futime, wait, fustat = jasa$fustat, surgery = jasa$surgery)
data$age <- jasa$age - 48
data$year <- as.numeric(jasa$accept.dt - as.Date("1967-10-01")) / 365.25

spells <- tmerge(data, data, id = subject, death = event(futime, fustat), trt = tdc(wait))
fit <- function(formula, rows, ties = "efron") {
  f <- coxph(formula, rows, ties = ties)
  list(terms = names(coef(f)), coefficients = unname(coef(f)), standardErrors = unname(sqrt(diag(vcov(f)))),
       logLikelihood = f$loglik[2], rows = nrow(rows), events = f$nevent)
}

landmark <- function(day) {
  kept <- data[data$futime > day, ]
  kept$exposed <- as.numeric(!is.na(kept$wait) & kept$wait <= day)
  kept$after <- kept$futime - day
  c(list(day = day, people = nrow(kept), exposed = sum(kept$exposed),
         eventBefore = sum(data$futime <= day & data$fustat == 1),
         censoredBefore = sum(data$futime <= day & data$fustat == 0)),
    fit(Surv(after, fustat) ~ exposed, kept))
}
data$ever <- as.numeric(!is.na(data$wait))

result <- list(
  what = "Stanford heart transplants: transplant as time-dependent exposure",
  source = list(kind = "software", name = "R survival", version = as.character(packageVersion("survival")),
                script = "stanford-heart.R", published = "survival vignette timedep, section on the Stanford data; Crowley and Hu (1977), doi:10.1080/01621459.1977.10479903"),
  tolerance = 1e-8,
  people = nrow(data),
  sumOfDays = sum(as.numeric(jasa$fu.date - jasa$accept.dt)),
  spells = list(rows = nrow(spells), exposed = sum(spells$trt), events = sum(spells$death),
                timeUnexposed = sum((spells$tstop - spells$tstart)[spells$trt == 0]),
                timeExposed = sum((spells$tstop - spells$tstart)[spells$trt == 1]),
                eventsExposed = sum(spells$death[spells$trt == 1])),
  timeDependent = fit(Surv(tstart, tstop, death) ~ trt, spells),
  timeDependentFull = fit(Surv(tstart, tstop, death) ~ age * trt + surgery + year, spells, "breslow"),
  naive = fit(Surv(futime, fustat) ~ ever, data),
  landmarks = list(landmark(30), landmark(60))
)
write_json(result, "stanford-heart.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
