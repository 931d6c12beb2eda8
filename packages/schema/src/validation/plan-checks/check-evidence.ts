import { schemas } from "../../generated/schemas.ts";
import type { StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import type { SchemaJson } from "../schema-json.ts";
import { unknownName, unknownNames } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Roles and outcomes before entry are played by covariates that exist; a role that does not apply is one nothing plays. */
export function checkEvidence(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  const roles = new Map(Object.entries(plan.evidence?.covariateRoles ?? {}));
  const notApplicable = Object.keys(plan.evidence?.notApplicable ?? {});
  return [
    ...Array.from(roles).flatMap(([role, covariates]) =>
      unknownNames(
        `evidence.covariateRoles.${role}`,
        "a covariate of people or of cohort.baseline",
        covariates,
        names.covariates,
      ),
    ),
    ...(plan.evidence?.baselineOutcomes ?? []).flatMap(({ covariate, outcomes }, index) => {
      const path = `evidence.baselineOutcomes[${index}]`;
      return [
        ...unknownName(`${path}.covariate`, "a covariate of people or of cohort.baseline", covariate, names.covariates),
        ...unknownNames(
          `${path}.outcomes`,
          "an outcome of the plan",
          outcomes,
          plan.outcomes.map(({ id }) => id),
        ),
      ];
    }),
    ...notApplicable.flatMap((role) => {
      const path = `evidence.notApplicable.${role}`;
      if ((roles.get(role)?.length ?? 0) > 0) {
        return [{ path, message: "expected a role that no covariate plays, found one in covariateRoles" }];
      }
      return unknownName(path, "the role of a covariate", role, covariateRoles);
    }),
  ];
}

const facts = (schemas.study as SchemaJson).$defs!.Facts!;
const covariateRoles = Object.keys(facts.properties!.covariateRoles!.properties!);
