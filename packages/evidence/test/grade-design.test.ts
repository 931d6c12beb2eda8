import {
  attritionVerdict,
  caps,
  type Design,
  designRow,
  designRows,
  dropTests,
  gradeDesign,
  nothingAssessed,
  scales,
} from "@likewise/evidence";
import { describe, expect, it } from "vitest";
import designTable from "../oracles/design-table.json" with { type: "json" };
import publishedStudies from "../oracles/published-studies.json" with { type: "json" };
import { balanceMet, type DesignCase, designOf, essentialsMet, priorOutcomeMet } from "./design-of.ts";

const levels = (design: Design) => gradeDesign(design).map((grade) => grade.level);
const atMost = (design: Design) => gradeDesign(design).map((grade) => grade.atMost);

describe("the design table: one level per scale, nothing failing", () => {
  for (const { name, design, levels: expected } of designTable.cases as unknown as DesignCase[])
    it(`${name}: ${expected}`, () => {
      expect(levels(designOf(design))).toEqual(expected);
      expect(atMost(designOf(design))).toEqual(expected);
    });

  it("every row of the registry is reached by a case of the table", () => {
    const reached = new Set(
      (designTable.cases as unknown as DesignCase[]).map(({ design }) => designRow(designOf(design)).id),
    );
    expect([...reached].sort()).toEqual(designRows.map((row) => row.id).sort());
  });
});

describe("published studies grade as listed", () => {
  for (const { name, design, levels: expected } of publishedStudies.cases as unknown as DesignCase[])
    it(`${name}: ${expected}`, () => expect(levels(designOf(design))).toEqual(expected));
});

const trial = designOf({
  assignment: "random",
  comparator: "randomised-control",
  balance: "met",
  attrition: [0, 0],
  crossover: [0, 0],
});
const matched = designOf({ adjustment: "matching", essentials: "met", supportShare: 1, priorOutcome: "met" });
const cutoff = designOf({
  assignment: "cutoff",
  adjustment: "design",
  manipulationP: 0.4,
  otherRuleAtCutoff: false,
  takeUpJump: 0.7,
});
const instrument = designOf({
  assignment: "instrument",
  adjustment: "design",
  firstStageF: 40,
  balance: "met",
  exclusionArgument: true,
});
const differences = designOf({
  contrast: "difference-in-differences",
  prePeriods: 3,
  pretrendP: 0.5,
  comparatorChoice: "justified",
  otherChange: false,
});
const series = designOf({
  comparator: "none",
  contrast: "interrupted-time-series",
  pointsEachSide: 8,
  autocorrelationHandled: true,
});

/** One failing and one unassessed answer for each test, on a design that is otherwise sound; levels by the table. */
const drops: [rule: string, sound: Design, failing: Partial<Design>, silent: Partial<Design>, levels: number[]][] = [
  ["balance", trial, { balance: { serious: ["age"], unadjusted: [], unassessable: [] } }, { balance: null }, [4, 4]],
  ["balance", trial, { balance: { serious: [], unadjusted: ["age"], unassessable: [] } }, { balance: null }, [4, 4]],
  ["attrition", trial, { attrition: { treated: 0.5, comparison: 0.5, overall: 0.5 } }, { attrition: null }, [4, 4]],
  ["crossover", trial, { crossover: { treated: 0, comparison: 0.051 } }, { crossover: null }, [4, 4]],
  ["manipulation", cutoff, { manipulationP: 0.05 }, { manipulationP: null }, [3, 3]],
  ["other-rule-at-cutoff", cutoff, { otherRuleAtCutoff: true }, { otherRuleAtCutoff: null }, [3, 3]],
  ["take-up-jump", cutoff, { takeUpJump: 0.19 }, { takeUpJump: null }, [3, 3]],
  ["first-stage", instrument, { firstStageF: 9.9 }, { firstStageF: null }, [3, 3]],
  ["pre-trend", differences, { pretrendP: 0.1 }, { pretrendP: null }, [2, 2]],
  ["pre-periods", differences, { prePeriods: 1 }, { prePeriods: null }, [2, 2]],
  ["comparator-choice", differences, { comparatorChoice: "not-justified" }, { comparatorChoice: null }, [2, 2]],
  ["other-change", differences, { otherChange: true }, { otherChange: null }, [2, 2]],
  [
    "essential-missing",
    matched,
    { essentials: { ...essentialsMet, missing: ["sex"] } },
    { essentials: { ...essentialsMet, missing: null } },
    [2, 3],
  ],
  [
    "essential-balance",
    matched,
    { essentials: { ...essentialsMet, unbalanced: ["age"] } },
    { essentials: { ...essentialsMet, unbalanced: null } },
    [2, 3],
  ],
  [
    "variance-ratio",
    matched,
    { essentials: { ...essentialsMet, unequalVariance: ["age"] } },
    { essentials: { ...essentialsMet, unequalVariance: null } },
    [2, 3],
  ],
  ["support", matched, { supportShare: 0.79 }, { supportShare: null }, [2, 3]],
  // A single series keeps what one group before and after would score: the original scale stays at 2.
  ["autocorrelation", series, { autocorrelationHandled: false }, { autocorrelationHandled: null }, [1, 2]],
  ["series-length", series, { pointsEachSide: 7 }, { pointsEachSide: null }, [1, 2]],
];

describe("each failing test lowers the level by one", () => {
  for (const [rule, sound, failing, silent, expected] of drops) {
    it(`${rule} failing`, () => {
      const grades = gradeDesign({ ...sound, ...failing });
      expect(grades.map((grade) => grade.level)).toEqual(expected);
      expect(grades[0].drops.map((drop) => drop.rule)).toEqual([rule]);
    });
    it(`${rule} not assessed: counts against the level, not against the most it could be`, () => {
      const grades = gradeDesign({ ...sound, ...silent });
      expect(grades.map((grade) => grade.level)).toEqual(expected);
      expect(grades[0].notAssessed.map((reason) => reason.rule)).toContain(rule);
      if (rule !== "series-length") expect(grades.map((grade) => grade.atMost)).toEqual(levels(sound));
    });
  }

  it("every test of the registry is covered", () => {
    const covered = new Set([...drops.map(([rule]) => rule), "exclusion", "prior-outcome"]);
    expect([...covered].sort()).toEqual(dropTests.map((test) => test.id).sort());
  });

  it("two at most in all", () => {
    const poor = {
      ...trial,
      balance: { serious: ["age"], unadjusted: [], unassessable: [] },
      attrition: null,
      crossover: null,
    };
    expect(levels(poor)).toEqual([3, 3]);
    expect(atMost(poor)).toEqual([4, 4]);
    expect(gradeDesign(poor)[0].drops.map((drop) => drop.drop)).toEqual([1, 1, 0]);
  });

  it("never below what no adjustment would score", () => {
    const poor = {
      ...matched,
      priorOutcome: null,
      supportShare: 0.1,
      essentials: { ...essentialsMet, missing: ["sex"] },
    };
    expect(levels(poor)).toEqual([1, 2]);
    expect(levels(nothingAssessed)).toEqual([1, 2]);
  });

  it("one period before a matched difference leaves its trend unseen: at most the level, one lower for now", () => {
    const short = { ...differences, prePeriods: 1, pretrendP: null, matchedComparator: true };
    expect([levels(short), atMost(short)]).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  // Evaluation standards 1.4, row IV, WAITLIST, ROLLOUT: "no exclusion argument (then fall back to the underlying design)".
  it("an order nobody argued for, or argued against, is graded by the contrast itself", () => {
    const order = designOf({ assignment: "waiting-list", comparator: "waiting-list", balance: "met" });
    expect([levels(order), atMost(order)]).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(gradeDesign(order)[0].raises[0]).toMatchObject({ to: 4, rule: "argue-exclusion", effort: "paperwork" });
    const refuted = { ...order, exclusionArgument: false };
    expect([levels(refuted), atMost(refuted)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("a covariate named as the outcome before entry without a reason counts as one drop, and the reason names it", () => {
    const named: Design = { ...matched, priorOutcome: { ...priorOutcomeMet, justified: false } };
    expect([levels(named), atMost(named)]).toEqual([
      [2, 3],
      [3, 4],
    ]);
    const [grade] = gradeDesign(named);
    expect(grade.reasons[0]!.text).toContain("prior_12m");
    expect(grade.raises[0]).toMatchObject({ to: 3, rule: "justify-prior-outcome" });
    expect(gradeDesign(matched)[0].reasons[0]!.text).toContain("prior_12m");
  });

  it("a covariate left unlike, or that is no outcome at all, holds the level and is named", () => {
    for (const standing of ["unbalanced", "no-outcome"] as const) {
      const design: Design = { ...matched, priorOutcome: { ...priorOutcomeMet, standing } };
      expect([levels(design), atMost(design)]).toEqual([
        [2, 3],
        [2, 3],
      ]);
      expect(gradeDesign(design)[0].reasons[0]!.text).toContain("prior_12m");
    }
  });

  it("a difference that has no finite standardised value is not assessed, never failed", () => {
    const unknown: Design = { ...trial, balance: { ...balanceMet, unassessable: ["site"] } };
    expect([levels(unknown), atMost(unknown)]).toEqual([
      [4, 4],
      [5, 5],
    ]);
    const essential: Design = { ...matched, essentials: { ...essentialsMet, unassessable: ["site"] } };
    expect([levels(essential), atMost(essential)]).toEqual([
      [2, 3],
      [3, 4],
    ]);
  });

  it("too many lost: find them is the step listed", () => {
    const lost = gradeDesign({ ...trial, attrition: { treated: 0.38, comparison: 0, overall: 0.19 } })[0];
    expect([lost.level, lost.atMost]).toEqual([4, 4]);
    expect(lost.raises.map(({ rule, to }) => [rule, to])).toEqual([["trace-the-lost", 5]]);
  });

  it("a trial analysed by who started is graded by its own contrast", () => {
    expect(levels({ ...trial, analysisSet: "started" })).toEqual([1, 2]);
    expect(levels({ ...trial, analysisSet: "started", adjustment: "covariates", essentials: essentialsMet })).toEqual([
      2, 3,
    ]);
  });
});

/** Each cap on a design that would otherwise reach the top; levels by the table of caps. */
const capped: [id: string, flaw: Partial<Design>, levels: [number, number]][] = [
  ["C1", { comparator: "none", contrast: "before-after" }, [1, 2]],
  ["C2", { comparator: "national-rate" }, [1, 1]],
  ["C3", { comparator: "dropouts" }, [1, 2]],
  [
    "C4",
    {
      analysisSet: "completed",
      adjustment: "matching",
      essentials: essentialsMet,
      supportShare: 1,
      priorOutcome: priorOutcomeMet,
    },
    [2, 2],
  ],
  ["C5", { comparator: "refusers", adjustment: "covariates", essentials: essentialsMet }, [2, 2]],
  ["C6", { outcomeSource: "different" }, [1, 1]],
  ["C6", { followUp: "different" }, [1, 1]],
  ["C7", { indexDateRule: "immortal" }, [2, 2]],
  [
    "C8",
    {
      comparator: "historical",
      adjustment: "matching",
      essentials: essentialsMet,
      supportShare: 1,
      priorOutcome: priorOutcomeMet,
    },
    [2, 3],
  ],
  [
    "C8",
    {
      comparator: "historical",
      concurrentSeries: true,
      adjustment: "matching",
      essentials: essentialsMet,
      supportShare: 1,
      priorOutcome: priorOutcomeMet,
    },
    [3, 3],
  ],
];

describe("caps", () => {
  for (const [id, flaw, expected] of capped)
    it(`${id} holds the level at ${expected}`, () => {
      const grades = gradeDesign({ ...trial, ...flaw });
      expect(grades.map((grade) => grade.level)).toEqual(expected);
      expect(grades[0].caps.map((cap) => cap.rule)).toEqual([id]);
    });

  it("every cap of the registry is covered", () => {
    expect([...new Set(capped.map(([id]) => id))]).toEqual(caps.map((cap) => cap.id));
  });

  it("two caps: the lower one holds", () => {
    expect(levels({ ...trial, indexDateRule: "immortal", followUp: "different" })).toEqual([1, 1]);
  });

  it("a cap nobody checked does not apply, and is listed", () => {
    const [grade] = gradeDesign(trial);
    expect(grade.level).toBe(5);
    expect(grade.notAssessed.map((reason) => reason.rule)).toEqual(["C4", "C6", "C7"]);
  });

  it("C9 lowers by one within the limit of two, and does nothing until somebody looked", () => {
    const late: Design = { ...matched, covariateTiming: "some-after" };
    expect(levels(matched)).toEqual([3, 4]);
    expect(levels(late)).toEqual([2, 3]);
    expect(levels({ ...late, supportShare: 0.5, essentials: { ...essentialsMet, missing: ["sex"] } })).toEqual([1, 2]);
  });
});

describe("what grades say of themselves", () => {
  it("the first reason is the cap that binds, else what lowered the level, else the design", () => {
    expect(gradeDesign(trial)[0].reasons[0]!.rule).toBe("randomised");
    expect(gradeDesign({ ...trial, crossover: { treated: 0.1, comparison: 0 } })[0].reasons[0]!.rule).toBe("crossover");
    expect(
      gradeDesign({ ...trial, crossover: { treated: 0.1, comparison: 0 }, followUp: "different" })[0].reasons[0]!.rule,
    ).toBe("C6");
  });

  it("failed tests stand before tests nobody assessed", () => {
    const grade = gradeDesign({ ...trial, attrition: null, crossover: { treated: 0.1, comparison: 0 } })[0];
    expect(grade.drops.map((drop) => drop.rule)).toEqual(["crossover", "attrition"]);
  });

  it("a trial silent about losses and crossing over is told to state them, then to adjust", () => {
    const silent = {
      ...trial,
      attrition: null,
      crossover: null,
      balance: { serious: [], unadjusted: ["age"], unassessable: [] },
    };
    expect(gradeDesign(silent)[0].raises.map(({ rule, to }) => [rule, to])).toEqual([
      ["state-losses", 4],
      ["state-crossover", 4],
      ["adjust-for-imbalance", 5],
    ]);
  });

  it("an unadjusted comparison climbs by covariates, prior outcome, order and chance", () => {
    expect(gradeDesign(nothingAssessed)[0].raises.map(({ rule, to }) => [rule, to])).toEqual([
      ["adjust-for-covariates", 2],
      ["prior-outcome", 3],
      ["as-good-as-random", 4],
      ["randomise", 5],
    ]);
  });

  it("nothing raises the highest level", () => expect(gradeDesign(trial)[0].raises).toEqual([]));

  it("every scale carries its edition", () => {
    expect(gradeDesign(trial).map((grade) => [grade.scale, grade.edition])).toEqual(
      scales.map(({ id, edition }) => [id, edition]),
    );
  });

  it("every entry of the tables carries a source and a status", () => {
    for (const entry of [...designRows, ...dropTests, ...caps, ...scales]) {
      expect(entry.source).not.toBe("");
      expect(["verified", "recalled", "policy"]).toContain(entry.status);
    }
  });
});

describe("attrition: pass, amber, fail", () => {
  const loss = (treated: number, comparison: number) =>
    attritionVerdict({ treated, comparison, overall: (treated + comparison) / 2 });
  it("20 % lost and 5 points apart still passes", () => expect(loss(0.225, 0.175)).toBe("pass"));
  it("more than 5 points apart is amber, even when few are lost", () => expect(loss(0.06, 0)).toBe("amber"));
  it("40 % lost and 10 points apart is still amber", () => expect(loss(0.45, 0.35)).toBe("amber"));
  it("more than 10 points apart fails", () => expect(loss(0.11, 0)).toBe("fail"));
  it("more than 40 % lost fails", () => expect(loss(0.41, 0.41)).toBe("fail"));
  it("amber counts as not assessed: one down for now, none at most", () => {
    const amber = { ...trial, attrition: { treated: 0.3, comparison: 0.3, overall: 0.3 } };
    expect([levels(amber), atMost(amber)]).toEqual([
      [4, 4],
      [5, 5],
    ]);
  });
});

/** Answers to each question from worst to best; a step to the right is a criterion met. */
const answers: { [Field in keyof Design]?: readonly Design[Field][] } = {
  outcomeSource: ["different", null, "same"],
  followUp: ["different", null, "same"],
  indexDateRule: ["immortal", null, "same"],
  covariateTiming: ["some-after", null, "before-index"],
  comparatorChoice: ["not-justified", null, "justified"],
  otherChange: [true, null, false],
  exclusionArgument: [false, null, true],
  balance: [{ serious: ["age"], unadjusted: [], unassessable: [] }, null, balanceMet],
  attrition: [{ treated: 0.9, comparison: 0.1, overall: 0.5 }, null, { treated: 0, comparison: 0, overall: 0 }],
  crossover: [{ treated: 0.5, comparison: 0 }, null, { treated: 0, comparison: 0 }],
  supportShare: [0.2, null, 1],
  pretrendP: [0.01, 0.9],
  firstStageF: [2, null, 50],
  manipulationP: [0.01, null, 0.9],
  otherRuleAtCutoff: [true, null, false],
  takeUpJump: [0.05, null, 0.9],
  autocorrelationHandled: [false, null, true],
  pointsEachSide: [3, null, 12],
  periodControls: [false, true],
  priorOutcome: [null, { ...priorOutcomeMet, justified: false }, priorOutcomeMet],
  essentials: [
    { ...essentialsMet, missing: ["age"], unbalanced: ["age"], unequalVariance: ["age"] },
    { missing: null, unbalanced: null, unassessable: [], unequalVariance: null, desirableMissing: null },
    essentialsMet,
  ],
};
const frames: { [Field in keyof Design]?: readonly Design[Field][] } = {
  assignment: ["random", "cutoff", "instrument", "area-rollout", "waiting-list", "capacity-limit", "selected"],
  comparator: [
    "none",
    "national-rate",
    "historical",
    "concurrent-untreated",
    "waiting-list",
    "dropouts",
    "refusers",
    "randomised-control",
  ],
  contrast: ["after-only", "before-after", "interrupted-time-series", "difference-in-differences"],
  adjustment: ["none", "covariates", "matching", "weighting", "design"],
  analysisSet: [null, "offered", "started", "completed"],
  severalUnits: [false, true],
  concurrentSeries: [false, true],
  matchedComparator: [false, true],
  prePeriods: [1, 3],
};

describe("laws, over designs drawn from every answer to every question", () => {
  // A small congruential generator: the designs are the same in every run.
  let state = 20_231;
  const draw = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const designs = Array.from({ length: 2000 }, () => {
    const design: Record<string, unknown> = { ...nothingAssessed };
    for (const [field, values] of [...Object.entries(frames), ...Object.entries(answers)])
      design[field] = values[draw(values.length)];
    return design as unknown as Design;
  });

  it("the level is never above the most it could be, and both lie between 1 and 5", () => {
    for (const design of designs)
      for (const grade of gradeDesign(design)) {
        expect(grade.level!).toBeGreaterThanOrEqual(1);
        expect(grade.level!).toBeLessThanOrEqual(grade.atMost!);
        expect(grade.atMost!).toBeLessThanOrEqual(grade.base!);
      }
  });

  it("a criterion met never lowers a level, a criterion failed never raises one", () => {
    for (const design of designs.slice(0, 300))
      for (const [field, values] of Object.entries(answers)) {
        const graded = values.map((value) => levels({ ...design, [field]: value } as Design));
        for (let i = 1; i < graded.length; i++)
          for (const scale of [0, 1])
            expect(graded[i]![scale]!, `${field} on ${JSON.stringify(design)}`).toBeGreaterThanOrEqual(
              graded[i - 1]![scale]!,
            );
      }
  });

  it("every step listed reaches a level above the present one, in rising order", () => {
    for (const design of designs.slice(0, 500))
      for (const grade of gradeDesign(design)) {
        const reached = grade.raises.map((raise) => raise.to);
        expect(reached.every((level) => level > grade.level!)).toBe(true);
        expect([...reached].sort((a, b) => a - b)).toEqual(reached);
        expect(new Set(grade.raises.map((raise) => raise.rule)).size).toBe(reached.length);
      }
  });

  it("designs are not changed by grading", () => {
    const frozen = Object.freeze({ ...trial });
    expect(gradeDesign(frozen)).toEqual(gradeDesign(trial));
  });
});
