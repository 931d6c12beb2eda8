"""Writes separation.json: small data sets, and whether their likelihood has a maximum.

    python3 packages/stats/oracles/separation.py

A logistic likelihood has no maximum when some direction d has s x'd >= 0 in every row (s = 1 for outcome 1, -1 for 0)
and > 0 in one (Albert and Anderson 1984, doi:10.1093/biomet/71.1.1). A Cox likelihood has none when some d has
x_i'd >= x_j'd for every event i and everyone j at risk at its time, and > in one comparison. A linear programme
decides: the largest sum of these quantities, each held between 0 and 1, is 0 exactly when there is no such direction.
"""

import json
import pathlib

import numpy as np
import scipy
from scipy.optimize import linprog


def has_direction(rows):
    if len(rows) == 0:
        return False
    a = np.array(rows, float)
    result = linprog(
        -a.sum(0),
        A_ub=np.vstack([-a, a]),
        b_ub=np.r_[np.zeros(len(a)), np.ones(len(a))],
        bounds=[(None, None)] * a.shape[1],
        method="highs",
    )
    return bool(-result.fun > 1e-6)


def data_set(random):
    n = int(random.integers(6, 31))
    columns = [
        random.integers(0, 2, n) * random.integers(0, 2, n) if random.random() < 0.5 else np.round(random.normal(0, 2, n))
        for _ in range(int(random.integers(1, 5)))
    ]
    x = np.array(columns, float).T
    y = (random.random(n) < 0.4).astype(int)
    time = random.integers(1, 7, n)
    logistic = (2 * y - 1)[:, None] * np.c_[np.ones(n), x]
    cox = [x[i] - x[j] for i in range(n) if y[i] for j in range(n) if time[j] >= time[i] and j != i]
    return {
        "columns": [column.tolist() for column in x.T],
        "outcome": y.tolist(),
        "time": time.tolist(),
        "separated": has_direction(logistic),
        "monotone": has_direction(cox),
    }


random = np.random.default_rng(20260305)
out = {
    "what": "Small data sets and whether a logistic and a Cox likelihood have a maximum",
    "source": {"kind": "software", "script": "separation.py", "scipy": scipy.__version__, "method": "linear programme (HiGHS)"},
    "sets": [entry for entry in (data_set(random) for _ in range(90)) if 0 < sum(entry["outcome"])],
}
path = pathlib.Path(__file__).with_name("separation.json")
path.write_text(json.dumps(out, separators=(",", ":")) + "\n")
