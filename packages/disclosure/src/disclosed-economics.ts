import { type EconomicsResult, isWithheld, type Results } from "@likewise/schema";
import type { LogEntry } from "./disclose.ts";
import type { Profile } from "./profiles.ts";

const why = "it rests on an effect that is withheld";

/**
 * Costs and benefits as they may be published: none where the effect they rest on is withheld, as money over a published value is a
 * count; otherwise to as many digits as anyone reads. What was spent is no count and stays; sums of bodies are made again of the rounded
 * rows, so that they add up.
 *
 * @param results with counts and estimates withheld already
 */
export function disclosedEconomics(
  results: Results,
  { significantDigits }: Profile,
): { readonly economics: EconomicsResult | null; readonly log: readonly LogEntry[] } {
  if (results.economics === null) return { economics: null, log: [] };
  const economics = withoutFewPeople(results, withoutPersonCosts(results, results.economics));
  if (economics.effects.some(({ outcome }) => isEffectWithheld(results, economics.comparison, outcome))) {
    const gone = { ...economics, appraisal: null, effects: [], vintages: null, notPublished: why };
    const log: LogEntry[] = [{ key: "economics/appraisal", withheld: "primary", why }];
    return { economics: gone, log: economics.appraisal === null ? [] : log };
  }
  if (significantDigits === null) return { economics, log: [] };
  const rounded = <Value>(value: Value): Value => roundedAll(value, significantDigits);
  const { appraisal, effects, vintages, perPerson, wouldTake } = economics;
  return {
    economics: {
      ...economics,
      appraisal:
        appraisal === null
          ? null
          : {
              ...rounded(appraisal),
              // Set by the plan, not found.
              ...{ years: appraisal.years, draws: appraisal.draws, seed: appraisal.seed, level: appraisal.level },
              agencies: addingUp(rounded(appraisal.agencies)),
            },
      effects: rounded(effects),
      vintages: rounded(vintages),
      ...(wouldTake === undefined ? {} : { wouldTake: rounded(wouldTake) }),
      ...(perPerson === undefined
        ? {}
        : { perPerson: { ...rounded(perPerson), draws: perPerson.draws, level: perPerson.level } }),
    },
    log: [],
  };
}

/**
 * Costs of each person go where either difference is withheld, or the number of people is: spend for each person reached, less what is
 * published of the costs, would give it away.
 */
function withoutPersonCosts(results: Results, economics: EconomicsResult): EconomicsResult {
  const { perPerson, comparison, effects } = economics;
  if (perPerson === undefined) return economics;
  const found = results.comparisons.find(({ id }) => id === comparison);
  const people = [found?.arms.treated, found?.matching?.treatedMatched];
  const outcomes = [perPerson.outcome, ...effects.map(({ outcome }) => outcome)];
  const isGone =
    people.some((count) => isWithheld(count)) ||
    outcomes.some((outcome) => isEffectWithheld(results, comparison, outcome));
  if (!isGone) return economics;
  const { perPerson: _gone, ...rest } = economics;
  return rest;
}

/** What would pay is pounds over people: it goes where their number is withheld. */
function withoutFewPeople({ comparisons }: Results, economics: EconomicsResult): EconomicsResult {
  const { wouldTake, ...rest } = economics;
  if (wouldTake === undefined) return economics;
  return isWithheld(comparisons.find(({ id }) => id === economics.comparison)?.arms.treated) ? rest : economics;
}

function isEffectWithheld({ comparisons }: Results, comparison: string | null, outcome: string): boolean {
  const estimates = comparisons.find(({ id }) => id === comparison)?.estimates ?? [];
  const deciding = estimates.filter((one) => one.primary && one.outcome === outcome && one.subgroup === null);
  return deciding.some(
    ({ estimate: value, interval, treated, comparison: other }) =>
      [value, treated.value, other.value].some((one) => isWithheld(one)) ||
      (interval ?? []).some((one) => isWithheld(one)),
  );
}

/** Every number below, to so many significant digits. */
function roundedAll<Value>(value: Value, digits: number): Value {
  if (typeof value === "number") return Number(value.toPrecision(digits)) as Value;
  if (Array.isArray(value)) return value.map((one) => roundedAll(one, digits)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedAll(one, digits)])) as Value;
}

type Agencies = NonNullable<EconomicsResult["appraisal"]>["agencies"];

/** Totals, nets and fair shares of rounded rows. */
function addingUp({ rows, total }: Agencies): Agencies {
  const sum = (key: "pays" | "paysCash" | "gains" | "cashable") => rows.reduce((so, one) => so + one[key], 0);
  const paid = sum("pays");
  const gained = sum("gains");
  const shares = <Row extends { readonly pays: number; readonly gains: number }>(row: Row) => {
    const fairShare = gained > 0 ? (paid * row.gains) / gained : null;
    return {
      ...row,
      net: row.gains - row.pays,
      ratio: row.pays > 0 ? row.gains / row.pays : null,
      fairShare,
      gap: fairShare === null ? null : fairShare - row.pays,
    };
  };
  return {
    rows: rows.map(shares),
    total: shares({ ...total, pays: paid, paysCash: sum("paysCash"), gains: gained, cashable: sum("cashable") }),
  };
}
