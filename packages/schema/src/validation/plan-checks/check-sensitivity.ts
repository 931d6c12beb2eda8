import type { ComparisonPlan, SensitivityPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName, unknownNames } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Checks of a comparison name outcomes and covariates that exist, and ranges that go up. */
export function checkSensitivity(path: string, { sensitivity }: ComparisonPlan, names: PlanNames): PlanProblem[] {
  if (sensitivity === undefined) return [];
  const at = `${path}.sensitivity`;
  const { specifications = [], missingOutcomes = [], recording = [] } = sensitivity;
  return [
    ...unknownNames(`${at}.negativeControls`, outcome, sensitivity.negativeControls, names.outcomes),
    ...checkSites(at, sensitivity, names),
    ...repeatedIds(
      `${at}.specifications`,
      specifications.map(({ id }) => id),
    ),
    ...specifications.flatMap(({ covariates, exact }, index) => [
      ...unknownNames(`${at}.specifications[${index}].covariates`, covariate, covariates, names.covariates),
      ...unknownNames(`${at}.specifications[${index}].exact`, covariate, exact, names.covariates),
    ]),
    ...missingOutcomes.flatMap((one, index) => [
      ...unknownName(`${at}.missingOutcomes[${index}].outcome`, outcome, one.outcome, names.outcomes),
      ...ascending(`${at}.missingOutcomes[${index}].range`, one.range),
    ]),
    ...recording.flatMap((one, index) => [
      ...unknownName(`${at}.recording[${index}].outcome`, outcome, one.outcome, names.outcomes),
      ...(["treated", "comparison"] as const).flatMap((arm) =>
        (["sensitivity", "specificity"] as const).flatMap((part) =>
          ascending(`${at}.recording[${index}].${arm}.${part}`, one[arm][part]),
        ),
      ),
    ]),
  ];
}

const outcome = "the id of an outcome";
const covariate = "a covariate of people or of cohort.baseline";

function checkSites(at: string, { sites }: SensitivityPlan, { covariates, fields }: PlanNames): PlanProblem[] {
  if (sites === undefined) return [];
  const mapsCluster = fields.get("people")?.includes("cluster") === true;
  return unknownName(`${at}.sites`, `${covariate}, or people's cluster`, sites, [
    ...covariates,
    ...(mapsCluster ? ["cluster"] : []),
  ]);
}

function ascending(path: string, range: readonly [number, number] | undefined): PlanProblem[] {
  if (range === undefined || range[0] <= range[1]) return [];
  return [{ path, message: `expected the lesser first, found ${range[0]} and ${range[1]}` }];
}
