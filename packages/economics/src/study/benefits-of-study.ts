import {
  type Comparison,
  type EconomicBenefit,
  type EconomicsPlan,
  type JointCovariance,
  type Refusal,
  type StudyPlan,
  windowDefinition,
} from "@likewise/schema";
import type { BenefitLine } from "../model/economic-model.ts";
import { attributionsOf } from "../parameters/parameter-sets.ts";
import { reprice } from "../prices/reprice.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";
import type { LedgerRow } from "./study-economics.ts";
import { type PlacedRefusal, type ValueOfBenefit, valuesOfStudy } from "./values-of-study.ts";

export interface BenefitsOfStudy {
  readonly lines: readonly BenefitLine[];
  readonly numbers: Readonly<Record<string, UncertainNumber>>;
  readonly names: Readonly<Record<string, string>>;
  readonly ledger: readonly LedgerRow[];
  readonly notes: readonly string[];
  readonly used: readonly string[];
  readonly refusals: readonly Refusal[];
}

type Outcome = NonNullable<StudyPlan["outcomes"]>[number];

/** Name of an arm's value of an outcome among the joint estimates. */
export function armKey(outcome: string, arm: "treated" | "comparison"): string {
  return `effect:${outcome}:${arm}`;
}

/**
 * What the effect is worth, line by line: each benefit's unit must be what its values are per, recorded crime must say what it stands
 * for, and nothing may be counted twice. One benefit that cannot stand refuses them all: a total without it would mislead.
 */
export function benefitsOfStudy(
  plan: StudyPlan,
  economics: EconomicsPlan,
  comparison: Comparison,
  joint: readonly JointCovariance[],
): BenefitsOfStudy {
  const { values, refusals } = valuesOfStudy(plan, economics);
  const without = withoutInterval(plan, economics, comparison, joint);
  return {
    ...linesOf(economics, values, plan, comparison),
    used: values.map(({ value }) => value.parameter.id),
    refusals: [...without, ...refusals].map(({ path: _place, ...refusal }) => refusal),
  };
}

function withoutInterval(
  { outcomes }: StudyPlan,
  { benefits = [] }: EconomicsPlan,
  comparison: Comparison,
  joint: readonly JointCovariance[],
): PlacedRefusal[] {
  return benefits.flatMap(({ id, outcome: name }, index) => {
    if (!outcomes?.some((one) => one.id === name)) return [];
    if (joint.some(({ keys }) => keys.some(({ outcome }) => outcome === name))) return [];
    return [
      {
        path: `economics.benefits[${index}].outcome`,
        id: "effect-without-interval",
        what: "costs and benefits",
        why: `${id}: ${name} has no effect with an interval in ${comparison.id}`,
        unlocks: `${name} among the outcomes of the comparison, with an estimate that has a standard error`,
      },
    ];
  });
}

function linesOf(
  economics: EconomicsPlan,
  values: readonly ValueOfBenefit[],
  plan: StudyPlan,
  comparison: Comparison,
): Omit<BenefitsOfStudy, "used" | "refusals"> {
  const lines: BenefitLine[] = [];
  const numbers: Record<string, UncertainNumber> = {};
  const names: Record<string, string> = {};
  const ledger: LedgerRow[] = [];
  const notes = new Set<string>();
  for (const { benefit, value } of values) {
    const { parameter, number, cashable, note } = value;
    const { factor, notes: said } = reprice(parameter.priceBase, economics.priceYear);
    for (const each of said) notes.add(each);
    if (note !== null) notes.add(`unit values: ${note}`);
    const key = `value:${parameter.id}`;
    numbers[key] = number;
    names[key] = parameter.label;
    const shared = sharedNumbers(benefit, numbers, names, notes);
    const share = cashable === null ? null : `cashable:${value.id}`;
    if (share !== null) {
      numbers[share] = { kind: "fixed", value: cashable! };
      names[share] = `Share of ${parameter.label} that could leave the budget`;
    }
    const outcome = plan.outcomes?.find(({ id }) => id === benefit.outcome);
    const perYear = isRate(comparison, benefit.outcome);
    if (perYear) notes.add(`${benefit.label}: events a person-year at liberty, valued for each year the gain lasts`);
    lines.push({
      id: value.id,
      label: `${benefit.label}: ${parameter.label}`,
      agency: parameter.agency,
      kind: parameter.kind,
      component: parameter.component,
      effect: {
        treated: armKey(benefit.outcome, "treated"),
        comparison: armKey(benefit.outcome, "comparison"),
        gain: outcome?.direction === "higher" ? "more" : "fewer",
        windowYears: windowYears(outcome),
        perYear,
      },
      ...shared,
      value: key,
      priceFactor: factor,
      cashable: share,
      lagYears: benefit.lagYears ?? 0,
      persistsYears: benefit.persistsYears ?? windowYears(outcome),
    });
    ledger.push({
      benefit: benefit.id,
      value: parameter.id,
      label: parameter.label,
      agency: parameter.agency,
      kind: parameter.kind,
      per: parameter.per,
      pounds: parameter.pounds,
      priceBase: parameter.priceBase,
      priced: parameter.pounds * factor,
      covers: parameter.covers,
      status: parameter.status,
      // Where the value goes, in a spreadsheet or a CSV file too, goes what its licence asks to be said.
      source: [parameter.source, ...attributionsOf([parameter.id])].join(". "),
    });
  }
  return { lines, numbers, names, ledger, notes: [...notes] };
}

/** Arms of an outcome compared by rates are events a person-year, however long it was watched. */
function isRate({ estimates }: Comparison, outcome: string): boolean {
  const primary = estimates.find((one) => one.primary && one.outcome === outcome);
  return primary !== undefined && /^rate/.test(primary.measure);
}

/** Years over which an outcome is counted; one where it has no window of months. */
function windowYears(outcome: Outcome | undefined): number {
  if (outcome?.window == null) return 1;
  const { to } = windowDefinition(outcome.window);
  return "months" in to ? to.months / 12 : to.days / 365.25;
}

/** Numbers a benefit's values share: how much more happens than is recorded, and how fast the effect fades. */
function sharedNumbers(
  { id, label, multiplier, decay }: EconomicBenefit,
  numbers: Record<string, UncertainNumber>,
  names: Record<string, string>,
  notes: Set<string>,
): { readonly multiplier: string | null; readonly decay: string | null } {
  if (multiplier?.acceptedWithout !== undefined && multiplier.value === undefined) {
    notes.add(
      `${label}: events are valued as they were recorded or proven, so that this is a floor: ${multiplier.acceptedWithout}`,
    );
  }
  const times = multiplier?.value === undefined ? null : `multiplier:${id}`;
  if (times !== null) {
    const { value, standardError } = multiplier!;
    numbers[times] =
      standardError === undefined || standardError === 0
        ? { kind: "fixed", value: value! }
        : { kind: "log-normal-mean", mean: value!, standardError };
    names[times] = `${label}: actual events for each recorded one`;
    if (standardError === undefined)
      notes.add(`${label}: the multiplier is taken as known, as its source gives no error`);
  }
  const fades = decay === undefined ? null : `decay:${id}`;
  if (fades !== null) {
    const { value, low, high } = decay!;
    numbers[fades] =
      low !== undefined && high !== undefined && low < high
        ? { kind: "pert", low, mode: value, high }
        : { kind: "fixed", value };
    names[fades] = `${label}: share of the effect lost each year`;
  }
  return { multiplier: times, decay: fades };
}
