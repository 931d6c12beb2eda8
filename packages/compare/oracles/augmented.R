# Augmented weighting and g-computation in matched people, of LaLonde's employment in 1978 (earnings are in lalonde.json).
# Race is left out: every treated Hispanic man was in work, so a regression with it has no finite fit.
# Writes augmented.json beside this script. R with sandwich, jsonlite.
suppressMessages({library(sandwich); library(jsonlite)})
l <- fromJSON("lalonde.json", simplifyVector = TRUE)
d <- as.data.frame(l$data$columns); d$y <- as.integer(d$re78 > 0)
f <- ~ age + educ + married + nodegree + re74 + re75
ctl <- glm.control(epsilon = 1e-14, maxit = 100)
D <- d$treat; n <- nrow(d)
e <- fitted(glm(update(f, treat ~ .), binomial, d, control = ctl))
m1 <- predict(glm(update(f, y ~ .), binomial, d[D == 1, ], control = ctl), d, type = "response")
m0 <- predict(glm(update(f, y ~ .), binomial, d[D == 0, ], control = ctl), d, type = "response")
summarise <- function(p1, p0, i1, i0) list(treated = p1, comparison = p0, difference = p1 - p0, se = sd(i1 - i0) / sqrt(n),
  logRatio = log(p1 / p0), logRatioSe = sd(i1 / p1 - i0 / p0) / sqrt(n))
i1 <- m1 + D * (d$y - m1) / e; i0 <- m0 + (1 - D) * (d$y - m0) / (1 - e)
ate <- summarise(mean(i1), mean(i0), i1, i0)
p <- mean(D); o <- e / (1 - e)
t1 <- mean(d$y[D == 1]); t0 <- sum(D * m0 + (1 - D) * o * (d$y - m0)) / sum(D)
att <- summarise(t1, t0, D * (d$y - t1) / p, (D * (m0 - t0) + (1 - D) * o * (d$y - m0)) / p)

sets <- l$matching$nn_1to1_largest$sets_row_numbers
rows <- c(sets[, 1], sets[, 2]); m <- d[rows, ]; m$set <- rep(seq_len(nrow(sets)), 2)
g <- glm(y ~ treat * (age + educ + married + nodegree + re74 + re75), binomial, m, control = ctl)
V <- vcovCL(g, m$set, type = "HC1")
X <- function(a) { dd <- m[m$treat == 1, ]; dd$treat <- a; model.matrix(delete.response(terms(g)), dd) }
at <- function(a) { eta <- drop(X(a) %*% coef(g)); q <- plogis(eta); list(v = mean(q), g = colMeans(q * (1 - q) * X(a))) }
a <- at(1); b <- at(0); gd <- a$g - b$g; gr <- a$g / a$v - b$g / b$v
matched <- list(treated = a$v, comparison = b$v, difference = a$v - b$v, se = sqrt(drop(gd %*% V %*% gd)), logRatio = log(a$v / b$v), logRatioSe = sqrt(drop(gr %*% V %*% gr)))
write(toJSON(list(what = "Augmented weighting and g-computation in matched people", source = list(kind = "software", software = list(R = paste(R.version$major, R.version$minor, sep = "."), sandwich = as.character(packageVersion("sandwich"))), script = "augmented.R"),
  ate = ate, att = att, matched = matched), auto_unbox = TRUE, digits = 17), "augmented.json")
