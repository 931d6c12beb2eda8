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
import { doubleCounts } from "../parameters/double-counts.ts";
import { hasIndex, reprice } from "../prices/reprice.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";
import type { LedgerRow } from "./study-economics.ts";
import { type UsedValue, valueOfPlan } from "./values-of-plan.ts";

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
  const refusals: Refusal[] = [];
  const refuse = (id: string, why: string, unlocks: string) =>
    refusals.push({ id, what: "costs and benefits", why, unlocks });
  const values: { readonly benefit: EconomicBenefit; readonly value: UsedValue }[] = [];
  for (const benefit of economics.benefits ?? []) {
    const outcome = plan.outcomes?.find(({ id }) => id === benefit.outcome);
    checkOutcome(benefit, outcome, comparison, joint, refuse);
    for (const [at, given] of benefit.values.entries()) {
      const value = valueOfPlan(given, `${benefit.id}.${given.parameter ?? at + 1}`);
      if (typeof value === "string") {
        refuse(
          "value-unusable",
          value,
          "a published value of `likewise parameters`, or one of the study's own with its source",
        );
        continue;
      }
      checkUnit(benefit, value, refuse);
      if (!hasIndex(value.parameter.priceBase)) {
        refuse(
          "price-index-missing",
          `${value.id}: prices of ${value.parameter.priceBase} cannot be made those of ${economics.priceYear}: the price index has no such year`,
          "a value in prices of a year the index holds",
        );
        continue;
      }
      values.push({ benefit, value });
    }
    checkMultiplier(
      benefit,
      outcome,
      values.filter((one) => one.benefit === benefit).map(({ value }) => value),
      refuse,
    );
  }
  for (const { why, unlocks } of overlapsOfEffects(plan, values)) refuse("counted-twice", why, unlocks);
  for (const { first, second, parts, why } of doubleCounts(
    values.map(({ value }) => ({ ...value.parameter, id: value.id })),
  )) {
    refuse("counted-twice", `${why} (${first}, ${second}: ${parts.join(", ")})`, "one of the two");
  }
  return { ...linesOf(economics, values, plan), used: values.map(({ value }) => value.parameter.id), refusals };
}

type Refuse = (id: string, why: string, unlocks: string) => void;

function checkOutcome(
  benefit: EconomicBenefit,
  outcome: Outcome | undefined,
  comparison: Comparison,
  joint: readonly JointCovariance[],
  refuse: Refuse,
): void {
  const { id, outcome: name, per } = benefit;
  if (outcome === undefined) {
    refuse("effect-unknown", `${id}: there is no outcome ${name}`, "an outcome of the plan");
    return;
  }
  if (!joint.some(({ keys }) => keys.some((key) => key.outcome === name))) {
    refuse(
      "effect-without-interval",
      `${id}: ${name} has no effect with an interval in ${comparison.id}`,
      `${name} among the outcomes of the comparison, with an estimate that has a standard error`,
    );
    return;
  }
  const counts = outcome.kind === "count";
  const ofVictims = outcome.kind === "binary" && outcome.reporter === "victim-survivor";
  if (counts ? per === "victim" : !(ofVictims && per === "victim")) {
    refuse(
      "effect-of-another-unit",
      counts
        ? `${id}: ${name} counts events, and a value per victim would count each victim once for every event`
        : `${id}: ${name} is a share of people, and a share of people has no number of ${per}s`,
      counts
        ? "values per event, or an outcome that counts victim-survivors who are free of abuse by their own account"
        : "an outcome of kind count, or, for values per victim, one that victim-survivors report; a risk difference alone gives cost for each additional success and what would break even",
    );
  }
}

function checkUnit({ id, per }: EconomicBenefit, { parameter, id: value }: UsedValue, refuse: Refuse): void {
  if (parameter.per === per) return;
  refuse(
    "value-of-another-unit",
    `${id}: ${value} is per ${parameter.per}, and the outcome is counted by ${per}`,
    `a value per ${per}`,
  );
}

/** The police record a part of what happens: what was recorded stands for more, and what a court proved is valued as it is. */
function checkMultiplier(
  { id, multiplier, per }: EconomicBenefit,
  outcome: Outcome | undefined,
  values: readonly UsedValue[],
  refuse: Refuse,
): void {
  if (outcome === undefined || per !== "crime") return;
  const given = multiplier?.value !== undefined;
  if (outcome.basis === "proven" && given) {
    refuse(
      "multiplier-on-proven",
      `${id}: proven offences take no multiplier from recorded to actual crime`,
      "recorded crimes, or no multiplier",
    );
  }
  const accepted = multiplier?.acceptedWithout !== undefined;
  if (outcome.basis === "proven" && !accepted && values.some(({ parameter }) => parameter.domain === "crime")) {
    refuse(
      "recorded-value-on-proven",
      `${id}: values per crime are of every crime that happens, and proven offences are a part that nobody can scale up`,
      "a count of recorded crimes with its multiplier, or multiplier.acceptedWithout: in words, why the result is a floor",
    );
  }
  if (outcome.basis === "recorded-crime" && !given && !accepted) {
    const published = values.find(({ parameter }) => parameter.multiplier !== null)?.parameter.multiplier;
    refuse(
      "multiplier-missing",
      `${id}: values per crime are of every crime, and the police record a part`,
      `multiplier.value with its source${published == null ? "" : ` (published with these values: ${published})`}, or multiplier.acceptedWithout: in words, why the result is a floor`,
    );
  }
}

function linesOf(
  economics: EconomicsPlan,
  values: readonly { readonly benefit: EconomicBenefit; readonly value: UsedValue }[],
  plan: StudyPlan,
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
      source: parameter.source,
    });
  }
  return { lines, numbers, names, ledger, notes: [...notes] };
}

interface Overlap {
  readonly why: string;
  readonly unlocks: string;
}

/**
 * Events valued twice though no two values overlap: one outcome's crimes valued as crimes of two groups, or the same crimes in two
 * outcomes (of unlike windows or bases) that are not told apart by offence group.
 */
function overlapsOfEffects(
  { outcomes }: StudyPlan,
  values: readonly { readonly benefit: EconomicBenefit; readonly value: UsedValue }[],
): Overlap[] {
  const used = [...new Set(values.map(({ benefit }) => benefit.outcome))];
  const several = used.flatMap((outcome) => {
    const items = new Set(
      values
        .filter(({ benefit, value }) => benefit.outcome === outcome && value.parameter.domain === "crime")
        .map(({ value }) => value.parameter.item),
    );
    if (items.size < 2) return [];
    return [
      {
        why: `each event of ${outcome} would be valued as ${[...items].join(" and as ")} at once`,
        unlocks: "an outcome for each offence group, or the values of one",
      },
    ];
  });
  const counted = used
    .map((id) => outcomes?.find((outcome) => outcome.id === id))
    .filter((outcome): outcome is Outcome => outcome?.kind === "count");
  const nested = counted.flatMap((first, at) =>
    counted.slice(at + 1).flatMap((second) =>
      first.offenceGroup !== undefined &&
      second.offenceGroup !== undefined &&
      first.offenceGroup !== second.offenceGroup
        ? []
        : [
            {
              why: `${first.id} and ${second.id} may count the same events, and each would be valued`,
              unlocks: "one of the two outcomes, or offenceGroup of each, where they count different offences",
            },
          ],
    ),
  );
  return [...several, ...nested];
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
