import { parseIsoDate } from "../../calendar/days.ts";
import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds } from "./name-problems.ts";

/** Each promise has an id of its own, asks for some change, and is of two periods of which the baseline began first. */
export function checkChangeTargets({ programme }: StudyPlan): PlanProblem[] {
  const targets = programme?.changeTargets ?? [];
  const place = "programme.changeTargets";
  return [
    ...repeatedIds(
      place,
      targets.map(({ id }) => id),
    ),
    ...targets.flatMap(({ baseline, current, change }, index): PlanProblem[] => {
      const path = `${place}[${index}]`;
      const inOrder = ([name, { from, to }]: readonly [string, typeof baseline]): PlanProblem[] =>
        parseIsoDate(from)! <= parseIsoDate(to)!
          ? []
          : [{ path: `${path}.${name}.to`, message: `expected the day ${from} or a later one, found ${to}` }];
      return [
        ...(change === 0 ? [{ path: `${path}.change`, message: "expected another number than 0, found 0" }] : []),
        ...(
          [
            ["baseline", baseline],
            ["current", current],
          ] as const
        ).flatMap(inOrder),
        ...(parseIsoDate(current.from)! > parseIsoDate(baseline.from)!
          ? []
          : [
              {
                path: `${path}.current.from`,
                message: `expected a day after the baseline began (${baseline.from}), found ${current.from}`,
              },
            ]),
      ];
    }),
  ];
}
