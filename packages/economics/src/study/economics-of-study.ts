import type { Comparison, EconomicsPlan, JointCovariance, Refusal } from "@likewise/schema";
import type { EconomicModel } from "../model/economic-model.ts";
import { correctionFor, evidenceCorrection } from "../parameters/evidence-correction.ts";
import { attributionsOf } from "../parameters/parameter-sets.ts";
import { priceIndices } from "../prices/price-index.ts";
import { appraise } from "../results/appraise.ts";
import type { Limits } from "../results/mandatory-runs.ts";
import type { JointEstimates } from "../uncertainty/draw-joint.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";
import { armKey, type BenefitsOfStudy, benefitsOfStudy } from "./benefits-of-study.ts";
import { type CostsOfStudy, costsOfStudy } from "./costs-of-study.ts";
import type { StudyEconomics, StudyEconomicsInput } from "./study-economics.ts";

/** Years appraised where a plan does not say: an effect on offending that fades. */
const usualYears = 5;

/** What is worth most and has no price, unless a plan lists its own. */
const withoutPrice: readonly string[] = [
  "children’s fear and what it does to their lives",
  "victim-survivors’ freedom and space for action",
  "what changes for the wider family",
];

/**
 * Costs and benefits of a study from aggregates: spend by payer, the effect of a comparison with its joint covariance, and unit values.
 * Whatever cannot stand is refused with what would unlock it; spend is told all the same. At level 1 or 2 the result is a scenario.
 *
 * @throws RangeError when the price year has no index
 */
export function economicsOfStudy(input: StudyEconomicsInput): StudyEconomics | null {
  const { plan, comparison, joint } = input;
  const economics = plan.economics;
  if (economics === undefined) return null;
  const years = economics.years ?? usualYears;
  const first = economics.firstYear ?? firstOf(input, economics);
  const unpriced = yearsWithoutIndex(input, economics);
  if (unpriced.length > 0) return refusedWhole(input, economics, unpriced);
  const costs = costsOfStudy(economics, input.spent, { first, years });
  const benefits = comparison === null ? null : benefitsOfStudy(plan, economics, comparison, joint);
  const refusals = [...costs.refusals, ...(benefits === null ? [nobodyCompared] : benefits.refusals)];
  const level = comparison === null ? null : levelOf(comparison, economics);
  const stands = refusals.length === 0 && costs.lines.length > 0 && benefits !== null;
  const model = stands ? modelOf(input, economics, { years, costs, benefits }) : null;
  const hasBenefits = (benefits?.lines.length ?? 0) > 0;
  return {
    kind: "likewise/economics",
    version: 1,
    comparison: comparison?.id ?? null,
    level,
    scenario: level === null || level < 3,
    appraisal:
      model === null
        ? null
        : appraise(model, {
            seed: input.seed,
            ...(economics.draws === undefined ? {} : { draws: economics.draws }),
            ...(economics.worths === undefined ? {} : { worths: economics.worths }),
            worseLimit: hasBenefits ? worseLimit(model, joint, comparison!) : null,
          }),
    names: { ...costs.names, ...benefits?.names, ...effectNames(model, input) },
    ledger: benefits?.ledger ?? [],
    spend: costs.spend,
    notMonetised: economics.notMonetised ?? withoutPrice,
    notes: [...new Set([...costs.notes, ...(benefits?.notes ?? []), ...correctionNotes(economics)])],
    attributions: attributionsOf(benefits?.used ?? []),
    refusals,
  };
}

const nobodyCompared: Refusal = {
  id: "nobody-compared",
  what: "benefits",
  why: "nobody was compared with anybody, so there is no effect to value",
  unlocks: "a comparison group",
};

/** The earliest year of spend. */
function firstOf({ spent }: StudyEconomicsInput, { priceYear }: EconomicsPlan): string {
  return spent.flatMap(({ year }) => (year === null ? [] : [year])).sort()[0] ?? priceYear;
}

/** Prices cannot be mixed: a year without an index refuses the whole. */
function yearsWithoutIndex({ spent }: StudyEconomicsInput, { priceYear }: EconomicsPlan): Refusal[] {
  const known = priceIndices[0]!.years.map(({ year }) => year);
  const years = [...new Set([priceYear, ...spent.flatMap(({ year }) => (year === null ? [] : [year]))])].sort();
  const unknown = years.filter((year) => !known.includes(year));
  if (unknown.length === 0) return [];
  return [
    {
      id: "price-index-missing",
      what: "costs and benefits",
      why: `prices of ${unknown.join(", ")} cannot be made those of ${priceYear}: the price index holds ${known[0]} to ${known.at(-1)}`,
      unlocks: "spend and a price year the index holds",
    },
  ];
}

function refusedWhole(
  { spent }: StudyEconomicsInput,
  economics: EconomicsPlan,
  refusals: readonly Refusal[],
): StudyEconomics {
  const total = (kind: "cash" | "in-kind" | "any") =>
    spent.filter((item) => kind === "any" || item.kind === kind).reduce((sum, { pounds }) => sum + pounds, 0);
  return {
    kind: "likewise/economics",
    version: 1,
    comparison: null,
    level: null,
    scenario: true,
    appraisal: null,
    names: {},
    ledger: [],
    spend: {
      total: total("any"),
      cash: total("cash"),
      inKind: total("in-kind"),
      support: null,
      planned: economics.costs.planned ?? null,
    },
    notMonetised: economics.notMonetised ?? withoutPrice,
    notes: [],
    attributions: [],
    refusals,
  };
}

/** The lowest level of the estimates the values rest on: a chain is as strong as its weakest link. */
function levelOf(comparison: Comparison, { benefits, success }: EconomicsPlan): number | null {
  const outcomes = new Set([
    ...(benefits ?? []).map(({ outcome }) => outcome),
    ...(success === undefined ? [] : [success.outcome]),
  ]);
  const primary = comparison.estimates
    .filter(({ outcome, primary: first }) => first && outcomes.has(outcome))
    .map(({ id }) => id);
  const levels = primary.map(
    (id) =>
      comparison.evidence.find(({ scale, estimates }) => scale === "wwclg" && estimates.includes(id))?.level ?? null,
  );
  if (levels.length === 0 || levels.includes(null)) return null;
  return Math.min(...(levels as number[]));
}

interface Parts {
  readonly years: number;
  readonly costs: CostsOfStudy;
  readonly benefits: BenefitsOfStudy;
}

function modelOf(
  { comparison, joint, counts }: StudyEconomicsInput,
  economics: EconomicsPlan,
  parts: Parts,
): EconomicModel {
  const { years, costs, benefits } = parts;
  const outcomes = [
    ...new Set([
      ...(economics.benefits ?? []).map(({ outcome }) => outcome),
      ...(economics.success === undefined ? [] : [economics.success.outcome]),
    ]),
  ];
  const { correction, success } = economics;
  const corrected: Record<string, UncertainNumber> =
    correction === undefined
      ? {}
      : {
          "correction:benefits": { kind: "fixed", value: correctionFor([correction.benefits]) },
          "correction:costs": { kind: "fixed", value: correctionFor([correction.costs]) },
        };
  return {
    priceYear: economics.priceYear,
    years,
    schedule: economics.discount ?? "green-book-2026",
    harmSchedule: null,
    reached: comparison!.arms.treated as number,
    counts,
    numbers: { ...costs.numbers, ...benefits.numbers, ...corrected },
    joint: jointOf(joint, outcomes),
    costs: costs.lines,
    benefits: benefits.lines,
    correction: correction === undefined ? null : { benefits: "correction:benefits", costs: "correction:costs" },
    success:
      success === undefined
        ? null
        : {
            label: success.label,
            treated: armKey(success.outcome, "treated"),
            comparison: armKey(success.outcome, "comparison"),
            gain: "fewer",
          },
  };
}

/** The arms' values of these outcomes: on the log scale where all are above 0, so that no draw falls below. */
function jointOf(joint: readonly JointCovariance[], outcomes: readonly string[]): JointEstimates[] {
  const wanted = (one: JointCovariance) =>
    one.keys.map((key, at) => ({ ...key, at })).filter(({ outcome }) => outcomes.includes(outcome));
  const identity = joint.find(({ link }) => link === "identity");
  const log = joint.find(({ link }) => link === "log");
  const all = identity === undefined ? [] : wanted(identity);
  const used = log !== undefined && wanted(log).length === all.length ? log : identity;
  if (used === undefined || all.length === 0) return [];
  const kept = wanted(used);
  const size = used.keys.length;
  return [
    {
      keys: kept.map(({ outcome, arm }) => armKey(outcome, arm)),
      link: used.link,
      estimates: kept.map(({ at }) => used.estimates[at]!),
      covariance: kept.flatMap((a) => kept.map((b) => used.covariance[a.at * size + b.at]!)),
    },
  ];
}

/** The treated arm's values where the effect is at the worse limit of its primary interval, all outcomes alike in their share. */
function worseLimit(model: EconomicModel, joint: readonly JointCovariance[], comparison: Comparison): Limits {
  const identity = joint.find(({ link }) => link === "identity");
  const moved = model.benefits.map(({ effect: { treated, comparison: control, gain } }) => {
    const outcome = treated.split(":").slice(1, -1).join(":");
    const estimate = comparison.estimates.find((one) => one.primary && one.outcome === outcome);
    const at = identity?.keys.findIndex((key) => key.outcome === outcome && key.arm === "comparison") ?? -1;
    const [lower, upper] = estimate?.interval ?? [null, null];
    const limit = gain === "fewer" ? upper : lower;
    if (at < 0 || typeof limit !== "number" || !estimate!.measure.endsWith("Difference")) return null;
    return [
      [treated, identity!.estimates[at]! + limit],
      [control, identity!.estimates[at]!],
    ] as const;
  });
  return moved.includes(null) || moved.length === 0 ? null : Object.fromEntries(moved.flatMap((one) => [...one!]));
}

function effectNames(model: EconomicModel | null, { plan, comparison }: StudyEconomicsInput): Record<string, string> {
  const keys = model?.joint.flatMap((one) => one.keys) ?? [];
  return Object.fromEntries(
    keys.map((key) => {
      const [, outcome, arm] = key.split(":") as [string, string, "treated" | "comparison"];
      const label = plan.outcomes?.find(({ id }) => id === outcome)?.label ?? outcome;
      return [key, `${label}, ${comparison!.arms.labels[arm]}`];
    }),
  );
}

function correctionNotes({ correction }: EconomicsPlan): string[] {
  if (correction === undefined) return [];
  return [
    `benefits less ${100 * correctionFor([correction.benefits])} % and costs plus ${100 * correctionFor([correction.costs])} % for the quality of evidence; the table of these corrections is not verified (${evidenceCorrection.source})`,
  ];
}
