import { type CohenKappa, cohenKappa, type KappaWeights } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

type Figures = Partial<Record<"kappa" | "standardError" | "nullStandardError", number>>;
interface Table extends Record<KappaWeights, Required<Figures>> {
  name: string;
  counts: number[][];
  published: { source: string; unweighted: Figures; places: Figures } | null;
}
const { tables } = readOracle<{ tables: Table[] }>("agreement.json");

function kappaOf(counts: number[][], weights: KappaWeights = "unweighted"): CohenKappa {
  const result = cohenKappa({ counts, weights });
  if ("refused" in result) throw new Error(result.refused.why);
  return result;
}

describe.each(tables)("Cohen's kappa of $name", ({ counts, published, ...expected }) => {
  it.each(["unweighted", "linear", "quadratic"] as const)("agrees with R's delta method, %s", (weights) => {
    const { kappa, standardError, nullStandardError } = kappaOf(counts, weights);
    const { [weights]: figures } = expected;
    expectClose(kappa, figures.kappa, 1e-12, 1);
    expectClose([standardError, nullStandardError], [figures.standardError, figures.nullStandardError], 1e-8);
  });
});

const printed = tables.flatMap(({ name, counts, published }) => (published ? [{ name, counts, published }] : []));

describe.each(printed)("Cohen's kappa of $name", ({ counts, published }) => {
  const result = kappaOf(counts);
  it.each(Object.entries(published.unweighted))(
    `agrees to the last place printed in ${published.source}: %s`,
    (name, value) => {
      const figure = name as keyof Figures;
      expect(Math.abs(result[figure] - value)).toBeLessThan(0.5001 * 10 ** -published.places[figure]!);
    },
  );
});

describe("Cohen's kappa", () => {
  const counts = tables[0]!.counts;

  it("is the same with the raters the other way round, and with two categories whatever the weights", () => {
    const turned = counts.map((_, i) => counts.map((row) => row[i]!));
    expectClose(Object.values(kappaOf(turned)), Object.values(kappaOf(counts)), 1e-12);
    const two = [
      [40, 9],
      [6, 45],
    ];
    for (const weights of ["linear", "quadratic"] as const)
      expectClose(
        Object.values({ ...kappaOf(two, weights), weights: 0 }),
        Object.values({ ...kappaOf(two), weights: 0 }),
        1e-12,
      );
  });

  it("does not move with the number of units, and its error falls with their root", () => {
    const hundredfold = kappaOf(counts.map((row) => row.map((count) => 100 * count)));
    const once = kappaOf(counts);
    expectClose(hundredfold.kappa, once.kappa, 1e-12);
    expectClose(hundredfold.standardError, once.standardError / 10, 1e-12);
  });

  it("of complete agreement is 1, without limits: the standard error of 0 says nothing", () => {
    expect(
      kappaOf([
        [4, 0],
        [0, 7],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0, lower: null, upper: null });
  });

  it("is refused without variation, or without units", () => {
    for (const one of [
      [
        [9, 0],
        [0, 0],
      ],
      [
        [5, 4],
        [0, 0],
      ],
      [
        [5, 0],
        [4, 0],
      ],
      [
        [0, 9],
        [0, 0],
      ],
    ])
      expect(cohenKappa({ counts: one })).toMatchObject({ refused: { what: "kappa" } });
    expect(
      cohenKappa({
        counts: [
          [0, 0],
          [0, 0],
        ],
      }),
    ).toMatchObject({ refused: { why: "no unit was rated twice" } });
  });

  it("refuses tables that are none", () => {
    expect(() => cohenKappa({ counts: [[3]] })).toThrow("cohenKappa: counts must have at least 2 categories, got 1");
    expect(() => cohenKappa({ counts: [[3, 1], [2]] })).toThrow("counts must be 2 by 2, row 1 (from 0) has 1");
    expect(() =>
      cohenKappa({
        counts: [
          [3, 1],
          [2, -1],
        ],
      }),
    ).toThrow("whole numbers >= 0 (units), got -1");
  });
});
