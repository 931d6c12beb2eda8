import type { Cell, Comparison, Curve, Estimate, Results, Table } from "@likewise/schema";

/** Empty results of a study, with whatever the test is about put in. */
export function resultsOf(over: Partial<Results>): Results {
  return {
    kind: "likewise/results",
    version: 1,
    edition: "working",
    study: {
      id: "study",
      title: "A study",
      synthetic: true,
      programme: null,
      question: null,
      asAt: null,
      audience: null,
      outcomes: [],
    },
    options: {},
    accounts: [],
    funnel: [],
    analysisSets: [],
    coverage: [],
    blocks: [],
    safety: [],
    measures: [],
    comparisons: [],
    economics: null,
    services: null,
    evidence: [],
    claims: [],
    refusals: [],
    tables: [],
    disclosure: null,
    provenance: { inputs: [], seed: null, version: "0", options: null },
    ...over,
  };
}

/** A two-way table with totals from the counts inside it. */
export function tableOf(id: string, inside: readonly (readonly number[])[], over: Partial<Table> = {}): Table {
  const levels = (name: string, n: number) =>
    [...Array.from({ length: n }, (_, i) => `${name}${i + 1}`), "all"].map((level) => ({ id: level, label: level }));
  const columns = inside[0]!.length;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const rows = inside.map((row) => [...row, sum(row)]);
  const totals = Array.from({ length: columns + 1 }, (_, j) => sum(rows.map((row) => row[j]!)));
  const cells: Cell[] = [...rows, totals].flatMap((row, i) =>
    row.map((numerator, j) => ({
      at: { row: i < inside.length ? `r${i + 1}` : "all", column: j < columns ? `c${j + 1}` : "all" },
      numerator,
      denominator: null,
      value: null,
      interval: null,
    })),
  );
  return {
    id,
    title: id,
    unit: "person",
    definition: "reached",
    window: null,
    dimensions: [
      { id: "row", label: "row", levels: levels("r", inside.length), total: "all" },
      { id: "column", label: "column", levels: levels("c", columns), total: "all" },
    ],
    cells,
    linked: [],
    ...over,
  };
}

export function estimateOf(
  id: string,
  treated: [n: number, events: number | null],
  comparison: [n: number, events: number | null],
  over: Partial<Estimate> = {},
): Estimate {
  const [outcome, measure] = id.split(":") as [string, Estimate["measure"]];
  const arm = ([n, events]: [number, number | null]) => ({ n, events, value: events === null ? 12.5 : events / n });
  return {
    id,
    outcome,
    definition: "recorded",
    window: null,
    unit: "person",
    basis: "recorded-crime",
    reporter: "police",
    subgroup: null,
    primary: id.includes("riskDifference"),
    measure,
    estimand: "ATE",
    population: `${treated[0]} treated and ${comparison[0]} not`,
    estimator: "difference in proportions",
    adjustment: "none",
    adjustedFor: [],
    estimate: -0.1,
    standardError: 0.03,
    standardErrorKind: "score",
    df: 100,
    clusters: 101,
    interval: [-0.16, -0.04],
    level: 0.95,
    pValue: 0.001,
    test: "dual to the interval",
    treated: arm(treated),
    comparison: arm(comparison),
    imputations: null,
    sensitivity: {
      eValue: { estimate: 1.5, interval: 1.2 },
      rosenbaum: [{ gamma: 1, pUpper: 0.01 }],
      robustness: [{ id: "wald", label: "Wald", estimate: -0.1, interval: [-0.2, -0.05] }],
    },
    precision: { detectableDifference: 0.08, peopleNeeded: null },
    ...over,
  };
}

export function comparisonOf(over: Partial<Comparison>): Comparison {
  return {
    kind: "likewise/comparison",
    version: 1,
    id: "headline",
    label: "Offered against not offered",
    rows: { read: 432, used: 432, excluded: [] },
    arms: { treated: 216, comparison: 216, labels: { treated: "offered", comparison: "not offered" } },
    design: { method: "none", assignment: "selected", comparator: "concurrent-untreated" },
    matching: null,
    weighting: null,
    balance: [],
    estimates: [],
    tests: [],
    curves: [],
    models: [],
    evidence: [],
    claims: [],
    refusals: [],
    assumptions: [],
    provenance: { inputs: [], seed: null, version: "0", options: null },
    ...over,
  };
}

export function curveOf(arm: Curve["arm"], steps: readonly [time: number, atRisk: number, events: number][]): Curve {
  return {
    outcome: "arrest",
    kind: "kaplan-meier",
    arm,
    timeUnit: "week",
    points: steps.map(([time, atRisk, events]) => ({ time, atRisk, events, value: 0.9, interval: [0.8, 1] })),
  };
}
