import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

/** Published rates have ids of their own, and pairs name two different ones. */
export function checkRates({ rates }: StudyPlan): PlanProblem[] {
  if (rates === undefined) return [];
  const ids = rates.declared.map(({ id }) => id);
  return [
    ...repeatedIds("rates.declared", ids),
    ...(rates.compare ?? []).flatMap((pair, index) => {
      const path = `rates.compare[${index}]`;
      return [
        ...(["rate", "with"] as const).flatMap((side) =>
          unknownName(`${path}.${side}`, "the id of a rate of rates.declared", pair[side], ids),
        ),
        ...(pair.rate === pair.with
          ? [{ path: `${path}.with`, message: `expected another rate than "${pair.rate}", found the same` }]
          : []),
      ];
    }),
  ];
}
