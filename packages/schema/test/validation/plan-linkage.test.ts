import { type Linkage, type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

/** The sample plan with its events linked by identifiers, and one thing changed. */
function problems(change: (linkage: Linkage, plan: StudyPlan) => void = () => {}): string[] {
  const plan = samplePlan();
  const { people, events } = plan.data.tables;
  const identifiers = { forename: "First", surname: "Last", birth_date: "DOB", postcode: "PC", sex: "Sex" };
  people!.identifiers = { ...identifiers, nhs_number: "NHS" };
  events!.identifiers = identifiers;
  delete events!.columns.person;
  const linkage: Linkage = {
    table: "events",
    rules: [["surname", "forename", "birth_date"]],
    probabilistic: {
      compare: ["forename", "surname", "birth_date", "postcode", "sex"],
      blocks: [["birth_date"], ["surname", "postcode"]],
      accept: 0.95,
      review: 0.5,
    },
    groups: ["sex", "area"],
  };
  plan.data.linkage = [linkage];
  change(linkage, plan);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("a linkage", () => {
  it("gives a table the person it does not map", () => {
    expect(problems()).toEqual([]);
    expect(problems((_, plan) => delete plan.data.linkage)).toEqual([
      expect.stringMatching(/^data\.tables\.events\.columns\.person: expected a column of person ids/),
    ]);
  });

  it("gives a person that a key can name", () => {
    expect(problems((_, plan) => (plan.data.tables.events!.key = ["person", "event_date"]))).toEqual([]);
  });

  it.each<[string, (linkage: Linkage, plan: StudyPlan) => void, RegExp]>([
    [
      "a table the plan does not bring",
      (one) => (one.table = "event"),
      /linkage\[0\]\.table: .* did you mean "events"/,
    ],
    ["people themselves", (one) => (one.table = "people"), /other than people/],
    ["one table twice", (one, plan) => plan.data.linkage!.push(one), /linkage\[1\]\.table: expected each table once/],
    ["a person besides", (_, plan) => (plan.data.tables.events!.columns.person = "Ref"), /expected no person/],
    [
      "no rule at all",
      (one) => {
        delete one.rules;
        delete one.probabilistic;
      },
      /expected rules or probabilistic, found neither/,
    ],
    [
      "an identifier of one side only",
      (one) => (one.rules = [["nhs_number"]]),
      /rules\[0\]\[0\]: expected an identifier/,
    ],
    ["a misspelt identifier", (one) => (one.rules = [["surnam"]]), /did you mean "surname"/],
    ["a review above accept", (one) => (one.probabilistic!.review = 0.99), /review: expected a probability of accept/],
    [
      "an identifier compared twice",
      (one) => (one.probabilistic!.compare = ["sex", "forename", "surname", "birth_date", "sex"]),
      /compare\[4\]: expected each identifier once/,
    ],
    [
      "a block that leaves two identifiers",
      (one) => (one.probabilistic!.blocks = [["birth_date", "surname", "postcode"]]),
      /blocks\[0\]: expected a block that leaves at least three/,
    ],
    ["a group that is no field", (one) => (one.groups = ["ethnicity"]), /groups\[0\]: expected a field of people/],
    [
      "a group of amounts",
      (one, plan) => {
        plan.data.tables.people!.covariates = { debt: { column: "Debt", type: "money" }, index_quarter: "Quarter" };
        one.groups = ["debt"];
      },
      /groups\[0\]: expected a field that holds codes/,
    ],
  ])("names %s", (_, change, message) => {
    expect(problems(change).join("\n")).toMatch(message);
  });
});
