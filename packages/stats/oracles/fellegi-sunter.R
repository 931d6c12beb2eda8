# Writes fellegi-sunter.json: the Fellegi-Sunter model fitted to awkward counts of patterns, from base R.
#
#   Rscript fellegi-sunter.R            (R 4.2.2, no packages; run in this folder)
#
# The likelihood is climbed twice and independently: by plain EM, in a million steps at most, and by optim (BFGS on
# logits from twenty random starts). The script stops where optim finds a higher point than EM. What is written is EM's.

loglik <- function(p, case) {
  both <- p$share * product(p$m, case) + (1 - p$share) * product(p$u, case)
  known <- unlist(case$others)
  sum(case$counts * log(both)) + (if (is.null(known)) 0 else sum(ifelse(known == 0, 0, known * log(unlist(p$u)))))
}

product <- function(chances, case) {
  out <- rep(1, nrow(case$patterns))
  for (k in seq_along(case$levels)) {
    level <- case$patterns[, k]
    out <- out * ifelse(level < 0, 1, chances[[k]][pmax(level, 0) + 1])
  }
  out
}

share_of_levels <- function(weights, case, others = NULL) lapply(seq_along(case$levels), function(k) {
  sums <- sapply(seq_len(case$levels[k]) - 1, function(l) sum(weights[case$patterns[, k] == l]))
  if (!is.null(others)) sums <- sums + others[[k]]
  sums / sum(sums)
})

em <- function(case) {
  p <- list(
    share = 0.1,
    m = lapply(case$levels, function(n) c(0.9, rep(0.1 / (n - 1), n - 1))),
    u = if (is.null(case$u)) share_of_levels(case$counts, case, case$others) else case$u
  )
  for (i in 1:1000000) {
    match <- p$share * product(p$m, case)
    other <- (1 - p$share) * product(p$u, case)
    posterior <- match / (match + other)
    next_p <- list(
      share = sum(case$counts * posterior) / sum(case$counts),
      m = share_of_levels(case$counts * posterior, case),
      u = if (is.null(case$u)) share_of_levels(case$counts * (1 - posterior), case, case$others) else case$u
    )
    moved <- max(abs(unlist(next_p) - unlist(p)))
    p <- next_p
    if (moved < 1e-15) break
  }
  p
}

softmax <- function(x) { e <- exp(c(0, x) - max(0, x)); e / sum(e) }

highest_by_optim <- function(case) {
  free <- sum(case$levels - 1)
  unpack <- function(x) {
    take <- function(from) {
      ends <- from + cumsum(case$levels - 1)
      starts <- c(from, ends[-length(ends)])
      lapply(seq_along(case$levels), function(k) softmax(x[(starts[k] + 1):ends[k]]))
    }
    list(share = plogis(x[1]), m = take(1), u = if (is.null(case$u)) take(1 + free) else case$u)
  }
  n <- 1 + free * (if (is.null(case$u)) 2 else 1)
  set.seed(1969)
  max(replicate(20, optim(rnorm(n, 0, 2), function(x) -loglik(unpack(x), case),
    method = "BFGS", control = list(maxit = 5000, reltol = 1e-15))$value * -1))
}

grid <- function(levels) unname(as.matrix(rev(expand.grid(rev(lapply(levels, function(n) 0:(n - 1)))))))
case <- function(what, levels, patterns, counts, u = NULL, others = NULL) {
  keep <- counts > 0
  list(what = what, levels = levels, patterns = patterns[keep, , drop = FALSE], counts = counts[keep], u = u, others = others)
}

cases <- list(
  case("three yes-or-no comparisons, matches rare", c(2, 2, 2), grid(c(2, 2, 2)), c(95, 7, 4, 11, 13, 62, 41, 9767)),
  case("few pairs, and kinds that overlap", c(2, 2, 2, 2), grid(c(2, 2, 2, 2)),
    c(21, 4, 3, 2, 6, 3, 2, 5, 3, 1, 4, 7, 2, 6, 9, 30)),
  case("levels of several sizes, empty cells", c(4, 5, 3), grid(c(4, 5, 3)), {
    counts <- rep(0, 60)
    counts[c(1, 2, 3, 4, 6, 13, 16, 18, 30, 31, 33, 45, 46, 48, 57, 58, 59, 60)] <-
      c(812, 31, 40, 66, 5, 28, 90, 17, 22, 35, 3, 41, 77, 8, 250, 1900, 320, 41000)
    counts
  }),
  case("missing comparisons", c(2, 3, 2, 2), rbind(
    c(0, 0, 0, 0), c(0, 1, 0, 0), c(1, 0, 0, 0), c(0, 2, 0, 1), c(-1, 0, 0, 0), c(0, -1, 0, 0), c(0, 0, -1, -1),
    c(1, 2, 1, 1), c(0, 2, 1, 1), c(1, 1, 1, 1), c(1, 2, 0, 1), c(-1, 2, 1, 1), c(1, -1, 0, 1), c(1, 2, 1, 0),
    c(1, 2, 0, 0), c(0, 0, 0, 1), c(1, 0, 1, 1), c(-1, -1, 1, 0), c(0, 0, 1, 0)
  ), c(400, 22, 18, 3, 35, 51, 60, 70000, 900, 1500, 34000, 5200, 480, 6900, 3300, 40, 120, 77, 9)),
  case("others known from elsewhere", c(2, 3, 2), grid(c(2, 3, 2)),
    c(180, 6, 12, 3, 9, 40, 14, 20, 6, 60, 30, 5200), list(c(0.01, 0.99), c(0.005, 0.02, 0.975), c(0.03, 0.97))),
  case("two comparisons, others known", c(2, 2), grid(c(2, 2)), c(90, 30, 25, 855), list(c(0.02, 0.98), c(0.05, 0.95))),
  case("few others, and more of them known", c(2, 3, 2), grid(c(2, 3, 2)),
    c(180, 6, 12, 3, 9, 4, 14, 1, 6, 0, 5, 60), others = list(c(0.9, 199.1), c(2, 5.5, 192.5), c(7, 193)))
)

json <- function(x) {
  if (is.matrix(x)) return(sprintf("[%s]", paste(apply(x, 1, function(row) paste(row, collapse = ", ")), collapse = ",  ")))
  if (is.list(x)) return(sprintf("[%s]", paste(sapply(x, json), collapse = ", ")))
  sprintf("[%s]", paste(sprintf("%.17g", x), collapse = ", "))
}

written <- sapply(cases, function(case) {
  p <- em(case)
  value <- loglik(p, case)
  highest <- highest_by_optim(case)
  stopifnot(highest <= value + 1e-5)
  match <- product(p$m, case)
  other <- product(p$u, case)
  sprintf(
    '    { "what": "%s", "levels": %s,\n      "patterns": %s,\n      "counts": %s,\n      "u": %s,\n      "others": %s,\n      "share": %.17g,\n      "m": %s,\n      "fittedU": %s,\n      "logLikelihood": %.17g, "highestByOptim": %.17g,\n      "posteriors": %s }',
    case$what, json(case$levels), json(case$patterns), json(case$counts),
    if (is.null(case$u)) "null" else json(case$u), if (is.null(case$others)) "null" else json(case$others), p$share, json(p$m), json(p$u), value, highest,
    json(p$share * match / (p$share * match + (1 - p$share) * other))
  )
})

writeLines(c(
  "{",
  '  "what": "Fellegi-Sunter fits to awkward counts of patterns",',
  sprintf('  "source": { "kind": "software", "name": "R", "version": "%s.%s", "script": "fellegi-sunter.R" },', R.version$major, R.version$minor),
  '  "cases": [',
  paste(written, collapse = ",\n"),
  "  ]",
  "}"
), "fellegi-sunter.json")
