import type { Cohort } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";
import { type PlanNames, splitReference } from "./plan-names.ts";

/** Providers have one name each, rules of completion say what completes, and breakdowns and targets read what is mapped. */
export function checkPathway(cohort: Cohort, names: PlanNames): PlanProblem[] {
  return [
    ...checkProviders(cohort),
    ...checkCompletion(cohort),
    ...(cohort.breakdowns ?? []).flatMap((field, index) => ofCase(`cohort.breakdowns[${index}]`, field, names)),
    ...(cohort.target?.rules ?? []).flatMap((rule, index) => checkTarget(rule, `cohort.target.rules[${index}]`, names)),
    ...(cohort.waiting ?? []).flatMap(({ from, to }, index) =>
      from === to
        ? [{ path: `cohort.waiting[${index}].to`, message: `expected another stage than from, found "${to}"` }]
        : [],
    ),
  ];
}

function checkProviders({ providers = {} }: Cohort): PlanProblem[] {
  const owner = new Map(Object.keys(providers).map((name) => [name, name]));
  return Object.entries(providers).flatMap(([name, aliases]) =>
    aliases.flatMap((alias, index) => {
      const other = owner.get(alias);
      owner.set(alias, other ?? name);
      if (other === undefined) return [];
      const path = `cohort.providers.${name}[${index}]`;
      return [{ path, message: `expected a name of one provider, found "${alias}", which is one of ${other}` }];
    }),
  );
}

function checkCompletion({ completion = [] }: Cohort): PlanProblem[] {
  const ids = completion.map(({ id }) => id);
  return [
    ...repeatedIds("cohort.completion", ids),
    ...completion.flatMap(({ leastShare, serviceRule, sessionsPlanned, component, plannedEnd }, index) => {
      const path = `cohort.completion[${index}]`;
      if (serviceRule === true && leastShare !== undefined) {
        return [{ path, message: "expected serviceRule or leastShare, found both: they are two rules, with two ids" }];
      }
      const parts = [sessionsPlanned, component, plannedEnd].some((part) => part !== undefined);
      if (parts && leastShare === undefined && serviceRule !== true) {
        return [{ path, message: "expected leastShare, the share of sessions that completes, found none" }];
      }
      return [];
    }),
  ];
}

type TargetRule = NonNullable<Cohort["target"]>["rules"][number];

function checkTarget(rule: TargetRule, path: string, names: PlanNames): PlanProblem[] {
  const bounds = [rule.in, rule.min, rule.max];
  return [
    ...ofCase(`${path}.field`, rule.field, names),
    ...(bounds.every((bound) => bound === undefined)
      ? [{ path, message: "expected a condition (in, min or max), found none" }]
      : []),
  ];
}

/** A case is known by its person and its referral. */
function ofCase(path: string, reference: string, names: PlanNames): PlanProblem[] {
  const [table, field] = splitReference(reference);
  if (table !== "people" && table !== "referrals") {
    return [{ path, message: `expected a field of people or referrals, found "${reference}"` }];
  }
  return unknownName(path, `a field mapped for ${table}`, field, names.fields.get(table) ?? []);
}
