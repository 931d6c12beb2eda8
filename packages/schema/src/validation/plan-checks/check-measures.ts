import type { MeasurePlan, StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";

/** Entries have ids and time points of their own; an outcome that is a score names its entry, and the same reporter. */
export function checkMeasures({ measures = [], outcomes }: StudyPlan): PlanProblem[] {
  const ids = measures.map(({ id, measure }) => id ?? measure);
  return [
    ...repeatedIds("measures", ids),
    ...measures.flatMap(checkEntry),
    ...outcomes.flatMap((outcome, index): PlanProblem[] => {
      if (outcome.from !== "measures") return [];
      const path = `outcomes[${index}]`;
      const name = outcome.outcome ?? outcome.id;
      const entry = measures.find(({ id, measure }) => (id ?? measure) === name);
      if (entry === undefined) return unknownName(`${path}.outcome`, "an entry of measures", name, ids);
      return [
        ...(outcome.kind === "continuous"
          ? []
          : [{ path: `${path}.kind`, message: `expected continuous for a score, found ${outcome.kind}` }]),
        ...(outcome.reporter === entry.reporter
          ? []
          : [
              {
                path: `${path}.reporter`,
                message: `expected ${entry.reporter}, who answers ${name}, found ${outcome.reporter}`,
              },
            ]),
      ];
    }),
  ];
}

function checkEntry({ waves }: MeasurePlan, index: number): PlanProblem[] {
  const names: readonly string[] = waves;
  const again = names.findIndex((wave, at) => names.indexOf(wave) < at);
  return again < 0
    ? []
    : [
        {
          path: `measures[${index}].waves[${again}]`,
          message: `expected each time point once, found "${names[again]}" again`,
        },
      ];
}
