import type { Comparison, EconomicsPlan, JointCovariance, Refusal } from "@likewise/schema";
import type { EconomicModel } from "../model/economic-model.ts";
import { bestValues } from "../model/points-of.ts";
import { correctionFor, evidenceCorrection } from "../parameters/evidence-correction.ts";
import { attributionsOf } from "../parameters/parameter-sets.ts";
import { appraise } from "../results/appraise.ts";
import { effectName } from "../results/inputs.ts";
import type { Limits } from "../results/mandatory-runs.ts";
import { valueForMoney } from "../results/value-for-money.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";
import { armKey, type BenefitsOfStudy, benefitsOfStudy } from "./benefits-of-study.ts";
import { type CostsOfStudy, costsOfStudy } from "./costs-of-study.ts";
import { type EffectRow, effectsOfStudy, gainOf, outcomesUsed } from "./effects-of-study.ts";
import { fundingOfStudy } from "./funding-of-study.ts";
import { jointOf } from "./joint-of.ts";
import { personCostNotes, personCostRefusals, personCostsOfStudy } from "./person-costs-of-study.ts";
import type { StudyEconomics, StudyEconomicsInput } from "./study-economics.ts";
import { valuesOfStudy } from "./values-of-study.ts";
import { vintagesOfStudy } from "./vintages-of-study.ts";
import { whatItWouldTake } from "./what-it-would-take.ts";
import { periodOf, yearsWithoutIndex } from "./years-of-study.ts";

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
  const { first, years } = periodOf(input.spent, economics);
  const unpriced = yearsWithoutIndex(input.spent, economics);
  if (unpriced.length > 0) return refusedWhole(input, economics, unpriced);
  const costs = costsOfStudy(economics, input.spent, { first, years }, input.rejected);
  const benefits = comparison === null ? null : benefitsOfStudy(plan, economics, comparison, joint);
  const refusals = [
    ...costs.refusals,
    ...(benefits === null ? [nobodyCompared] : benefits.refusals),
    ...successRefusals(economics, joint, comparison),
    ...personCostRefusals(economics, joint, comparison),
    ...biasRefusals(economics),
  ];
  const level = comparison === null ? null : levelOf(comparison, economics);
  const scenario = level === null || level < 3;
  const stands = refusals.length === 0 && benefits !== null;
  const model = stands ? modelOf(input, economics, { first, years, costs, benefits }) : null;
  const effects = comparison === null ? [] : effectsOfStudy(plan, economics, comparison, joint, null);
  const valued = model !== null && (model.benefits.length > 0 || model.success !== null);
  const unknownBias = valued && scenario && economics.bias === undefined;
  const appraisal =
    model === null
      ? null
      : appraise(model, {
          seed: input.seed,
          ...(economics.draws === undefined ? {} : { draws: economics.draws }),
          worths: economics.worths ?? usualWorths,
          worseLimit: worseLimit(model, effects),
          ...withoutInformation(model, unknownBias),
        });
  const recalled = (benefits?.ledger ?? []).some(({ status }) => status === "RECALLED");
  return {
    kind: "likewise/economics",
    version: 1,
    comparison: comparison?.id ?? null,
    level,
    scenario,
    appraisal,
    label:
      appraisal?.benefitCostRatio.estimate == null || economics.labels !== true || scenario
        ? null
        : valueForMoney(appraisal.benefitCostRatio.estimate),
    effects: comparison === null ? [] : effectsOfStudy(plan, economics, comparison, joint, appraisal),
    vintages: model === null ? null : vintagesOfStudy(economics, model, benefits?.ledger ?? []),
    wouldTake:
      model === null && comparison !== null && benefits !== null && costs.refusals.length === 0
        ? wouldTakeOf(input, economics, { first, years, costs, benefits })
        : null,
    perPerson: model === null ? null : personCostsOfStudy(input, economics, model, economics.worths ?? usualWorths),
    names: { ...costs.names, ...benefits?.names, ...effectNames(model, input), ...otherNames },
    ledger: benefits?.ledger ?? [],
    spend: costs.spend,
    ...besidesMoney(input, economics),
    notMonetised: economics.notMonetised ?? withoutPrice,
    notes: [
      ...new Set([
        ...costs.notes,
        ...(benefits?.notes ?? []),
        ...standingNotes(input, economics),
        ...correctionNotes(economics),
        ...(model === null ? [] : personCostNotes(economics)),
      ]),
    ],
    attributions: attributionsOf(benefits?.used ?? []),
    refusals: [
      ...refusals,
      ...(valued && scenario ? [savingBelowLevelThree] : []),
      ...(unknownBias ? [worthOfEvidence] : []),
      ...(recalled ? [recalledInHeadline] : []),
    ],
  };
}

/** What one success may be held to be worth where a plan does not say; pounds. */
const usualWorths: readonly number[] = [0, 1000, 2500, 5000, 10_000, 20_000, 30_000, 50_000, 100_000];

/** Why nothing is said of what a better evaluation is worth, where nothing can be. */
function withoutInformation({ benefits }: EconomicModel, unknownBias: boolean): { withoutInformation?: string } {
  if (unknownBias) return { withoutInformation: worthOfEvidence.why };
  return benefits.length > 0
    ? {}
    : { withoutInformation: "no gain has a price, so that no result turns on what is known" };
}

const savingBelowLevelThree: Refusal = {
  id: "saving-below-level-3",
  what: "a saving",
  why: "evidence below level 3 does not show that the programme caused the difference: the money is a scenario",
  unlocks: "a design that reaches level 3",
};

const worthOfEvidence: Refusal = {
  id: "worth-of-evidence",
  what: "what a better evaluation is worth",
  why: "below level 3 the bias of the effect is what is most uncertain, and the draws hold none of it",
  unlocks: "a distribution of the bias under economics.bias, or a design that reaches level 3",
};

const recalledInHeadline: Refusal = {
  id: "recalled-in-headline",
  what: "a headline on costs and benefits",
  why: "a value it rests on was written from memory and not seen in its source",
  unlocks: "the value as its source has it",
};

/** A cost for each success needs the success of both arms with an interval. */
function successRefusals(
  { success }: EconomicsPlan,
  joint: readonly JointCovariance[],
  comparison: Comparison | null,
): Refusal[] {
  if (success === undefined || comparison === null) return [];
  if (joint.some(({ keys }) => keys.some(({ outcome }) => outcome === success.outcome))) return [];
  return [
    {
      id: "effect-without-interval",
      what: "cost for each additional success",
      why: `${success.outcome} has no effect with an interval in ${comparison.id}`,
      unlocks: `${success.outcome} among the outcomes of the comparison, with an estimate that has a standard error`,
    },
  ];
}

/** Units added to a gain are of one outcome. */
function biasRefusals(economics: EconomicsPlan): Refusal[] {
  if (economics.bias?.scale !== "plus" || outcomesUsed(economics).length < 2) return [];
  return [
    {
      id: "bias-of-several-outcomes",
      what: "costs and benefits",
      why: "a bias of so many units a person is of one outcome, and values rest on several",
      unlocks: "a bias as a share of the effect (scale: times), or one outcome",
    },
  ];
}

const otherNames: Readonly<Record<string, string>> = {
  bias: "Part of the difference that the programme caused",
};

/** What the result takes for granted. */
function standingNotes({ comparison }: StudyEconomicsInput, { bias, benefits }: EconomicsPlan): string[] {
  const unmatched = (comparison?.matching?.treatedUnmatched ?? 0) !== 0;
  return [
    ...(unmatched && benefits !== undefined
      ? ["no gain is counted for people of the programme who were not matched; what was spent on them is"]
      : []),
    ...(bias === undefined
      ? []
      : [
          `the effect found is taken ${bias.scale === "times" ? "times" : "plus"} ${bias.mean} (standard error ${bias.standardError}) for what a design like this one may get wrong: ${bias.source}`,
        ]),
  ];
}

const nobodyCompared: Refusal = {
  id: "nobody-compared",
  what: "benefits",
  why: "nobody was compared with anybody, so there is no effect to value",
  unlocks: "a comparison group",
};

/** Told whatever can be said of money. */
function besidesMoney(
  { plan }: StudyEconomicsInput,
  economics: EconomicsPlan,
): Pick<StudyEconomics, "funding" | "confidence"> {
  return { funding: fundingOfStudy(economics, plan.data?.asAt), confidence: economics.confidence ?? null };
}

function refusedWhole(
  input: StudyEconomicsInput,
  economics: EconomicsPlan,
  refusals: readonly Refusal[],
): StudyEconomics {
  const total = (kind: "cash" | "in-kind" | "any") =>
    input.spent.filter((item) => kind === "any" || item.kind === kind).reduce((sum, { pounds }) => sum + pounds, 0);
  return {
    kind: "likewise/economics",
    version: 1,
    comparison: null,
    level: null,
    scenario: true,
    appraisal: null,
    label: null,
    effects: [],
    vintages: null,
    wouldTake: null,
    perPerson: null,
    names: {},
    ledger: [],
    spend: {
      total: total("any"),
      cash: total("cash"),
      inKind: total("in-kind"),
      support: null,
      planned: economics.costs.planned ?? null,
    },
    ...besidesMoney(input, economics),
    notMonetised: economics.notMonetised ?? withoutPrice,
    notes: [],
    attributions: [],
    refusals,
  };
}

/** The lowest level of the estimates the values rest on: a chain is as strong as its weakest link. */
function levelOf(comparison: Comparison, economics: EconomicsPlan): number | null {
  const cost = economics.costPerPerson;
  const outcomes = new Set([...outcomesUsed(economics), ...(cost === undefined ? [] : [cost.outcome])]);
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
  readonly first: string;
  readonly years: number;
  readonly costs: CostsOfStudy;
  readonly benefits: BenefitsOfStudy;
}

function modelOf(
  { plan, comparison, joint, counts, entered }: StudyEconomicsInput,
  economics: EconomicsPlan,
  parts: Parts,
): EconomicModel {
  const { first, years, costs, benefits } = parts;
  const { correction, success, bias } = economics;
  const corrected: Record<string, UncertainNumber> =
    correction === undefined
      ? {}
      : {
          "correction:benefits": { kind: "fixed", value: correctionFor([correction.benefits]) },
          "correction:costs": { kind: "fixed", value: correctionFor([correction.costs]) },
        };
  const biased: Record<string, UncertainNumber> =
    bias === undefined ? {} : { bias: { kind: "normal", mean: bias.mean, standardError: bias.standardError } };
  return {
    priceYear: economics.priceYear,
    years,
    schedule: economics.discount ?? "green-book-2026",
    harmSchedule: null,
    reached: (comparison!.matching?.treatedMatched ?? comparison!.arms.treated) as number,
    intake: intakeOf(entered, first, years),
    counts,
    numbers: { ...costs.numbers, ...benefits.numbers, ...corrected, ...biased },
    joint: jointOf(joint, outcomesUsed(economics)),
    costs: costs.lines,
    benefits: benefits.lines,
    correction: correction === undefined ? null : { benefits: "correction:benefits", costs: "correction:costs" },
    bias: bias === undefined ? null : { scale: bias.scale, number: "bias" },
    success:
      success === undefined
        ? null
        : {
            label: success.label,
            treated: armKey(success.outcome, "treated"),
            comparison: armKey(success.outcome, "comparison"),
            gain: gainOf(plan, success.outcome),
          },
  };
}

/** Nothing of an effect enters: only what is refused of values, or nobody in the programme group, stands in its way. */
function wouldTakeOf(input: StudyEconomicsInput, economics: EconomicsPlan, parts: Parts) {
  const comparison = input.comparison!;
  if (!(Number(comparison.arms.treated) > 0) || valuesOfStudy(input.plan, economics).refusals.length > 0) return null;
  const without = { ...input, comparison: { ...comparison, matching: null }, joint: [] };
  const model = modelOf(without, economics, parts);
  return whatItWouldTake(input.plan, economics, { ...model, bias: null, success: null }, input.seed);
}

/** Shares of people by year appraised; who entered before the first counts in it, who entered after the last in the last. */
function intakeOf(entered: StudyEconomicsInput["entered"], first: string, years: number): number[] {
  const total = entered?.reduce((sum, { people }) => sum + people, 0) ?? 0;
  if (entered === undefined || total === 0) return [1];
  const shares = new Array<number>(years).fill(0);
  for (const { year, people } of entered) {
    const at = Number(year.slice(0, 4)) - Number(first.slice(0, 4));
    shares[Math.min(years - 1, Math.max(0, at))]! += people / total;
  }
  return shares;
}

/** The treated arm's values where every gain is at its lower limit; null where one has none. */
function worseLimit(model: EconomicModel, effects: readonly EffectRow[]): Limits {
  const best = bestValues(model);
  const moved = model.benefits.map(({ effect: { treated, comparison, gain } }) => {
    const lower = effects.find(({ outcome }) => armKey(outcome, "treated") === treated)?.interval[0] ?? null;
    return lower === null ? null : ([treated, best[comparison]! + (gain === "more" ? lower : -lower)] as const);
  });
  return moved.includes(null) || moved.length === 0 ? null : Object.fromEntries(moved.map((one) => one!));
}

function effectNames(model: EconomicModel | null, { plan, comparison }: StudyEconomicsInput): Record<string, string> {
  const keys = model?.joint.flatMap((one) => one.keys) ?? [];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [, outcome, arm] = key.split(":") as [string, string, "treated" | "comparison"];
      const label = plan.outcomes?.find(({ id }) => id === outcome)?.label ?? outcome;
      const ofArm = [key, `${label}, ${comparison!.arms.labels[arm]}`] as const;
      return arm === "treated" ? [ofArm, [effectName(key), `Difference in ${label}`] as const] : [ofArm];
    }),
  );
}

function correctionNotes({ correction }: EconomicsPlan): string[] {
  if (correction === undefined) return [];
  return [
    `benefits less ${100 * correctionFor([correction.benefits])} % and costs plus ${100 * correctionFor([correction.costs])} % for the quality of evidence; the table of these corrections is not verified (${evidenceCorrection.source})`,
  ];
}
