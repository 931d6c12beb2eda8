import {
  type Baseline,
  booleanColumn,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  extendBaseline,
  integerColumn,
  isBinaryColumn,
  numberColumn,
  type OutcomeRows,
  outcomeFor,
  outcomesArtefact,
  readTruth,
  stackOutcomes,
  textColumn,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";

const none = categoryColumn([null, null, null]);
const units = { unit: integerColumn([0, 1, 2]), id: textColumn(["a", "b", "c"]), cluster: none, role: none };
const baseline: Baseline = {
  kind: "likewise/baseline",
  version: 1,
  unitKind: "person",
  options: {},
  seed: null,
  madeFrom: [],
  imputation: 0,
  covariates: ["age"],
  table: columnsOf({
    ...units,
    arm: booleanColumn([true, false, false]),
    indexDate: dateColumn([1, 2, 3]),
    age: numberColumn([30, 40, 50]),
  }),
};

const rows: OutcomeRows = {
  units,
  outcome: "arrest",
  window: "recorded-12m",
  value: numberColumn([1, null, 0]),
  status: ["observed", "missing", "observed"],
  missingReason: [null, "not-searched", null],
};

describe("extending a baseline", () => {
  it("joins by unit, whatever the order of the additions", () => {
    const wider = extendBaseline(baseline, columnsOf({ unit: integerColumn([2, 0]), prior: integerColumn([7, 5]) }));
    expect(wider.covariates).toEqual(["age", "prior"]);
    const prior = (wider.table.columns as Record<string, Parameters<typeof cell>[0]>).prior!;
    expect([0, 1, 2].map((row) => cell(prior, row))).toEqual([5, null, 7]);
    expect(baseline.covariates).toEqual(["age"]);
  });

  it("adds only the names asked for", () => {
    const additions = columnsOf({ unit: integerColumn([0]), a: integerColumn([1]), b: integerColumn([2]) });
    expect(extendBaseline(baseline, additions, ["b"]).covariates).toEqual(["age", "b"]);
  });

  it("adds missing covariates where nobody has a row", () => {
    const additions = columnsOf({ unit: integerColumn([]), prior: categoryColumn([]) });
    const prior = (extendBaseline(baseline, additions).table.columns as Record<string, Parameters<typeof cell>[0]>)
      .prior!;
    expect([0, 1, 2].map((row) => cell(prior, row))).toEqual([null, null, null]);
  });

  it("refuses a unit twice, a unit it does not know, and a name that is taken", () => {
    const add = (unit: number[], name: string) =>
      extendBaseline(baseline, columnsOf({ unit: integerColumn(unit), [name]: integerColumn(unit) }));
    expect(() => add([1, 1], "prior")).toThrow("a unit must have one row, got more for unit 1");
    expect(() => add([3], "prior")).toThrow("units must be in the baseline, got unit 3");
    expect(() => add([1], "age")).toThrow("must have a name the baseline does not use yet, got age");
    expect(() => add([1], "arm")).toThrow(RangeError);
    expect(() => extendBaseline(baseline, columnsOf({ unit: integerColumn([0]) }), ["prior"])).toThrow(RangeError);
  });
});

describe("outcomes", () => {
  const arrest = outcomesArtefact(rows);
  const score = outcomesArtefact({
    ...rows,
    outcome: "score",
    window: null,
    value: numberColumn([4, 5, 6]),
    time: numberColumn([10, null, 30]),
    status: ["observed", "observed", "censored"],
    missingReason: [null, null, null],
  });

  it("come back as vectors by unit", () => {
    const vectors = outcomeFor(stackOutcomes([arrest, score]), "arrest");
    expect(vectors.units).toEqual(Int32Array.of(0, 1, 2));
    expect(vectors.window).toBe("recorded-12m");
    expect(vectors.value).toEqual(rows.value);
    expect(vectors.time).toBeNull();
    expect(vectors.status).toEqual(rows.status);
    expect(vectors.missingReason).toEqual(rows.missingReason);
    expect(outcomeFor(stackOutcomes([arrest, score]), "score").time).toEqual(numberColumn([10, null, 30]));
  });

  it("are missing for a unit without a row, never event-free", () => {
    const vectors = outcomeFor(arrest, "arrest", Int32Array.of(2, 9, 0));
    expect(vectors.status).toEqual(["observed", "missing", "observed"]);
    expect(vectors.missingReason).toEqual([null, "no-row", null]);
    expect([0, 1, 2].map((row) => cell(vectors.value, row))).toEqual([0, null, 1]);
  });

  it("are ordered by unit when stacked, and within a unit as given", () => {
    const { columns } = stackOutcomes([score, arrest]).table;
    expect(Array.from(columns.unit.values)).toEqual([0, 0, 1, 1, 2, 2]);
    expect([0, 1, 2].map((row) => cell(columns.outcome, row))).toEqual(["score", "arrest", "score"]);
  });

  it("are refused where value, status and reason contradict each other", () => {
    const refused: Partial<OutcomeRows>[] = [
      { value: numberColumn([1, 0, 0]) },
      { missingReason: [null, null, null] },
      { missingReason: ["not-found", "not-found", null] },
      { missingReason: [null, "lost", null] },
      { status: ["observed", "observed", "observed"] },
      { status: ["observed"] },
    ];
    for (const change of refused) expect(() => outcomesArtefact({ ...rows, ...change })).toThrow(RangeError);
  });

  it("are refused where there is no such outcome, a unit twice, or nothing to stack", () => {
    expect(() => outcomeFor(arrest, "arest")).toThrow("id must be an outcome with rows (arrest), got arest");
    expect(() => outcomeFor(stackOutcomes([arrest, arrest]), "arrest")).toThrow("got more for unit 0");
    expect(() => stackOutcomes([])).toThrow(RangeError);
    expect(() => stackOutcomes([arrest, { ...arrest, imputation: 1 }])).toThrow(RangeError);
  });
});

describe("truth in data", () => {
  it("is read from the usual spellings and nothing else", () => {
    expect(["1", "TRUE", " Yes ", "t", "y", true, 1].map(readTruth)).toEqual(Array(7).fill(true));
    expect(["0", "false", "NO", "f", "n", false, 0].map(readTruth)).toEqual(Array(7).fill(false));
    expect(["2", "", "maybe", "-1", "constructor", 0.5].map(readTruth)).toEqual(Array(6).fill(null));
  });

  it("makes a column binary where every present value is one", () => {
    expect(isBinaryColumn(categoryColumn(["yes", null, "no"]))).toBe(true);
    expect(isBinaryColumn(numberColumn([0, 1, 2]))).toBe(false);
  });
});
