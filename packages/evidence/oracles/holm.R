# Holm's adjusted p-values, with ties, a zero and a one. Writes holm.json.
library(jsonlite)
cases <- list(
  plain = c(0.01, 0.04, 0.03, 0.005),
  ties = c(0.02, 0.02, 0.5, 0.02, 0.9),
  edges = c(1, 0, 0.3),
  one = c(0.2)
)
write_json(
  list(
    what = "p-values adjusted for several questions by Holm's step-down",
    source = list(kind = "software", name = "R", version = as.character(getRversion()), script = "holm.R"),
    cases = lapply(cases, function(p) list(p = p, adjusted = p.adjust(p, "holm")))
  ),
  "holm.json", digits = NA, pretty = TRUE, auto_unbox = TRUE
)
