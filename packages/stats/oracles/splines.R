# Writes splines.json: restricted cubic splines by the definition (Harrell 2015, section 2.4.5), knots by quantile(), and fitted
# values of a least-squares line of the same flexibility by splines::ns, whose columns differ and whose span is the same.
#   Rscript packages/stats/oracles/splines.R
suppressMessages({ library(jsonlite); library(splines) })
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
basis <- function(x, t) {
  k <- length(t); p <- function(u) pmax(u, 0)^3
  sapply(seq_len(k - 2), function(j) (p(x - t[j]) - p(x - t[k - 1]) * (t[k] - t[j]) / (t[k] - t[k - 1]) +
    p(x - t[k]) * (t[k - 1] - t[j]) / (t[k] - t[k - 1])) / (t[k] - t[1])^2)
}
at <- list(c(.1, .5, .9), c(.05, .35, .65, .95), c(.05, .275, .5, .725, .95))
x <- c(18, 19, 19.5, 21, 22, 22, 25, 27, 30, 31, 31, 33.25, 38, 41, 45, 47, 52, 58, 60, 77)
y <- sin(x / 9) + x / 50 + rep(c(.1, -.05, .02, -.08), 5)
sets <- lapply(at, function(q) {
  t <- unname(quantile(x, q))
  inner <- t[-c(1, length(t))]
  list(count = length(t), knots = t, columns = unname(asplit(basis(x, t), 2)),
    fitted = unname(fitted(lm(y ~ ns(x, knots = inner, Boundary.knots = range(t))))))
})
writeLines(toJSON(list(source = list(kind = "software", software = "R 4.2.2, splines::ns and lm", script = "splines.R"),
  tolerance = 1e-10, x = x, y = y, sets = sets), auto_unbox = TRUE, digits = NA, pretty = TRUE), file.path(here, "splines.json"))
