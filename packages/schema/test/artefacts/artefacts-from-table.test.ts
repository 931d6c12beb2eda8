import {
  artefactsFromTable,
  type Columns,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  type Failure,
  integerColumn,
  numberColumn,
  outcomeFor,
  type TableLayout,
  takeRows,
  textColumn,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";

/** Nine rows with everything awkward: an id that repeats, one missing, an arm missing, blanks, ids out of order. */
const table = columnsOf({
  id: textColumn(["p10", "p2", null, "p3", "p3", "p1", "p4", "p5", "p6"]),
  aid: categoryColumn(["yes", "no", "yes", "no", "yes", null, "no", "yes", "no"]),
  age: numberColumn([31, null, 20, 40, 41, 50, 60, 22, 19]),
  area: textColumn(["north", "south", "north", "north", "north", "south", null, "south", "south"]),
  arrest: integerColumn([1, 0, 1, 0, 1, 0, null, 0, 1]),
  week: numberColumn([3, 52, 1, 4, 4, 5, 6, null, 5]),
  visits: integerColumn([2, 0, 1, 1, 1, 0, 3, 0, 4]),
  years: numberColumn([0.5, 1, 1, 1, 1, 1, 1, 1, 0.25]),
});

const layout: TableLayout = {
  id: "id",
  treatment: "aid",
  covariates: ["age", "area"],
  outcomes: [{ id: "arrest", kind: "binary", column: "arrest", time: "week", event: "arrest" }],
};

function failureOf(run: () => unknown): Pick<Failure, "kind" | "message"> {
  try {
    run();
  } catch (error) {
    return { kind: (error as Failure).kind, message: (error as Failure).message };
  }
  throw new Error("expected a failure, found none");
}

describe("a flat table becomes artefacts", () => {
  const made = artefactsFromTable(table, layout);
  const { columns } = made.baseline.table;

  it("accounts for every row read", () => {
    expect(made.rowsRead).toBe(9);
    expect(made.exclusions).toEqual([
      { reason: "aid missing", rows: 1 },
      { reason: "id missing", rows: 1 },
      { reason: "id repeated", rows: 2 },
    ]);
    expect(made.baseline.table.numRows).toBe(5);
  });

  it("orders units by natural order of id", () => {
    expect(columns.id.values).toEqual(["p2", "p4", "p5", "p6", "p10"]);
    expect(columns.unit.values).toEqual(Int32Array.of(0, 1, 2, 3, 4));
    expect(columns.arm.values).toEqual(Uint8Array.of(0, 0, 1, 0, 1));
    expect(made.labels).toEqual({ treated: "yes", comparison: "no" });
  });

  it("keeps missing covariates missing, and groups text", () => {
    const { age, area } = columns as unknown as Record<string, Parameters<typeof cell>[0]>;
    expect([0, 1, 2, 3, 4].map((row) => cell(age!, row))).toEqual([null, 60, 22, 19, 31]);
    expect([0, 1, 2, 3, 4].map((row) => cell(area!, row))).toEqual(["south", null, "south", "south", "north"]);
    expect(area!.type).toBe("category");
  });

  it("keeps a missing outcome as missing with its reason, and a time of its own mask", () => {
    const arrest = outcomeFor(made.outcomes, "arrest");
    expect(arrest.status).toEqual(["observed", "missing", "observed", "observed", "observed"]);
    expect(arrest.missingReason).toEqual([null, "blank", null, null, null]);
    expect([0, 1, 2, 3, 4].map((row) => cell(arrest.value, row))).toEqual([0, null, 0, 1, 1]);
    expect([0, 1, 2, 3, 4].map((row) => cell(arrest.time!, row))).toEqual([52, 6, null, 5, 3]);
    expect(arrest.exposureYears).toBeNull();
  });

  it("does not depend on the order of rows", () => {
    const shuffled = takeRows(table, Int32Array.of(8, 3, 0, 5, 7, 1, 2, 6, 4));
    expect(artefactsFromTable(shuffled, layout)).toEqual(made);
  });

  it("stands rows of several outcomes together by unit", () => {
    const several = artefactsFromTable(table, {
      ...layout,
      outcomes: [...layout.outcomes, { id: "visits", kind: "count", column: "visits", exposure: "years" }],
    });
    expect(Array.from(several.outcomes.table.columns.unit.values)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    const visits = outcomeFor(several.outcomes, "visits");
    expect(visits.value.values).toEqual(Float64Array.of(0, 3, 0, 4, 2));
    expect(visits.exposureYears!.values).toEqual(Float64Array.of(1, 1, 1, 0.25, 0.5));
    expect(visits.time).toBeNull();
  });

  it("reads time to event from the event column, censored where it did not happen, missing where the time is", () => {
    const timed = artefactsFromTable(table, {
      ...layout,
      outcomes: [{ id: "rearrest", kind: "time-to-event", column: "arrest", time: "week" }],
    });
    expect(outcomeFor(timed.outcomes, "rearrest").status).toEqual([
      "censored",
      "missing",
      "missing",
      "observed",
      "observed",
    ]);
  });

  it("takes the row number as id where there is none", () => {
    const { baseline, exclusions } = artefactsFromTable(table, { ...layout, id: undefined });
    expect(baseline.table.columns.id.values).toEqual(["1", "2", "3", "4", "5", "7", "8", "9"]);
    expect(exclusions).toEqual([{ reason: "aid missing", rows: 1 }]);
  });

  it("groups clusters of any type", () => {
    const { baseline } = artefactsFromTable(table, { ...layout, cluster: "visits" });
    expect(baseline.table.columns.cluster.levels).toEqual(["0", "2", "3", "4"]);
  });

  it("leaves the table as it was", () => {
    const before = structuredClone(table);
    artefactsFromTable(table, layout);
    expect(table).toEqual(before);
  });
});

describe("which value is treated", () => {
  const withArms = (arms: (string | null)[]) =>
    columnsOf({ arm: categoryColumn(arms), y: integerColumn(arms.map((_, row) => row % 2)) });
  const plain: TableLayout = { treatment: "arm", covariates: [], outcomes: [{ id: "y", kind: "binary", column: "y" }] };
  const armsOf = (table: Columns, more: Partial<TableLayout> = {}) => artefactsFromTable(table, { ...plain, ...more });

  it("is the one that says yes", () => {
    expect(armsOf(withArms(["1", "0", "1"])).labels).toEqual({ treated: "1", comparison: "0" });
    expect(armsOf(withArms(["FALSE", "TRUE"])).labels).toEqual({ treated: "TRUE", comparison: "FALSE" });
  });

  it("is not guessed: 1 and 2, treated and untreated need to be told", () => {
    for (const arms of [
      ["1", "2"],
      ["treated", "untreated"],
      ["yes", "no", "unknown"],
      ["yes", "y"],
    ]) {
      expect(failureOf(() => armsOf(withArms(arms))).kind).toBe("usage");
    }
    const made = armsOf(withArms(["treated", "untreated"]), { treatedValue: "treated" });
    expect(made.baseline.table.columns.arm.values).toEqual(Uint8Array.of(1, 0));
  });

  it("may be named as a number", () => {
    const numeric = columnsOf({ arm: numberColumn([1, 2, 2]), y: integerColumn([0, 1, 0]) });
    expect(armsOf(numeric, { treatedValue: "2.0" }).labels).toEqual({ treated: "2", comparison: "1" });
  });

  it("stands against the only other value, or against the one named, and then the rest is counted", () => {
    const arms = withArms(["a", "b", "c", "b", null]);
    expect(failureOf(() => armsOf(arms, { treatedValue: "a" }))).toEqual({
      kind: "data",
      message:
        'treatment "arm" must have two values, or the comparison value must be named (--comparison-value): found 3 (rows with the treated one: 1; with the others: 2, 1)',
    });
    expect(failureOf(() => armsOf(withArms(["yes", "no", "Yes "]), { treatedValue: "yes" })).kind).toBe("data");
    const named = armsOf(arms, { treatedValue: "a", comparisonValue: "b" });
    expect(named.labels).toEqual({ treated: "a", comparison: "b" });
    expect(named.exclusions).toEqual([{ reason: "arm missing or neither arm", rows: 2 }]);
  });

  it("must be in the data, and leave somebody in the other arm", () => {
    expect(failureOf(() => armsOf(withArms(["a", "b"]), { treatedValue: "c" })).kind).toBe("usage");
    expect(failureOf(() => armsOf(withArms(["a", "b"]), { treatedValue: "a", comparisonValue: "a" })).kind).toBe(
      "usage",
    );
    for (const arms of [["a", "a"], [null, null], []]) {
      expect(failureOf(() => armsOf(withArms(arms), { treatedValue: "a" })).kind).toBe("data");
    }
    const twin = columnsOf({
      id: textColumn(["p", "p", "q"]),
      arm: integerColumn([1, 1, 0]),
      y: integerColumn([0, 1, 0]),
    });
    expect(failureOf(() => armsOf(twin, { id: "id" }))).toEqual({
      kind: "data",
      message: 'treatment "arm" must leave people in both arms, found none in the treated arm',
    });
  });

  it("is told without a value of the data in the message", () => {
    const { message } = failureOf(() => armsOf(withArms(["Alice Smith", "Bob Jones"])));
    expect(message).not.toMatch(/Alice|Bob/);
  });
});

describe("a layout that cannot be", () => {
  const refused: [string, Partial<TableLayout>, Failure["kind"]][] = [
    ["a covariate that is the treatment", { covariates: ["aid"] }, "usage"],
    ["a covariate that is the outcome", { covariates: ["arrest"] }, "usage"],
    ["a covariate twice", { covariates: ["age", "age"] }, "usage"],
    ["a covariate with a name artefacts use", { covariates: ["id"] }, "usage"],
    ["text as a continuous outcome", { outcomes: [{ id: "o", kind: "continuous", column: "id" }] }, "data"],
    ["a number as a binary outcome", { outcomes: [{ id: "o", kind: "binary", column: "visits" }] }, "data"],
    ["a share as a count", { outcomes: [{ id: "o", kind: "count", column: "years" }] }, "data"],
    ["a time to event without a time", { outcomes: [{ id: "o", kind: "time-to-event", column: "arrest" }] }, "usage"],
    [
      "a binary outcome with another event",
      { outcomes: [{ id: "o", kind: "binary", column: "arrest", time: "week", event: "aid" }] },
      "usage",
    ],
    ["an exposure of 0", { outcomes: [{ id: "o", kind: "count", column: "visits", exposure: "visits" }] }, "data"],
    [
      "one outcome twice",
      {
        outcomes: [
          { id: "o", kind: "count", column: "visits" },
          { id: "o", kind: "binary", column: "arrest" },
        ],
      },
      "usage",
    ],
  ];

  it.each(refused)("is refused: %s", (_, change, kind) => {
    expect(failureOf(() => artefactsFromTable(table, { ...layout, ...change })).kind).toBe(kind);
  });

  it("is a bug where it names columns the table does not have", () => {
    expect(() => artefactsFromTable(table, { ...layout, covariates: ["agee"] })).toThrow(RangeError);
    expect(() => artefactsFromTable(table, { ...layout, outcomes: [] })).toThrow(RangeError);
  });

  it("dates are no numbers", () => {
    const dated = columnsOf({ arm: integerColumn([0, 1]), d: dateColumn([1, 2]) });
    const wrong = () =>
      artefactsFromTable(dated, {
        treatment: "arm",
        covariates: [],
        outcomes: [{ id: "d", kind: "continuous", column: "d" }],
      });
    expect(failureOf(wrong).message).toBe('outcome column "d" must hold numbers, found dates');
  });
});
