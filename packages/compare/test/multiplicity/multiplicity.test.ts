import type { ComparedOutcome } from "@likewise/compare";
import { type ComparisonPlan, validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/oracle.ts";
import { type Cell, compareRows, estimate, type Rows, randomised } from "../support/studies.ts";

const ids = ["a", "b", "c"] as const;
const events = { a: [12, 30], b: [14, 26], c: [20, 24] } as const;

/** Two arms of fifty; so many with each outcome. */
const rows: Rows = {
  arm: Array.from({ length: 100 }, (_, row): Cell => (row < 50 ? 1 : 0)),
  ...Object.fromEntries(
    ids.map((id) => [
      id,
      Array.from({ length: 100 }, (_, row): Cell => (row % 50 < events[id][row < 50 ? 0 : 1] ? 1 : 0)),
    ]),
  ),
};

function compare(multiplicity: ComparisonPlan["multiplicity"], primary: string | null = "a") {
  const outcomes = ids.map((id): ComparedOutcome => ({ id, kind: "binary", primary: id === primary }));
  const layout = {
    treatment: "arm",
    covariates: [],
    outcomes: ids.map((id) => ({ id, kind: "binary", column: id }) as const),
  };
  const plan = { ...randomised, ...(multiplicity === undefined ? {} : { multiplicity }) };
  return compareRows({ rows, layout, outcomes, plan });
}

const of = (result: ReturnType<typeof compare>, id: string) => estimate(result, `${id}:riskDifference:crude`);

describe("several secondary outcomes", () => {
  it("have p-values adjusted by Holm beside their own, the primary outcome untouched", () => {
    const result = compare("holm");
    const [b, c] = [of(result, "b"), of(result, "c")];
    // By hand, of two: the smaller times 2, the larger as it is but no smaller.
    expectClose(b.adjustedPValue, 2 * (b.pValue as number), 1e-12);
    expectClose(c.adjustedPValue, Math.max(2 * (b.pValue as number), c.pValue as number), 1e-12);
    expect(of(result, "a")).toEqual(of(compare("none"), "a"));
    expect(result.comparison.design.multiplicity).toBe("holm");
    expect(validateComparison(result.comparison)).toHaveProperty("comparison");
  });

  it("or by Benjamini and Hochberg", () => {
    const result = compare("bh");
    const [b, c] = [of(result, "b"), of(result, "c")];
    expectClose(b.adjustedPValue, Math.min(2 * (b.pValue as number), c.pValue as number), 1e-12);
    expectClose(c.adjustedPValue, c.pValue as number, 1e-12);
  });

  it("are all of them where none is declared primary", () => {
    const result = compare("holm", null);
    expectClose(of(result, "a").adjustedPValue, 3 * (of(result, "a").pValue as number), 1e-12);
  });

  it.each(["none", undefined] as const)("have none where the plan asks for none (%s)", (multiplicity) => {
    for (const one of compare(multiplicity).comparison.estimates) expect(one).not.toHaveProperty("adjustedPValue");
  });
});
