# Changes of clustered means with R's sandwich: Rscript packages/cohort/oracles/change-of-clusters.R (writes change-of-clusters.json beside it).
library(sandwich)
library(jsonlite)

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
# Contacts of 8 people before and after: nobody's, one person's alone, ties, and one with many.
before <- c(0, 1, 2, 2, 5, 12, 0, 3)
after <- c(1, 0, 3, 2, 9, 14, 0, 4)
people <- length(before)
counts <- data.frame(id = rep(seq_len(people), 2), period = rep(0:1, each = people), contacts = c(before, after))
poisson <- glm(contacts ~ period, family = poisson, data = counts, control = list(epsilon = 1e-14))
# G / (G - 1) and nothing else: HC0 with the adjustment for clusters.
errorOf <- function(fit, cluster) sqrt(vcovCL(fit, cluster = cluster, type = "HC0", cadjust = TRUE)[2, 2])
reach <- qt(0.975, people - 1)
ratio <- unname(coef(poisson)[2])
ratioError <- errorOf(poisson, counts$id)

# Severity of each contact, drawn once by hand in a pattern; people without contacts stay clusters of their own.
severityBefore <- lapply(before, function(n) rep_len(c(3, 2, 3, 1), n))
severityAfter <- lapply(after, function(n) rep_len(c(1, 2, 0), n))
contacts <- data.frame(
  id = c(rep(seq_len(people), before), rep(seq_len(people), after)),
  period = rep(0:1, c(sum(before), sum(after))),
  severity = c(unlist(severityBefore), unlist(severityAfter))
)
linear <- lm(severity ~ period, data = contacts)
clusters <- length(unique(contacts$id))
# Somebody without a contact adds no influence but is one of the people: G is of everybody.
scale <- sqrt((people / (people - 1)) / (clusters / (clusters - 1)))
difference <- unname(coef(linear)[2])
differenceError <- errorOf(linear, contacts$id) * scale

write_json(
  list(
    what = "Ratio of contacts a person and difference of severity a contact, 8 people before and after, people as clusters",
    source = list(
      kind = "software",
      name = "R sandwich (vcovCL, HC0 with the adjustment for clusters; t with people - 1)",
      version = as.character(packageVersion("sandwich")),
      script = "change-of-clusters.R"
    ),
    input = list(
      before = before, after = after,
      severityBefore = sapply(severityBefore, sum), severityAfter = sapply(severityAfter, sum)
    ),
    expected = list(
      ratio = list(change = exp(ratio), interval = exp(ratio + c(-1, 1) * reach * ratioError)),
      difference = list(change = difference, interval = difference + c(-1, 1) * reach * differenceError)
    )
  ),
  file.path(here, "change-of-clusters.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE
)
