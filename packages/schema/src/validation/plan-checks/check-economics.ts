import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

const place = "economics";

/** Outcomes and the comparison that values rest on are the plan's own, and there are costs to read. */
export function checkEconomics(plan: StudyPlan): PlanProblem[] {
  const { economics } = plan;
  if (economics === undefined) return [];
  const outcomes = plan.outcomes.map(({ id }) => id);
  const comparisons = plan.comparisons.map(({ id }) => id);
  const { benefits = [], success, comparison, confidence, costPerPerson } = economics;
  return [
    ...(Object.hasOwn(plan.data.tables, "costs")
      ? []
      : [{ path: place, message: "expected a table costs under data.tables, found none: spend is read from it" }]),
    ...(comparison === undefined
      ? []
      : unknownName(`${place}.comparison`, "the id of a comparison", comparison, comparisons)),
    ...repeatedIds(
      `${place}.benefits`,
      benefits.map(({ id }) => id),
    ),
    ...benefits.flatMap(({ outcome }, index) =>
      unknownName(`${place}.benefits[${index}].outcome`, "the id of an outcome", outcome, outcomes),
    ),
    ...(success === undefined
      ? []
      : unknownName(`${place}.success.outcome`, "the id of an outcome", success.outcome, outcomes)),
    ...(costPerPerson === undefined
      ? []
      : [
          ...unknownName(
            `${place}.costPerPerson.outcome`,
            "an outcome of kind continuous",
            costPerPerson.outcome,
            plan.outcomes.filter(({ kind }) => kind === "continuous").map(({ id }) => id),
          ),
          ...(success === undefined
            ? [{ path: `${place}.costPerPerson`, message: "expected economics.success beside it, found none" }]
            : []),
        ]),
    ...(confidence === undefined
      ? []
      : unknownName(
          `${place}.confidence`,
          "an outcome whose reporter is victim-survivor",
          confidence,
          plan.outcomes.filter(({ reporter }) => reporter === "victim-survivor").map(({ id }) => id),
        )),
  ];
}
