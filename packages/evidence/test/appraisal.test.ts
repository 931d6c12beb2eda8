import {
  appraiseComparison,
  appraiseDesign,
  type Design,
  domains,
  emmieOf,
  nothingAssessed,
  precisionStatus,
} from "@likewise/evidence";
import { validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, outcomeOf, tarpComparison } from "./comparison-of.ts";
import { balanceMet, designOf } from "./design-of.ts";

const appraise = (
  design: Design,
  reporters: ("police" | "perpetrator" | "worker")[] = ["police"],
  primaryByDefault = false,
) => appraiseDesign({ design, reporters, primaryByDefault });
const judgementsOf = (design: Design, ...more: [("police" | "perpetrator" | "worker")[]?, boolean?]) =>
  Object.fromEntries(appraise(design, ...more).domains.map(({ id, judgement }) => [id, judgement]));

/** A trial about which everything is known and good. */
const trial = designOf({
  assignment: "random",
  comparator: "randomised-control",
  analysisSet: "offered",
  outcomeSource: "same",
  followUp: "same",
  indexDateRule: "same",
  balance: "met",
  attrition: [0.05, 0.05],
  crossover: [0, 0],
  planFixed: true,
});
const matched: Design = {
  ...trial,
  ...designOf({ adjustment: "matching", essentials: "met", supportShare: 1, priorOutcome: "met" }),
  analysisSet: "offered",
  outcomeSource: "same",
  followUp: "same",
  indexDateRule: "same",
  attrition: trial.attrition,
  crossover: trial.crossover,
  planFixed: true,
};

describe("risk of bias by domain, after ROBINS-I", () => {
  it("stores its version, and judges seven domains in the order of the tool (5.2)", () => {
    const { tool, version, domains: judged } = appraise(trial);
    expect([tool, version]).toEqual(["ROBINS-I", "2016"]);
    expect(judged.map(({ id }) => id)).toEqual(domains.map(({ id }) => id));
    expect(judged).toHaveLength(7);
  });

  it("low throughout is comparable to a good trial; sound observation is moderate for confounding alone (5.2)", () => {
    expect(new Set(Object.values(judgementsOf(trial)))).toEqual(new Set(["low"]));
    expect(appraise(trial).overall).toBe("low");
    const { confounding, ...rest } = judgementsOf(matched);
    expect(confounding).toBe("moderate");
    expect(new Set(Object.values(rest))).toEqual(new Set(["low"]));
    expect(appraise(matched).overall).toBe("moderate");
  });

  // Evaluation standards 5.2, computable hints: each of these is serious.
  const serious: [domain: string, flaw: string, design: Design, reporters?: ["perpetrator"]][] = [
    ["confounding", "a key covariate missing", { ...matched, essentials: { ...matched.essentials, missing: ["sex"] } }],
    [
      "confounding",
      "a difference above 0.1 left",
      { ...matched, essentials: { ...matched.essentials, unbalanced: ["age"] } },
    ],
    ["selection", "completers counted as treated (C4)", { ...matched, analysisSet: "completed" }],
    [
      "selection",
      "a start by which one group cannot have had an event (C7)",
      { ...matched, indexDateRule: "immortal" },
    ],
    ["classification", "treated status set from what happened later", { ...matched, analysisSet: "completed" }],
    [
      "missing-data",
      "losses more than 10 points apart",
      { ...matched, attrition: { treated: 0.2, comparison: 0.05, overall: 0.12 } },
    ],
    ["measurement", "different sources", { ...matched, outcomeSource: "different" }],
    ["measurement", "the account of the person judged", matched, ["perpetrator"]],
  ];
  it.each(serious)("%s is serious for %s", (domain, _, design, reporters) => {
    expect(judgementsOf(design, reporters)[domain]).toBe("serious");
    expect(appraise(design, reporters).overall).toBe("serious");
  });

  it("comparing with nobody, or with another population, is critical, and so is the worst domain overall", () => {
    for (const comparator of ["none", "national-rate"] as const) {
      expect(judgementsOf({ ...trial, comparator, assignment: "selected" }).confounding).toBe("critical");
      expect(appraise({ ...trial, comparator, assignment: "selected" }).overall).toBe("critical");
    }
  });

  it("what is not known is no information, and is named; it does not hide what is known to be serious", () => {
    const silent = appraise(nothingAssessed);
    expect(silent.domains.find(({ id }) => id === "missing-data")).toMatchObject({ judgement: "no-information" });
    expect(silent.domains.find(({ id }) => id === "missing-data")!.unknown[0]!.text).toContain("not assessed");
    expect(appraise({ ...trial, planFixed: null }).overall).toBe("no-information");
    expect(appraise({ ...trial, planFixed: null, outcomeSource: "different" }).overall).toBe("serious");
  });

  it("every judgement but no information says what it rests on", () => {
    for (const design of [trial, matched, nothingAssessed, { ...trial, balance: { ...balanceMet, serious: ["age"] } }])
      for (const { judgement, because, unknown } of appraise(design).domains)
        expect(judgement === "no-information" ? unknown.length : because.length).toBeGreaterThan(0);
  });

  it("is not merged with the level: a level-5 trial can be of no information", () => {
    const { evidence, appraisal } = { evidence: 5, appraisal: appraise({ ...trial, crossover: null }) };
    expect([evidence, appraisal.overall]).toEqual([5, "no-information"]);
  });
});

describe("of a comparison", () => {
  const appraisal = appraiseComparison({
    comparison: tarpComparison,
    facts: {},
    outcomes: [outcomeOf({ id: "arrest", smallestEffect: 0.1 })],
  });

  it("every estimate is appraised once, and the shape is that of the results", () => {
    expect(appraisal.flatMap(({ estimates }) => estimates).sort()).toEqual(
      tarpComparison.estimates.map(({ id }) => id).sort(),
    );
    const whole = {
      ...tarpComparison,
      appraisal,
      emmie: emmieOf({ comparison: tarpComparison, theory: false, delivery: [], economics: false }),
    };
    expect(validateComparison(whole)).toHaveProperty("comparison");
  });

  it("an estimate that decides by default is told in the choice of the result", () => {
    const reporting = appraisal[0]!.domains.find(({ id }) => id === "reporting")!;
    expect(reporting.because.map(({ rule }) => rule)).toContain("primary-by-default");
  });

  it("one group compared with nobody is appraised as a design", () => {
    const alone = comparisonOf({
      estimates: [],
      design: { method: "none", assignment: "selected", comparator: "none" },
    });
    const [only] = appraiseComparison({ comparison: alone, facts: {}, outcomes: [] });
    expect([only!.estimates, only!.overall]).toEqual([[], "critical"]);
  });
});

describe("precision, beside the level", () => {
  const status = (detectableDifference: number | null, smallestEffect?: number, n = 400, events = 80) =>
    precisionStatus(
      estimateOf({
        id: "y:riskDifference:crude",
        precision: { detectableDifference, peopleNeeded: null },
        treated: { n, events, value: events / n },
      }),
      outcomeOf({ id: "y", ...(smallestEffect === undefined ? {} : { smallestEffect }) }),
    );

  it.each([
    [0.05, "adequate"],
    [0.1, "adequate"],
    [0.15, "low"],
    [0.2, "low"],
    [0.21, "very-low"],
    [null, "very-low"],
  ])("detectable %s against a smallest effect of 0.1 is %s", (detectable, power) => {
    expect(status(detectable, 0.1).power).toBe(power);
  });

  it("without a smallest effect of interest it is not known", () => expect(status(0.05).power).toBe("not-known"));

  // Evaluation standards 1.4, step D: flag fewer than 30 treated or fewer than 10 events in the treated arm.
  it("fewer than 30 treated, or fewer than 10 with the event, are flagged", () => {
    expect(status(0.1, 0.1, 30, 10).flags).toEqual([]);
    expect(status(0.1, 0.1, 29, 9).flags).toEqual(["few-treated", "few-events"]);
  });
});

describe("EMMIE for one study", () => {
  it("says that it is no systematic review, and scores no quality", () => {
    const emmie = emmieOf({ comparison: tarpComparison, theory: true, delivery: ["dose"], economics: false });
    expect(emmie.notice).toContain("not a systematic review");
    expect(emmie.dimensions.map(({ id, status }) => [id, status])).toEqual([
      ["effect", "reported"],
      ["mechanism", "not-reported"],
      ["moderators", "not-reported"],
      ["implementation", "reported"],
      ["economics", "not-reported"],
    ]);
  });
});
