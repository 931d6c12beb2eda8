"""Chebyshev coefficients used by src/special-functions, rounded to doubles.

Needs mpmath 1.3 or later. Prints two TypeScript arrays:
  mills-ratio.ts : (x + 4) M(x) on x = 4 (1 + t) / (1 - t), t in [-1, 1)
  log-gamma.ts   : log(gamma(1 + x)) / x on x = t / 2,      t in [-1, 1]
Terms are kept until they fall below 1e-18, so the truncation stays under one rounding.
"""

from mpmath import cos, erfc, euler, exp, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def chebyshev(function, terms=60, nodes=90):
    ts = [cos(pi * (k + mpf(1) / 2) / nodes) for k in range(nodes)]
    values = [function(t) for t in ts]
    return [
        2 / mpf(nodes) * sum(values[k] * cos(pi * j * (k + mpf(1) / 2) / nodes) for k in range(nodes))
        for j in range(terms)
    ]


def weighted_mills(t):
    x = 4 * (1 + t) / (1 - t)
    return (x + 4) * exp(x * x / 2) * sqrt(pi / 2) * erfc(x / sqrt(2))


def log_gamma_over_x(t):
    return loggamma(1 + t / 2) / (t / 2) if t != 0 else -euler


for name, function in (("millsRatio", weighted_mills), ("logGammaOnePlus", log_gamma_over_x)):
    coefficients = chebyshev(function)
    last = max(i for i, c in enumerate(coefficients) if abs(c) > mpf(10) ** -18)
    coefficients[0] /= 2
    print(f"// {name}")
    for c in coefficients[: last + 1]:
        print(f"  {float(c)!r},")
