import { disclose, profileOf } from "@likewise/disclosure";
import { type Cell, countName, type Results, type Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, resultsOf, tableOf } from "./results-of.ts";

const outcome = "arrest";
const named = (arm: string, level: Record<string, string> = {}): NonNullable<Cell["of"]> => ({
  numerator: countName("with outcome", { arm, outcome, ...level }),
  denominator: countName("observed for outcome", { arm, outcome, ...level }),
});

/** One row of shares, each of its own people. */
function sharesOf(
  id: string,
  shares: Readonly<Record<string, readonly [having: number, of: number, names: Cell["of"]]>>,
  over: Partial<Table> = {},
): Table {
  const levels = Object.keys(shares).map((level) => ({ id: level, label: level }));
  return {
    ...tableOf(id, [[1]]),
    dimensions: [{ id: "group", label: "Group", levels, total: null }],
    cells: Object.entries(shares).map(([group, [numerator, denominator, of]]) => ({
      at: { group },
      numerator,
      denominator,
      value: numerator / denominator,
      interval: [0, 1],
      ...(of === undefined ? {} : { of }),
    })),
    ...over,
  };
}

/** A comparison with 60 and 50 people, of whom few had the outcome in the treated arm. */
function compared(treated: readonly [number, number], other: readonly [number, number]) {
  const [n, m] = [treated[0], other[0]];
  return comparisonOf({
    rows: { read: n + m, used: n + m, excluded: [] },
    arms: { treated: n, comparison: m, labels: { treated: "a place", comparison: "none" } },
    estimates: [estimateOf(`${outcome}:riskDifference`, [...treated], [...other])],
  });
}

const published = (results: Partial<Results>) => disclose(resultsOf(results), profileOf("default")).results;
const numerators = (table: Table) => table.cells.map(({ numerator }) => numerator);

describe("the same people, in a comparison and in a table", () => {
  it("three with the outcome are withheld in both, though only one of the two was asked", () => {
    const shares = sharesOf("reoffending-share", {
      treated: [3, 60, named("treated")],
      comparison: [20, 50, named("comparison")],
    });
    const { comparisons, tables } = published({ comparisons: [compared([60, 3], [50, 20])], tables: [shares] });
    expect(comparisons[0]!.estimates[0]!.treated.events).toEqual({ withheld: "primary" });
    expect(numerators(tables[0]!)).toEqual([{ withheld: "primary" }, 20]);
  });

  it("fourteen withheld to protect another table are not printed by the comparison, nor its share and effect", () => {
    // Of 14 with the outcome 12 had a prior offence: the two without can be had unless the 14 or the 12 go.
    const byPrior = sharesOf(
      "reoffending-by-prior",
      { yes: [12, 30, named("treated", { prior: "yes" })], no: [2, 30, named("treated", { prior: "no" })] },
      {
        sums: (["numerator", "denominator"] as const).map((part) => ({
          total: named("treated")[part]!,
          parts: ["yes", "no"].map((prior) => named("treated", { prior })[part]!),
        })),
      },
    );
    const { comparisons, tables } = published({ comparisons: [compared([60, 14], [50, 20])], tables: [byPrior] });
    const [yes, no] = numerators(tables[0]!);
    const { events } = comparisons[0]!.estimates[0]!.treated;
    expect(no).toEqual({ withheld: "primary" });
    expect([yes, events]).toContainEqual({ withheld: "secondary" });
  });

  it("people left out of a comparison for want of a covariate: two of three with the outcome cannot be subtracted", () => {
    const shares = sharesOf("reoffending-share", { treated: [22, 63, named("treated")] });
    const { comparisons, tables } = published({ comparisons: [compared([60, 20], [50, 20])], tables: [shares] });
    const shown = [comparisons[0]!.estimates[0]!.treated.events, ...numerators(tables[0]!)];
    expect(shown.filter((figure) => typeof figure === "number")).toHaveLength(1);
  });

  it("people observed are withheld in the coverage and in the tables alike", () => {
    const coverage = [
      {
        outcome,
        arm: "treated" as const,
        people: 55,
        searchedAndFound: 55,
        observedToEnd: 52,
        missing: [
          { code: "window-not-over", rows: 2 },
          { code: "died", rows: 1 },
        ],
      },
    ];
    const shares = sharesOf("reoffending-share", { treated: [20, 52, named("treated")] });
    const { coverage: shown, tables } = published({ coverage, tables: [shares] });
    expect(tables[0]!.cells[0]!.denominator).toEqual(shown[0]!.observedToEnd);
  });
});

describe("figures worked out from more than their own cell", () => {
  const ratio = (value: string[]) =>
    sharesOf("ratio", {
      young: [12, 40, { numerator: "selected; age=young", denominator: "considered; age=young", value }],
    });
  const rates = sharesOf("rates", {
    young: [12, 40, { numerator: "selected; age=young", denominator: "considered; age=young" }],
    old: [2, 30, { numerator: "selected; age=old", denominator: "considered; age=old" }],
  });

  it("a ratio to a group whose count is withheld goes with it: by hand, 12/40 over the ratio 4.5 is 2 of 30", () => {
    const { tables } = published({ tables: [rates, ratio(["selected; age=old", "considered; age=old"])] });
    expect(tables[1]!.cells[0]!.value).toEqual({ withheld: "primary" });
  });

  it("without a withheld count behind it, it stays", () => {
    const { tables } = published({ tables: [rates, ratio(["considered; age=old"])] });
    expect(tables[1]!.cells[0]!.value).toBe(0.3);
  });
});
