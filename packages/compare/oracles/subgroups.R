# Effects by level and their interactions, on LaLonde's rows (matched sets as stored in lalonde.json) and Rossi's. Writes
# subgroups.json beside this script. R with survival, sandwich, jsonlite.
suppressMessages({library(survival); library(sandwich); library(jsonlite)})
l <- fromJSON("lalonde.json", simplifyVector = TRUE)
d <- as.data.frame(l$data$columns)
sets <- l$matching$nn_1to1_largest$sets_row_numbers
pairs <- data.frame(row = c(sets[, 1], sets[, 2]), set = rep(seq_len(nrow(sets)), 2), treated = rep(sets[, 1], 2))

# matched: a pair goes to the level of its treated person
matchedLevel <- function(by, level) {
  p <- pairs[as.character(d[[by]][pairs$treated]) == level, ]
  m <- lm(re78 ~ treat, d[p$row, ])
  list(estimate = coef(m)[["treat"]], se = sqrt(vcovCL(m, p$set, type = "HC1")["treat", "treat"]), df = length(unique(p$set)) - 1)
}
levelsOf <- function(by) sort(unique(as.character(d[[by]])))
between <- function(found) {
  e <- sapply(found, `[[`, "estimate"); v <- sapply(found, `[[`, "se")^2; df <- sapply(found, `[[`, "df")
  k <- length(e) - 1
  C <- cbind(-1, diag(k)); theta <- drop(C %*% e); V <- C %*% diag(v) %*% t(C)
  satt <- function(i) if (all(is.infinite(df[i]))) Inf else sum(v[i])^2 / sum(v[i]^2 / df[i])
  w <- drop(t(theta) %*% solve(V) %*% theta)
  all <- satt(seq_along(e))
  list(contrasts = lapply(seq_len(k), function(j) { se <- sqrt(V[j, j]); dj <- satt(c(1, j + 1))
      list(estimate = theta[j], se = se, p = 2 * pt(-abs(theta[j] / se), dj), lower = theta[j] - qt(.975, dj) * se, upper = theta[j] + qt(.975, dj) * se) }),
    statistic = if (is.infinite(all)) w else w / k, p = if (is.infinite(all)) pchisq(w, k, lower.tail = FALSE) else pf(w / k, k, all, lower.tail = FALSE))
}
matched <- lapply(setNames(c("race", "married"), c("race", "married")), function(by) {
  found <- lapply(setNames(levelsOf(by), levelsOf(by)), function(level) matchedLevel(by, level))
  c(list(levels = found), between(found))
})
matched$holm <- as.list(p.adjust(sapply(matched[c("race", "married")], `[[`, "p"), "holm"))

# adjusted: a regression of its own in each level, HC3
adjustedLevel <- function(level) {
  m <- lm(re78 ~ age + educ + race + married + re74 + re75 + treat, d[d$nodegree == level, ])
  list(estimate = coef(m)[["treat"]], se = sqrt(vcovHC(m, "HC3")["treat", "treat"]))
}
adjusted <- lapply(list(`0` = 0, `1` = 1), adjustedLevel)

r <- fromJSON("rossi.json", simplifyVector = TRUE)
q <- as.data.frame(r$data$columns); q$fin <- as.integer(q$fin == "yes")
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-14, iter.max = 50)
hazardLevel <- function(level) {
  m <- coxph(Surv(week, arrest) ~ fin, q[q$wexp == level, ], control = tight)
  list(estimate = coef(m)[["fin"]], se = sqrt(vcov(m)[1, 1]), df = Inf)
}
found <- lapply(list(no = "no", yes = "yes"), hazardLevel)
hazards <- c(list(levels = lapply(found, function(f) f[c("estimate", "se")])), between(found))
write(toJSON(list(what = "Effects by level and their interactions", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival")), sandwich = as.character(packageVersion("sandwich"))), script = "subgroups.R"),
  matched = matched, adjusted = adjusted, hazards = hazards), auto_unbox = TRUE, digits = 17), "subgroups.json")
