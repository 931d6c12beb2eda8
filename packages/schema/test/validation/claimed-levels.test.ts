import { claimedLevels, validateDescription, validateFacts, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

type Plan = Record<string, unknown> & { comparisons: Record<string, unknown>[]; evidence: Record<string, unknown> };

/** Messages at a path once the plan is changed. */
function claimsAt(path: string, change: (plan: Plan) => void): string[] {
  const plan = samplePlan() as unknown as Plan;
  change(plan);
  const checked = validatePlan(plan);
  return "problems" in checked
    ? checked.problems.filter((each) => each.path === path).map(({ message }) => message)
    : [];
}

const refusal = /which is computed, not declared/;

describe("a level claimed by hand is refused", () => {
  const places: [path: string, change: (plan: Plan) => void][] = [
    ["level", (plan) => Object.assign(plan, { level: 4 })],
    ["grade", (plan) => Object.assign(plan, { grade: { wwclg: 5 } })],
    ["marylandLevel", (plan) => Object.assign(plan, { marylandLevel: 3 })],
    ["evidence.level", (plan) => Object.assign(plan.evidence, { level: 4 })],
    ["evidence.maryland", (plan) => Object.assign(plan.evidence, { maryland: { level: 4, why: "ours" } })],
    ["evidence.atMost", (plan) => Object.assign(plan.evidence, { atMost: 5 })],
    ["evidence.sms_level", (plan) => Object.assign(plan.evidence, { sms_level: 3 })],
    ["evidence.followUp.why", (plan) => Object.assign(plan.evidence, { followUp: { value: "same", why: "SMS 4" } })],
    ["comparisons[0].grade", (plan) => Object.assign(plan.comparisons[0]!, { grade: 5 })],
    ["comparisons[0].evidenceLevel", (plan) => Object.assign(plan.comparisons[0]!, { evidenceLevel: 5 })],
    ["comparisons[0].label", (plan) => Object.assign(plan.comparisons[0]!, { label: "Level 5 on the Maryland scale" })],
    ["title", (plan) => Object.assign(plan, { title: "A Maryland Scientific Methods Scale level 4 study" })],
    ["question", (plan) => Object.assign(plan, { question: "Does our SMS level 3 programme work?" })],
  ];
  for (const [path, change] of places)
    it(`in a plan at ${path}, and said once`, () => {
      const found = claimsAt(path, change);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(refusal);
    });

  it("in facts of their own and in the description of a design", () => {
    const messages = [
      validateFacts({ level: 4 }),
      validateFacts({ outcomeSource: { value: "same", why: "Maryland scale: level 4" } }),
      validateDescription({ design: "likewise/design", title: "A trial", level: 5 }),
      validateDescription({ design: "likewise/design", title: "A trial", evidence: { grade: 5 } }),
    ].map((checked) => ("problems" in checked ? checked.problems.map(({ message }) => message) : []));
    for (const found of messages) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(refusal);
    }
  });

  it("levels of intervals, places called Maryland, columns and numbers beside them are left alone", () => {
    expect(validatePlan(samplePlan())).toHaveProperty("plan");
    expect(
      claimedLevels({
        title: "Transitional aid (TARP, Maryland), 432 people",
        programme: { where: "Maryland, in 3 towns", what: "Sent by SMS on 2 days a week; level 2 of the course" },
        comparisons: [{ level: 0.95 }],
        data: { tables: { people: { covariates: { sms_score: "Maryland level 4" } } } },
      }),
    ).toEqual([]);
  });
});

describe("a justification that is not there", () => {
  it.each([
    ["empty", { value: "same", why: "" }],
    ["blank", { value: "same", why: "  " }],
    ["null, as a bare key in YAML is", { value: "same", why: null }],
    ["left out", { value: "same" }],
  ])("%s is no fault of the plan: it counts as not met, where grades are made", (_, followUp) => {
    expect(validateFacts({ followUp })).toEqual({ facts: { followUp } });
  });
});

describe("a plan whose aliases repeat a part, or make it hold itself", () => {
  it("is looked through once, and ends", () => {
    const part: Record<string, unknown> = { words: "Maryland level 5" };
    part.itself = part;
    expect(claimedLevels({ title: part, question: part }).map(({ path }) => path)).toEqual(["title.words"]);
  });
});
