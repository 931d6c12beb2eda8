import type { Rates, RatesFound, Refusal } from "@likewise/schema";

type Declared = Rates["declared"][number];

/**
 * Published rates, and the pairs of them the plan sets beside one another.
 *
 * Rates over unlike periods are refused, and so are rates that rest on unlike records: a share of people within a year
 * is less than that of their lifetime by itself, and what people say when asked is more than what comes to the police.
 * Unlike people are named and left to the reader: a rate elsewhere is context and no comparison group.
 *
 * @returns rates as shares from 0 to 1, pairs with their difference and ratio, and what was refused
 * @example
 * compareRates({ declared: [{ id: "year", label: "A year", percent: 2.5, period: 12, population: "UK women", basis: "survey", source: "S" }, { id: "life", label: "A lifetime", percent: 33, period: "lifetime", population: "women", basis: "survey", source: "S" }], compare: [{ rate: "year", with: "life" }] }).refusals[0].id; // "unlike-periods:year:life"
 */
export function compareRates({ declared, compare = [] }: Rates): {
  readonly rates: RatesFound;
  readonly refusals: readonly Refusal[];
} {
  const rateOf = (id: string) => declared.find((rate) => rate.id === id)!;
  const pairs = compare.map(({ rate, with: other }) => pairOf(rateOf(rate), rateOf(other)));
  return {
    rates: {
      declared: declared.map(({ id, label, percent, period, population, basis, source, conservative }) => ({
        id,
        label,
        share: percent / 100,
        months: period === "lifetime" ? null : period,
        population,
        basis,
        source,
        conservative: conservative ?? null,
      })),
      compared: pairs.map(({ pair }) => pair),
    },
    refusals: pairs.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
  };
}

function pairOf(
  a: Declared,
  b: Declared,
): { readonly pair: RatesFound["compared"][number]; readonly refusal: Refusal | null } {
  const refusal = refusalOf(a, b);
  const names = { rate: a.id, with: b.id };
  const unlike = a.population.trim().toLowerCase() === b.population.trim().toLowerCase() ? [] : ["population"];
  if (refusal !== null)
    return { pair: { ...names, difference: null, ratio: null, refusal: refusal.id, unlike }, refusal };
  return {
    pair: {
      ...names,
      difference: (a.percent - b.percent) / 100,
      ratio: b.percent === 0 ? null : a.percent / b.percent,
      refusal: null,
      unlike,
    },
    refusal: null,
  };
}

function refusalOf(a: Declared, b: Declared): Refusal | null {
  const what = `“${a.label}” (${a.percent} %) beside “${b.label}” (${b.percent} %)`;
  if (a.period !== b.period)
    return {
      id: `unlike-periods:${a.id}:${b.id}`,
      what,
      why: `the first counts ${inWords(a.period)} and the second ${inWords(b.period)}: over a longer time more people are counted, whatever else is so`,
      unlocks: `A rate of the first kind over ${inWords(b.period)}, or of the second over ${inWords(a.period)}`,
    };
  if (a.basis === b.basis) return null;
  return {
    id: `unlike-bases:${a.id}:${b.id}`,
    what,
    why: `the first rests on ${bases[a.basis]} and the second on ${bases[b.basis]}`,
    unlocks: `Two rates that rest on ${bases[a.basis]}, or two on ${bases[b.basis]}`,
  };
}

const bases: Readonly<Record<Declared["basis"], string>> = {
  survey: "what people said when asked",
  "police-record": "what came to the police",
  "service-record": "what came to a service",
  estimate: "a model",
};

function inWords(period: Declared["period"]): string {
  if (period === "lifetime") return "a lifetime";
  return period === 1 ? "1 month" : `${period} months`;
}
