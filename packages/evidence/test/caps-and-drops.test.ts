import { type Design, designRow, gradeDesign } from "@likewise/evidence";
import { describe, expect, it } from "vitest";
import table from "../oracles/decision-table.json" with { type: "json" };
import { balanceMet, designOf, essentialsMet } from "./design-of.ts";

type Pair = readonly [wwclg: number, original: number];

/** A design of each row with nothing amiss. */
const sound: Readonly<Record<string, Design>> = {
  randomised: designOf({
    assignment: "random",
    comparator: "randomised-control",
    balance: "met",
    attrition: [0, 0],
    crossover: [0, 0],
  }),
  cutoff: designOf({
    assignment: "cutoff",
    adjustment: "design",
    manipulationP: 0.4,
    otherRuleAtCutoff: false,
    takeUpJump: 0.7,
  }),
  instrument: designOf({
    assignment: "instrument",
    adjustment: "design",
    firstStageF: 40,
    balance: "met",
    exclusionArgument: true,
  }),
  "waiting-list-or-rollout": designOf({ assignment: "capacity-limit", balance: "met", exclusionArgument: true }),
  "difference-in-differences": overTime({}),
  "difference-in-differences-several-units": overTime({ severalUnits: true }),
  "matched-prior-outcome": designOf({
    adjustment: "matching",
    essentials: "met",
    supportShare: 1,
    priorOutcome: "met",
    covariateTiming: "before-index",
  }),
  matched: designOf({
    adjustment: "weighting",
    essentials: "met",
    supportShare: 1,
    covariateTiming: "before-index",
  }),
  regression: designOf({ adjustment: "covariates", essentials: "met", covariateTiming: "before-index" }),
  unadjusted: designOf({}),
};

function overTime(more: Partial<Design>): Design {
  return designOf({
    contrast: "difference-in-differences",
    prePeriods: 3,
    pretrendP: 0.5,
    comparatorChoice: "justified",
    otherChange: false,
    ...more,
  });
}

/** What makes each test fail. */
const failing: Readonly<Record<string, (design: Design) => Design>> = {
  balance: (design) => ({ ...design, balance: { ...balanceMet, serious: ["age"] } }),
  attrition: (design) => ({ ...design, attrition: { treated: 0.6, comparison: 0.3, overall: 0.45 } }),
  crossover: (design) => ({ ...design, crossover: { treated: 0, comparison: 0.06 } }),
  manipulation: (design) => ({ ...design, manipulationP: 0.05 }),
  "other-rule-at-cutoff": (design) => ({ ...design, otherRuleAtCutoff: true }),
  "take-up-jump": (design) => ({ ...design, takeUpJump: 0.19 }),
  "first-stage": (design) => ({ ...design, firstStageF: 9.9 }),
  "pre-trend": (design) => ({ ...design, pretrendP: 0.1 }),
  "pre-periods": (design) => ({ ...design, prePeriods: 1 }),
  "comparator-choice": (design) => ({ ...design, comparatorChoice: "not-justified" }),
  "other-change": (design) => ({ ...design, otherChange: true }),
  "essential-missing": (design) => ({ ...design, essentials: { ...design.essentials, missing: ["sex"] } }),
  "essential-balance": (design) => ({ ...design, essentials: { ...design.essentials, unbalanced: ["age"] } }),
  support: (design) => ({ ...design, supportShare: 0.79 }),
  "variance-ratio": (design) => ({ ...design, essentials: { ...design.essentials, unequalVariance: ["age"] } }),
  C9: (design) => ({ ...design, covariateTiming: "some-after" }),
};

/** What each cap is about. */
const flaws: Readonly<Record<string, Partial<Design>>> = {
  C3: { comparator: "dropouts" },
  C4: { analysisSet: "completed" },
  C5: { comparator: "refusers" },
  C6: { outcomeSource: "different" },
  C7: { indexDateRule: "immortal" },
  C8: { comparator: "historical" },
};

interface Row {
  readonly id: string;
  readonly base: Pair;
  readonly floor: Pair;
  readonly drops: readonly string[];
}
interface CapOfTable {
  readonly id: string;
  readonly cap: Pair;
  readonly on: readonly string[] | "every row";
}
const rows = table.rows as unknown as readonly Row[];
const caps = table.caps as unknown as readonly CapOfTable[];

/** Steps A and B as the table writes them. */
function listed({ base, floor }: Row, failures: number, capping: readonly CapOfTable[]): number[] {
  return [0, 1].map((scale) => {
    const start = Math.min(base[scale]!, ...capping.map(({ cap }) => cap[scale]!));
    return Math.max(Math.min(floor[scale]!, start), start - Math.min(2, failures));
  });
}

const capsOn = (row: Row) => caps.filter(({ on }) => on === "every row" || on.includes(row.id));
const fail = (design: Design, tests: readonly string[]) => tests.reduce((so, test) => failing[test]!(so), design);
const levels = (design: Design) => gradeDesign(design).map((grade) => grade.level);

/** Every choice of one or two of a list. */
function onesAndTwos<T>(list: readonly T[]): T[][] {
  return [...list.map((one) => [one]), ...list.flatMap((one, index) => list.slice(index + 1).map((two) => [one, two]))];
}

/** Caps that can hold at once: a comparison group is of one kind. */
function canHoldTogether(chosen: readonly CapOfTable[]): boolean {
  return chosen.filter(({ id }) => flaws[id]!.comparator !== undefined).length < 2;
}

for (const row of rows) {
  const design = sound[row.id]!;
  describe(`${row.id}, alone and in pairs`, () => {
    it("starts where the table says", () => {
      expect(designRow(design).id).toBe(row.id);
      expect(levels(design)).toEqual(row.base);
    });

    // With too few periods before the start no trend can be seen: the two count once (1.4, DID).
    for (const tests of onesAndTwos(row.drops))
      if (tests.join() !== "pre-trend,pre-periods")
        it(`${tests.join(" and ")} failing`, () => {
          const spoilt = fail(design, tests);
          expect(levels(spoilt)).toEqual(listed(row, tests.length, []));
          expect(gradeDesign(spoilt).map((grade) => grade.atMost)).toEqual(listed(row, tests.length, []));
        });

    for (const chosen of onesAndTwos(capsOn(row)).filter(canHoldTogether))
      it(`${chosen.map(({ id }) => id).join(" and ")} holding it down`, () => {
        const flawed = Object.assign({}, design, ...chosen.map(({ id }) => flaws[id]!));
        expect(levels(flawed)).toEqual(listed(row, 0, chosen));
        expect(
          gradeDesign(flawed)[0]
            .caps.map(({ rule }) => rule)
            .sort(),
        ).toEqual(chosen.map(({ id }) => id).sort());
      });

    for (const cap of capsOn(row))
      for (const test of row.drops)
        it(`${cap.id} holding it down and ${test} failing`, () => {
          expect(levels(fail({ ...design, ...flaws[cap.id] }, [test]))).toEqual(listed(row, 1, [cap]));
        });
  });
}

describe("all of the table is here", () => {
  it("every failing test has a row, and every row a sound design", () => {
    expect(new Set(rows.flatMap(({ drops }) => drops))).toEqual(new Set(Object.keys(failing)));
    expect(Object.keys(sound)).toEqual(rows.map(({ id }) => id));
    expect(essentialsMet.missing).toEqual([]);
  });
});
