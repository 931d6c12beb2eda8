import { protectedCharacteristicNamed, protectedCharacteristics, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

type CohortPlan = ReturnType<typeof samplePlan>["cohort"];

function messages(parts: Partial<CohortPlan>, covariates?: Record<string, string>): readonly string[] {
  const plan = samplePlan();
  Object.assign(plan.cohort, parts);
  if (covariates !== undefined) plan.data.tables.people!.covariates = covariates;
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("a score that selects", () => {
  it("may use what people did", () => {
    expect(
      messages({ scores: [{ id: "harm", inputs: ["events_24m", "age_at_first_offence", "people.risk_level"] }] }),
    ).toEqual([]);
  });

  it("practice-F9: fails the plan with a protected characteristic among its inputs, each of the nine", () => {
    for (const { field } of protectedCharacteristics)
      expect(messages({ scores: [{ id: "harm", inputs: ["events_24m", field] }] })).toEqual([
        `cohort.scores[0].inputs[1]: expected no input people may not be selected by, found "${field}" (${field}), a protected characteristic`,
      ]);
  });

  it("fails too where the input has another name but is mapped from such a column", () => {
    expect(
      messages({ scores: [{ id: "harm", inputs: ["people.h"] }] }, { h: "Ethnic Group (self-defined)" }),
    ).toHaveLength(1);
  });

  it("may describe people by one, where nobody is selected by it", () => {
    expect(messages({ scores: [{ id: "ogrs", use: "description", inputs: ["age", "sex"] }] })).toEqual([]);
  });
});

describe("the name of a protected characteristic", () => {
  it.each([
    ["Ethnicity", "ethnicity"],
    ["people.sex", "sex"],
    ["Age band", "age"],
    ["age_at_referral", "age"],
    ["Date of Birth", "age"],
    ["ethnicGroup", "ethnicity"],
    ["Religion or belief", "religion"],
    ["marital-status", "marital_status"],
    ["sexual_offences", null],
    ["sex_offences_before", null],
    ["stage", null],
    ["village", null],
    ["", null],
  ])("%s is %s", (name, expected) => {
    expect(protectedCharacteristicNamed(name)).toBe(expected);
  });
});

describe("what a plan says of selection", () => {
  it("names what the plan maps", () => {
    expect(
      messages({
        selection: { score: "hram", side: "at-or-below" },
        scores: [{ id: "harm" }, { id: "harm" }],
        reach: { characteristics: ["shoe_size"] },
        services: { offered: "events.kind", risk: "people.shoe_size", list: [{ id: "a" }, { id: "a" }] },
        typology: { from: "people.shoe_size", items: {} },
        delivered: { from: "nowhere.at_all", treated: ["yes"] },
      }).map((message) => message.split(": ")[0]),
    ).toEqual([
      "cohort.scores[1].id",
      "cohort.selection.score",
      "cohort.selection.threshold",
      "cohort.reach.characteristics[0]",
      "cohort.services.offered",
      "cohort.services.risk",
      "cohort.services.list[1].id",
      "cohort.typology.from",
      "cohort.delivered.from",
    ]);
  });

  it("may not hold decisions against a score that only describes", () => {
    expect(messages({ selection: { score: "ogrs" }, scores: [{ id: "ogrs", use: "description" }] })).toEqual([
      'cohort.selection.score: expected a score used to select, found "ogrs", which only describes',
    ]);
  });
});
