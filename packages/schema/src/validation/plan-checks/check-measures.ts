import type { MeasurePlan, StudyPlan } from "../../generated/types.ts";
import { reservedNames } from "../../records/covariate-names.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";
import { planNames } from "./plan-names.ts";

/** Entries have ids and time points of their own; an outcome that is a score names its entry, and the same reporter. */
export function checkMeasures(plan: StudyPlan): PlanProblem[] {
  const { measures = [], outcomes } = plan;
  const ids = measures.map(({ id, measure }) => id ?? measure);
  return [
    ...repeatedIds("measures", ids),
    ...measures.flatMap(checkEntry),
    ...checkCovariates(plan),
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

/** A first score has a name that no other covariate has, days to be placed by, and is of the people followed. */
function checkCovariates(plan: StudyPlan): PlanProblem[] {
  const { covariates, fields } = planNames(plan);
  const taken = [...reservedNames, ...(fields.get("people") ?? []), ...covariates];
  return (plan.measures ?? []).flatMap(({ covariate, reporter }, index): PlanProblem[] => {
    if (covariate === undefined) return [];
    const path = `measures[${index}].covariate`;
    const again = taken.filter((name) => name === covariate.name).length > 1 || reservedNames.includes(covariate.name);
    return [
      ...(again
        ? [{ path: `${path}.name`, message: `expected a name that nothing else has, found "${covariate.name}"` }]
        : []),
      ...(fields.get("measures")?.includes("date") === true
        ? []
        : [
            {
              path,
              message:
                "expected data.tables.measures to map date, without which no score is known to come first, found it unmapped",
            },
          ]),
      ...(reporter === "worker" || (plan.cohort.role ?? "perpetrator") === rolesOf[reporter]
        ? []
        : [{ path, message: `expected a score of the people followed themselves, found one of ${reporter}` }]),
    ];
  });
}

/** Whose own account each reporter’s is. */
const rolesOf: Readonly<Record<string, string>> = {
  perpetrator: "perpetrator",
  "victim-survivor": "adult-victim-survivor",
  child: "child",
};

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
