import type { EconomicBenefit, EconomicsPlan, Refusal, StudyPlan } from "@likewise/schema";
import { doubleCounts } from "../parameters/double-counts.ts";
import { hasIndex } from "../prices/reprice.ts";
import { type UsedValue, valueOfPlan } from "./values-of-plan.ts";
import { usualYears } from "./years-of-study.ts";

/** A refusal with the place in the plan it is of. */
export interface PlacedRefusal extends Refusal {
  readonly path: string;
}

/** One value of a benefit. */
export interface ValueOfBenefit {
  readonly benefit: EconomicBenefit;
  readonly value: UsedValue;
}

type Outcome = NonNullable<StudyPlan["outcomes"]>[number];

/** Values as a plan uses them, and all that can be refused of them before anybody is compared. */
export function valuesOfStudy(
  plan: Pick<StudyPlan, "outcomes">,
  economics: EconomicsPlan,
): { readonly values: readonly ValueOfBenefit[]; readonly refusals: readonly PlacedRefusal[] } {
  const refusals: PlacedRefusal[] = [];
  const values: ValueOfBenefit[] = [];
  for (const [index, benefit] of (economics.benefits ?? []).entries()) {
    const place = `economics.benefits[${index}]`;
    const at =
      (path: string): Refuse =>
      (id, why, unlocks) =>
        refusals.push({ path, id, what: "costs and benefits", why, unlocks });
    const outcome = plan.outcomes?.find(({ id }) => id === benefit.outcome);
    checkOutcome(benefit, outcome, at(`${place}.outcome`));
    checkLag(benefit, economics, at(`${place}.lagYears`));
    for (const [number, given] of benefit.values.entries()) {
      const value = usableValue(
        given,
        `${benefit.id}.${given.parameter ?? number + 1}`,
        economics,
        at(`${place}.values[${number}]`),
      );
      if (value === null) continue;
      checkUnit(benefit, value, at(`${place}.values[${number}]`));
      values.push({ benefit, value });
    }
    checkMultiplier(
      benefit,
      outcome,
      values.filter((one) => one.benefit === benefit).map(({ value }) => value),
      at(`${place}.multiplier`),
    );
  }
  return { values, refusals: [...refusals, ...countedTwice(plan, values)] };
}

type Refuse = (id: string, why: string, unlocks: string) => void;

function usableValue(
  given: EconomicBenefit["values"][number],
  id: string,
  { priceYear }: EconomicsPlan,
  refuse: Refuse,
): UsedValue | null {
  const value = valueOfPlan(given, id);
  if (typeof value === "string") {
    refuse(
      "value-unusable",
      value,
      "a published value of `likewise parameters`, or one of the study's own with its source",
    );
    return null;
  }
  if (hasIndex(value.parameter.priceBase)) return value;
  refuse(
    "price-index-missing",
    `${value.id}: prices of ${value.parameter.priceBase} cannot be made those of ${priceYear}: the price index has no such year`,
    "a value in prices of a year the index holds",
  );
  return null;
}

function countedTwice(plan: Pick<StudyPlan, "outcomes">, values: readonly ValueOfBenefit[]): PlacedRefusal[] {
  const twice = { path: "economics.benefits", id: "counted-twice", what: "costs and benefits" };
  return [
    ...overlapsOfEffects(plan, values).map((overlap) => ({ ...twice, ...overlap })),
    ...doubleCounts(values.map(({ value }) => ({ ...value.parameter, id: value.id }))).map(
      ({ first, second, parts, why }) => ({
        ...twice,
        why: `${why} (${first}, ${second}: ${parts.join(", ")})`,
        unlocks: "one of the two",
      }),
    ),
  ];
}

function checkLag({ id, lagYears = 0 }: EconomicBenefit, { years = usualYears }: EconomicsPlan, refuse: Refuse): void {
  if (lagYears < years) return;
  refuse(
    "gain-outside-period",
    `${id}: its first gain comes after ${lagYears} ${lagYears === 1 ? "year" : "years"}, and ${years} ${years === 1 ? "is" : "are"} appraised`,
    "more years under economics.years, or a shorter lag",
  );
}

function checkOutcome({ id, outcome: name, per }: EconomicBenefit, outcome: Outcome | undefined, refuse: Refuse): void {
  if (outcome === undefined) {
    refuse("effect-unknown", `${id}: there is no outcome ${name}`, "an outcome of the plan");
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

interface Overlap {
  readonly why: string;
  readonly unlocks: string;
}

/**
 * Events valued twice though no two values overlap: one outcome's crimes valued as crimes of two groups, or the same crimes in two
 * outcomes (of unlike windows or bases) that are not told apart by offence group.
 */
function overlapsOfEffects({ outcomes }: Pick<StudyPlan, "outcomes">, values: readonly ValueOfBenefit[]): Overlap[] {
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
