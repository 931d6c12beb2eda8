import { contradictions, gradeComparison, gradeDescription, standingFacts } from "@likewise/evidence";
import type { Facts } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { outcomeOf, tarpComparison } from "./comparison-of.ts";
import { designOf } from "./design-of.ts";

describe("a fact without a justification", () => {
  it("counts as not met where it would speak for the study, however the justification is missing", () => {
    for (const why of [undefined, null, "", "  \n"]) {
      const facts = { followUp: { value: "same", ...(why === undefined ? {} : { why }) } } as Facts;
      expect(standingFacts(facts)).toEqual({ facts: {}, unjustified: ["followUp"] });
    }
  });

  it("stands where it speaks against the study", () => {
    const against: Facts = {
      outcomeSource: { value: "different" },
      indexDateRule: { value: "immortal" },
      crossover: { treated: 0.3, comparison: 0.2 },
      otherChange: { value: true },
      plan: { value: "none" },
    };
    expect(standingFacts(against)).toEqual({ facts: against, unjustified: [] });
  });

  it("of several parts only those against the study stand, and the fact is named", () => {
    const facts: Facts = { cutoffChecks: { manipulationP: 0.4, otherRule: true, takeUpJump: 0.6 } };
    expect(standingFacts(facts)).toEqual({
      facts: { cutoffChecks: { otherRule: true } },
      unjustified: ["cutoffChecks"],
    });
  });

  it("is said beside every level it would have raised", () => {
    const graded = gradeComparison({
      comparison: tarpComparison,
      facts: { crossover: { treated: 0, comparison: 0 }, attrition: { treated: 0, comparison: 0, why: null } },
      outcomes: [outcomeOf({ id: "arrest" })],
    });
    for (const { caveats } of graded)
      expect(caveats.filter(({ rule }) => rule === "unjustified").map(({ text }) => text.split(" ")[0])).toEqual([
        "crossover",
        "attrition",
      ]);
  });
});

describe("facts that contradict each other are named", () => {
  const cases: [id: string, design: Parameters<typeof designOf>[0]][] = [
    ["contradiction-control-not-randomised", { comparator: "randomised-control", assignment: "selected" }],
    ["contradiction-random-without-control", { comparator: "historical", assignment: "random" }],
    ["contradiction-order-of-the-selected", { assignment: "selected", exclusionArgument: true }],
    ["contradiction-offered-against-offered", { comparator: "refusers", analysisSet: "offered" }],
    ["contradiction-nobody-to-cross-over", { comparator: "none", crossover: [0, 0.1] }],
    ["attrition-contradicted", { attritionContradicted: true }],
  ];
  for (const [id, design] of cases)
    it(id, () => {
      expect(contradictions.filter(({ applies }) => applies(designOf(design))).map((each) => each.id)).toEqual([id]);
    });

  it("every entry of the table is covered, and none applies to a design of which nothing is known", () => {
    expect(contradictions.map(({ id }) => id)).toEqual(cases.map(([id]) => id));
    expect(contradictions.filter(({ applies }) => applies(designOf({})))).toEqual([]);
  });

  it("a trial with people of an earlier time has the level of those, not of a trial", () => {
    const [grade] = gradeDescription({
      design: "likewise/design",
      title: "Randomised, against last year",
      assignment: "random",
      comparator: "historical",
    });
    expect(grade!.level).toBe(1);
    expect(grade!.caveats[0]!.rule).toBe("contradiction-random-without-control");
  });

  it("what a run found to contradict the plan is named in its words", () => {
    const found = "people are said to be assigned at random, but their group is read from decisions about them";
    const [grade] = gradeComparison({
      comparison: tarpComparison,
      facts: {},
      outcomes: [],
      contradictions: [found],
    });
    expect(grade!.caveats).toContainEqual({ rule: "contradicted-by-data", text: found, drop: null });
  });
});
