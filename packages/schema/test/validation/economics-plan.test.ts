import { validatePlan } from "@likewise/schema";
import { expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

const values = [{ parameter: "ho-da-victim-police" }];
const benefit = (outcome: string) => ({ id: "less", label: "Less", outcome, per: "victim", values });

function problemsOf(economics: object, costs = true): string[] {
  const plan = samplePlan() as { economics?: unknown; data: { tables: Record<string, unknown> } };
  plan.economics = { priceYear: "2024-25", costs: {}, ...economics };
  if (costs)
    plan.data.tables.costs = {
      files: ["data/costs.csv"],
      columns: { payer: "Payer", category: "For", amount_pounds: "Amount", period_to: "To" },
    };
  const checked = validatePlan(plan);
  return "problems" in checked ? checked.problems.map(({ path }) => path) : [];
}

it("names of the economics block are those of the plan, and spend has a table", () => {
  const [known] = samplePlan().outcomes;
  expect(problemsOf({ benefits: [benefit(known.id)] })).toEqual([]);
  expect(problemsOf({}, false)).toContain("economics");
  expect(problemsOf({ benefits: [benefit("nothing")] })).toEqual(["economics.benefits[0].outcome"]);
  expect(problemsOf({ comparison: "nothing" })).toEqual(["economics.comparison"]);
  expect(problemsOf({ success: { outcome: "nothing", label: "one" } })).toEqual(["economics.success.outcome"]);
  // The sample's outcome is told by the police.
  expect(problemsOf({ confidence: known.id })).toEqual(["economics.confidence"]);
  expect(problemsOf({ benefits: [benefit(known.id), benefit(known.id)] })).toEqual(["economics.benefits[1].id"]);
});

it("a cost of each person is an outcome that is a number, and stands beside a success", () => {
  const [known] = samplePlan().outcomes;
  const success = { outcome: known.id, label: "one" };
  const costPerPerson = { outcome: "nothing", priceYear: "2024-25", includesProgramme: true };
  expect(problemsOf({ success, costPerPerson })).toEqual(["economics.costPerPerson.outcome"]);
  // The sample's outcome is yes or no.
  expect(problemsOf({ success, costPerPerson: { ...costPerPerson, outcome: known.id } })).toEqual([
    "economics.costPerPerson.outcome",
  ]);
  expect(problemsOf({ costPerPerson })).toEqual(["economics.costPerPerson.outcome", "economics.costPerPerson"]);
});
