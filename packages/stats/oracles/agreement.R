# Writes agreement.json: Cohen's kappa by its definition, standard errors by the delta method with numerical derivatives of
# kappa as a function of the cell shares (and, under no association, of products of the margins).
#   Rscript packages/stats/oracles/agreement.R
suppressMessages(library(jsonlite))
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
credit <- function(k, kind) {
  d <- abs(outer(seq_len(k), seq_len(k), "-")) / (k - 1)
  switch(kind, unweighted = (d == 0) * 1, linear = 1 - d, quadratic = 1 - d^2)
}
kappa_of <- function(p, w) {
  p <- p / sum(p)
  pe <- sum(w * outer(rowSums(p), colSums(p)))
  (sum(w * p) - pe) / (1 - pe)
}
delta_se <- function(p, w, n) {
  h <- 1e-4
  g <- sapply(seq_along(p), function(i) {
    at <- function(step) { q <- p; q[i] <- q[i] + step; kappa_of(q, w) }
    (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
  })
  sqrt((sum(p * g^2) - sum(p * g)^2) / n)
}
one <- function(name, counts, published = NULL) {
  n <- sum(counts)
  p <- counts / n
  out <- lapply(c(unweighted = "unweighted", linear = "linear", quadratic = "quadratic"), function(kind) {
    w <- credit(nrow(counts), kind)
    list(kappa = kappa_of(p, w), standardError = delta_se(p, w, n),
      nullStandardError = delta_se(outer(rowSums(p), colSums(p)), w, n))
  })
  c(list(name = name, counts = counts, published = published), out)
}
tables <- list(
  one("two psychiatrists, 100 people", rbind(c(75, 1, 4), c(5, 4, 1), c(0, 0, 10)),
    list(source = "Fleiss, Statistical Methods for Rates and Proportions (1981), section 13.1",
      unweighted = list(kappa = 0.68, nullStandardError = 0.076), places = list(kappa = 2, nullStandardError = 3))),
  one("two radiologists, 85 mammograms", rbind(c(21, 12, 0, 0), c(4, 17, 1, 0), c(3, 9, 15, 2), c(0, 0, 0, 1)),
    list(source = "Stata Base Reference Manual, kappa, examples 1 and 3",
      unweighted = list(kappa = 0.4728, nullStandardError = 0.0694), places = list(kappa = 4, nullStandardError = 4))),
  one("two dermatologists, 88 patients", rbind(c(10, 4, 1, 0), c(5, 10, 12, 2), c(2, 4, 12, 5), c(0, 2, 6, 13)),
    list(source = "SAS/STAT User's Guide, The FREQ Procedure, Agreement Study",
      unweighted = list(kappa = 0.3449, standardError = 0.0724, nullStandardError = 0.0612), places = list(kappa = 4, standardError = 4, nullStandardError = 4))),
  one("two categories, unequal margins", rbind(c(40, 9), c(6, 45))),
  one("an empty category in between", rbind(c(5, 0, 2), c(0, 0, 0), c(1, 0, 7))),
  one("less than chance", rbind(c(1, 8), c(9, 2))),
  one("a category only one rater used", rbind(c(12, 3, 0), c(4, 9, 0), c(1, 2, 0)))
)
write(toJSON(list(
  source = list(kind = "software", name = "R, base", version = R.version.string, script = "agreement.R"), tables = tables
), auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = TRUE), file.path(here, "agreement.json"))
