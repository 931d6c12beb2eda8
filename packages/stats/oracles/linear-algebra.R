# Writes linear-algebra.json: small matrices worked by R.
#   Rscript packages/stats/oracles/linear-algebra.R
suppressMessages({
  library(jsonlite)
})
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
set.seed(20260303)
n <- 1100 # more than two chunks of 512 rows
X <- cbind(
  round(rnorm(n), 3), round(rnorm(n, 5), 3), as.numeric(runif(n) < 0.1), round(rexp(n), 3), round(rnorm(n, 0, 40))
)
w <- round(runif(n), 2)
b <- round(rnorm(n), 3)
A <- crossprod(X, w * X)
out <- list(
  what = "Crossproduct, inverse, eigenvalues and least squares of one matrix",
  source = list(
    kind = "software", script = "linear-algebra.R", R = as.character(getRversion()),
    hilbert = "eigenvalues of the Hilbert matrix of order 10 (symmetric QR of LAPACK)"
  ),
  tolerance = 1e-10,
  columns = lapply(seq_len(ncol(X)), function(j) X[, j]), weights = w, right = b,
  crossproduct = A, inverse = solve(A), eigenvalues = eigen(A, symmetric = TRUE)$values,
  solution = qr.solve(X, b),
  hilbertEigenvalues = eigen(1 / outer(0:9, 1:10, "+"), symmetric = TRUE)$values
)
write(toJSON(out, digits = NA, auto_unbox = TRUE), file.path(here, "linear-algebra.json"))
