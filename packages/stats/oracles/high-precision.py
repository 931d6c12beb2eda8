"""Writes high-precision.json: the distributions of distributions.json again, in 60 digits or more.

    python3 high-precision.py        (mpmath 1.3 or later; run in this folder after distributions.R)

A second opinion that shares nothing with R or with the package: each tail is the plain power series of the
incomplete gamma or beta function, summed with so many digits that even one minus a tail of 1e-300 keeps 60 of
them. It takes the rows of R's table where R is weakest (a parameter of 1000 or more, or of 0.2 or less) and
every fifth of the others, and adds points whose tails only exist as logarithms.
"""

import json

import mpmath
from mpmath import binomial, erfc, exp, log, log1p, loggamma, mp, mpf, pi, sqrt

EXTRA_DIGITS = 340


def with_complement(small_series):
    """A tail and its complement; the digits cover a complement of 1e-300."""
    tail = small_series()
    return tail, 1 - tail


def gamma_parts(a, x):
    """Lower and upper regularised incomplete gamma function."""

    def series():
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** -(mp.dps + 2):
            n += 1
            term *= x / (a + n)
            total += term
        return total * exp(a * log(x) - x - loggamma(a + 1))

    return with_complement(series)


def beta_parts(a, b, x, y):
    """I_x(a, b) and its complement, x + y = 1, by the series in the smaller of x and y."""
    if x > y:
        upper, lower = beta_parts(b, a, y, x)
        return lower, upper

    def series():
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** -(mp.dps + 2) or (a + b + n) * x > (a + 1 + n):
            term *= (a + b + n) / (a + 1 + n) * x
            total += term
            n += 1
        return total * exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))

    return with_complement(series)


def log_choose(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


def power_log(count, probability):
    return mpf(0) if count == 0 else count * log(probability)


def normal(x, mean, sd):
    z = (x - mean) / sd
    density = -z * z / 2 - log(sd * sqrt(2 * pi))
    return density, erfc(-z / sqrt(2)) / 2, erfc(z / sqrt(2)) / 2


def student_t(x, df):
    density = (
        loggamma((df + 1) / 2) - loggamma(df / 2) - log(df * pi) / 2 - (df + 1) / 2 * log1p(x * x / df)
    )
    if x == 0:
        return density, mpf(1) / 2, mpf(1) / 2
    both, _ = beta_parts(df / 2, mpf(1) / 2, df / (df + x * x), x * x / (df + x * x))
    near, far = 1 - both / 2, both / 2
    return (density, near, far) if x > 0 else (density, far, near)


def gamma(x, shape, scale):
    lower, upper = gamma_parts(shape, x / scale)
    return (shape - 1) * log(x / scale) - x / scale - loggamma(shape) - log(scale), lower, upper


def chi_square(x, df):
    return gamma(x, df / 2, mpf(2))


def beta(x, a, b):
    lower, upper = beta_parts(a, b, x, 1 - x)
    density = (a - 1) * log(x) + (b - 1) * log1p(-x) + loggamma(a + b) - loggamma(a) - loggamma(b)
    return density, lower, upper


def f(x, df1, df2):
    a, b, total = df1 / 2, df2 / 2, df1 * x + df2
    lower, upper = beta_parts(a, b, df1 * x / total, df2 / total)
    density = (
        a * log(df1 * x / total) + b * log(df2 / total) - log(x) + loggamma(a + b) - loggamma(a) - loggamma(b)
    )
    return density, lower, upper


def binomial_distribution(k, n, p):
    density = log_choose(n, k) + power_log(k, p) + power_log(n - k, 1 - p)
    if k == n:
        return density, mpf(1), mpf(0)
    lower, upper = beta_parts(n - k, k + 1, 1 - p, p)
    return density, lower, upper


def poisson(k, mean):
    upper, lower = gamma_parts(k + 1, mean)
    return power_log(k, mean) - mean - loggamma(k + 1), lower, upper


def negative_binomial(k, size, p):
    density = loggamma(k + size) - loggamma(size) - loggamma(k + 1) + size * log(p) + power_log(k, 1 - p)
    lower, upper = beta_parts(size, k + 1, p, 1 - p)
    return density, lower, upper


def hypergeometric(k, marked, unmarked, drawn):
    term = binomial(marked, k) * binomial(unmarked, drawn - k) / binomial(marked + unmarked, drawn)
    density = log(term)
    lower = mpf(0)
    while k >= 0 and term > 0:
        lower += term
        term *= k * (unmarked - drawn + k) / ((marked - k + 1) * (drawn - k + 1))
        k -= 1
    return density, lower, 1 - lower


FAMILIES = {
    "normal": normal,
    "studentT": student_t,
    "chiSquare": chi_square,
    "gamma": gamma,
    "beta": beta,
    "f": f,
    "binomial": binomial_distribution,
    "poisson": poisson,
    "negativeBinomial": negative_binomial,
    "hypergeometric": hypergeometric,
}

# Tails far below the smallest double: only their logarithms can be compared.
BEYOND = [
    ["normal", [0, 1], 50.0],
    ["normal", [0, 1], -1000.0],
    ["studentT", [3], 1e150],
    ["studentT", [0.5], -1e180],
    ["studentT", [1e6], 60.0],
    ["chiSquare", [7], 4000.0],
    ["chiSquare", [2000], 1.0],
    ["gamma", [0.3, 1], 2500.0],
    ["gamma", [1e5, 1], 85000.0],
    ["beta", [40, 3], 1e-30],
    ["beta", [1e5, 1e5], 0.55],
    ["f", [60, 8], 1e-25],
    ["f", [6, 900], 400.0],
    ["binomial", [5000, 0.01], 1500],
    ["binomial", [1000000, 0.5], 480000],
    ["poisson", [1], 600],
    ["poisson", [100000], 80000],
    ["negativeBinomial", [2.5, 0.05], 40000],
]


def row(family, parameters, x, digits):
    mp.dps = digits
    log_density, lower, upper = FAMILIES[family](mpf(x), *[mpf(p) for p in parameters])
    small, large = (lower, upper) if lower < upper else (upper, lower)
    logs = [log(small), log1p(-small)] if small > 0 else [None, mpf(0)]
    if not lower < upper:
        logs.reverse()
    values = [exp(log_density), log_density, lower, upper, *logs]
    return [family, parameters, x, *[None if v is None or 0 < abs(v) < mpf("1e-300") else float(v) for v in values]]


if __name__ == "__main__":
    with open("distributions.json", encoding="utf-8") as file:
        table = json.load(file)["values"]
    rows = []
    for i, (family, parameters, x, *_) in enumerate(table):
        if i % 5 == 0 or max(parameters) >= 1000 or min(parameters) <= 0.2:
            rows.append(row(family, parameters, x, 60 + EXTRA_DIGITS))
    for family, parameters, x in BEYOND:
        rows.append(row(family, parameters, x, 2100))
    head = {
        "what": "Densities and tails in up to 400 digits, and tails below 1e-300 as logarithms",
        "source": {
            "kind": "software",
            "name": "mpmath",
            "version": mpmath.__version__,
            "script": "high-precision.py",
        },
        "valueColumns": ["family", "parameters", "x", "density", "logDensity", "lower", "upper", "logLower", "logUpper"],
    }
    with open("high-precision.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(head, indent=2)[:-2] + ',\n  "values": [\n    ')
        file.write(",\n    ".join(json.dumps(r) for r in rows))
        file.write("\n  ]\n}\n")
    print(len(rows), "values")
