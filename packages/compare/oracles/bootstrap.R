# Bootstrap of weighted, adjusted and matched effects of LaLonde from the draws in bootstrap-draws.json: people (or matched
# pairs) written out as often as drawn, score, weights and regressions fitted again in each. Writes bootstrap.json beside it.
suppressWarnings(suppressMessages(library(jsonlite)))
l <- fromJSON("lalonde.json", simplifyVector = TRUE)
draws <- fromJSON("bootstrap-draws.json")
d <- as.data.frame(l$data$columns); d$y <- as.integer(d$re78 > 0)
f <- treat ~ age + educ + race + married + nodegree + re74 + re75
g <- y ~ treat + age + educ + married + nodegree + re74 + re75
ctl <- glm.control(epsilon = 1e-14, maxit = 100)
times <- function(text) as.integer(strsplit(text, "")[[1]])
logit <- function(p) log(p / (1 - p))
arms <- function(b, w) sapply(c("re78", "y"), USE.NAMES = FALSE, function(v) c(weighted.mean(b[[v]][b$treat == 1], w[b$treat == 1]), weighted.mean(b[[v]][b$treat == 0], w[b$treat == 0])))
contrasts <- function(a) c(re78 = a[1, 1] - a[2, 1], riskDifference = a[1, 2] - a[2, 2], riskRatio = log(a[1, 2] / a[2, 2]), oddsRatio = logit(a[1, 2]) - logit(a[2, 2]))
once <- function(b) {
  e <- fitted(suppressWarnings(glm(f, binomial, b, control = ctl)))
  t <- b$treat
  att <- contrasts(arms(b, ifelse(t == 1, 1, e / (1 - e))))
  ato <- contrasts(arms(b, ifelse(t == 1, 1 - e, e)))
  keep <- pmin(e, 1 - e) >= 0.05
  k <- b[keep, ]; e2 <- fitted(suppressWarnings(glm(f, binomial, k, control = ctl)))
  trimmed <- contrasts(arms(k, ifelse(k$treat == 1, 1 / e2, 1 / (1 - e2))))
  ls <- unname(coef(lm(re78 ~ treat + age + educ + race + married + nodegree + re74 + re75, b))["treat"])
  m <- glm(g, binomial, b, control = ctl)
  p <- sapply(1:0, function(a) { x <- b; x$treat <- a; mean(predict(m, x, type = "response")) })
  c(att = att, ato = ato, trimmed = trimmed, adjusted = c(re78 = ls, riskDifference = p[1] - p[2], riskRatio = log(p[1] / p[2])))
}
people <- t(sapply(draws$people, function(text) once(d[rep(seq_len(nrow(d)), times(text)), ])))
pairs <- l$matching$nn_1to1_largest$sets_row_numbers
pairs <- pairs[order(pairs[, 1]), ]
sets <- t(sapply(draws$sets, function(text) { at <- rep(seq_len(nrow(pairs)), times(text)); b <- d[c(pairs[at, 1], pairs[at, 2]), ]; contrasts(arms(b, rep(1, nrow(b)))) }))
colnames(sets) <- paste0("matched.", colnames(sets))
# Of 199 resamples the limits at 95 % are the fifth smallest and the fifth largest.
told <- function(m) lapply(as.data.frame(m), function(v) list(se = sd(v), lower = sort(v)[5], upper = sort(v)[195]))
write(toJSON(list(what = "Bootstrap of LaLonde from given draws", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = ".")), script = "bootstrap.R"),
  tolerance = 1e-7, results = c(told(people), told(sets))), auto_unbox = TRUE, digits = 17), "bootstrap.json")
