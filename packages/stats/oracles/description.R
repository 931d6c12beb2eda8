# Writes description.json: description of awkward columns, from base R.
#
#   Rscript description.R            (R 4.2.2, no packages; run in this folder)
#
# Columns: one person, two, ties, a constant, far from zero, negative and skewed, missing values.

columns <- list(
  one = 7.25,
  two = c(3, -1),
  ties = c(1, 1, 2, 2, 2, 4, 6, 9, 9),
  constant = rep(0.1, 7),
  farFromZero = 1e9 + c(4, 7, 13, 16),
  skewed = c(0, 0, 0, 1, 1, 3, 40, 512.5, -0.125, 7e-5),
  missing = c(NA, 5, 3, NA, 8, 13, NA)
)

# 17 significant digits, which is exact; jsonlite stops at 15.
json <- function(x) {
  if (is.list(x)) return(sprintf("{ %s }", paste0('"', names(x), '": ', sapply(x, json), collapse = ", ")))
  text <- if (is.character(x)) sprintf('"%s"', x) else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (inherits(x, "vector_of_one") || length(x) != 1) sprintf("[%s]", paste(text, collapse = ", ")) else text
}
vector <- function(x) structure(x, class = "vector_of_one")

figures <- function(x) {
  present <- x[!is.na(x)]
  list(
    values = vector(ifelse(is.na(x), 99, x)), valid = vector(as.integer(!is.na(x))),
    n = length(present), missing = sum(is.na(x)), mean = mean(present), sd = sd(present),
    quantiles = unname(quantile(present, probabilities, type = 7)),
    mad = mad(present, constant = 1)
  )
}

weighted <- function(x, w) {
  variance <- drop(cov.wt(cbind(x), w / sum(w))$cov)
  json(list(values = x, weights = w, mean = weighted.mean(x, w), variance = variance))
}

probabilities <- c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)

writeLines(c(
  "{",
  '  "what": "Description of awkward columns, and weighted means and variances",',
  sprintf('  "source": { "kind": "software", "name": "R", "version": "%s.%s", "script": "description.R" },', R.version$major, R.version$minor),
  sprintf('  "probabilities": %s,', json(probabilities)),
  '  "columns": {',
  paste0(sprintf('    "%s": %s', names(columns), sapply(columns, function(x) json(figures(x)))), collapse = ",\n"),
  "  },",
  '  "weighted": [',
  paste0("    ", c(
    weighted(c(1, 2, 6, 9), c(0.5, 0, 3, 1.25)),
    weighted(c(-3, 1e6, 2), c(1e-8, 1, 1e8)),
    weighted(c(5, 5, 5), c(1, 2, 3))
  ), collapse = ",\n"),
  "  ]",
  "}"
), "description.json")
