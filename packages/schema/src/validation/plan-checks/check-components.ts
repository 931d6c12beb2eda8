import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds } from "./name-problems.ts";

/** Parts of the programme have ids of their own, and no activity or component of sessions belongs to two of them. */
export function checkComponents({ programme }: StudyPlan): PlanProblem[] {
  const components = programme?.components ?? [];
  return [
    ...repeatedIds(
      "programme.components",
      components.map(({ id }) => id),
    ),
    ...(["activities", "sessions"] as const).flatMap((list) => {
      const owners = components.flatMap((one, index) => (one[list] ?? []).map((name) => ({ name, index })));
      return owners.flatMap(({ name, index }, place) =>
        owners.findIndex((other) => other.name === name) === place
          ? []
          : [
              {
                path: `programme.components[${index}].${list}`,
                message: `expected each in one part, found "${name}" a second time`,
              },
            ],
      );
    }),
  ];
}
