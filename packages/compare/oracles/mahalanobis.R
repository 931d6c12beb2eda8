# Mahalanobis distances of LaLonde's first treated people to some comparison people, by base R: of values, with the
# covariance within arms, pooled; and of ranks, with covariances rescaled to the spread of ranks without ties
# (Rosenbaum 2010, Design of Observational Studies, section 8.3). Run in this folder: Rscript mahalanobis.R
library(jsonlite)

columns <- fromJSON("lalonde.json")$data$columns
treat <- columns$treat
levels <- with(columns, cbind(black = race == "black", hispan = race == "hispan", white = race == "white")) * 1
numbers <- with(columns, cbind(age, educ, married, nodegree, re74, re75))

generalised_inverse <- function(m) {
  e <- eigen(m, symmetric = TRUE)
  keep <- e$values > 1e-10 * e$values[1]
  e$vectors[, keep] %*% (t(e$vectors[, keep]) / e$values[keep])
}

# Without one level: the same distances, and a covariance that can be inverted.
values <- cbind(numbers, levels[, -1])
arm <- function(a) cov(values[treat == a, ]) * (sum(treat == a) - 1)
pooled <- (arm(1) + arm(0)) / (nrow(values) - 2)

# Of ranks every level counts, so that none is singled out.
ranks <- apply(cbind(numbers, levels), 2, rank)
covariance <- cov(ranks)
untied <- var(seq_len(nrow(ranks)))
rescaled <- covariance * outer(sqrt(untied / diag(covariance)), sqrt(untied / diag(covariance)))
inverse_of_ranks <- generalised_inverse(rescaled)

pairs <- expand.grid(treated = c(1, 2, 6, 44, 79, 133, 185), comparison = c(186, 201, 301, 302, 455, 501, 614))
distance <- function(x, inverse, i, j) { d <- x[i, ] - x[j, ]; sqrt(sum(d * (inverse %*% d))) }
each <- function(x, inverse) mapply(function(i, j) distance(x, inverse, i, j), pairs$treated, pairs$comparison)

writeLines(toJSON(list(
  what = unbox("Mahalanobis distances of pairs of LaLonde's rows (numbered from 1), of values and of ranks"),
  source = list(kind = unbox("software"), software = unbox(R.version.string), script = unbox("mahalanobis.R")),
  treated = pairs$treated,
  comparison = pairs$comparison,
  values = each(values, solve(pooled)),
  ranks = each(ranks, inverse_of_ranks)
), digits = NA, pretty = TRUE), "mahalanobis.json")
