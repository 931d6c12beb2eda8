import type { Refusal } from "@likewise/schema";
import { sum } from "@likewise/stats";
import { editionLabel, editionOf, type HarmEdition } from "./harm-weights.ts";

/** Harm of a group of people, and what it was weighed with. */
export interface HarmTotal {
  readonly weights: HarmEdition;
  readonly people: number;
  /** In the table's unit. */
  readonly total: number;
}

/**
 * Totals of several groups of people as one, where they were made with the same table.
 *
 * Editions give an offence other weights, schemes another meaning: a sum of two is a number of nothing, so it is refused.
 *
 * @param totals at least one
 * @throws RangeError when there is none
 * @example
 * const weights = { id: "a", scheme: "cchi", edition: "2026", unit: "days", sha256: "00" };
 * addHarmTotals([{ weights, people: 2, total: 10 }, { weights, people: 1, total: 365 }]).total; // 375
 */
export function addHarmTotals(totals: readonly HarmTotal[]): HarmTotal | { readonly refusal: Refusal } {
  const [first] = totals;
  if (first === undefined) throw new RangeError("addHarmTotals: totals must be at least one, got none");
  const other = totals.find(({ weights }) => !sameWeights(weights, first.weights));
  if (other !== undefined) return { refusal: twoEditions(first.weights, other.weights) };
  return {
    weights: editionOf(first.weights),
    people: sum(totals.map(({ people }) => people)),
    total: sum(totals.map(({ total }) => total)),
  };
}

/** Harm a head in two groups. */
export interface HarmComparison {
  readonly weights: HarmEdition;
  readonly first: number;
  readonly second: number;
  /** First over second; null where nobody in the second has any harm. */
  readonly ratio: number | null;
  /** First less second, over the second: -0.27 is 27 % lower. */
  readonly relativeChange: number | null;
  /** Second less first, over the first: how much more the second group has. */
  readonly reverseChange: number | null;
}

/**
 * Harm a head of two groups, both ways round: 27 % lower and 38 % higher are one result.
 *
 * Totals alone carry no interval: harm is so skewed that one offence can be the difference. Show it beside the median,
 * the share with any harm and an interval from resampling people.
 *
 * @throws RangeError when a group has nobody in it
 * @example
 * const weights = { id: "a", scheme: "cchi", edition: "2016", unit: "days", sha256: "00" };
 * harmPerHead({ weights, people: 10, total: 30 }, { weights, people: 5, total: 20 }).ratio; // 0.75
 */
export function harmPerHead(first: HarmTotal, second: HarmTotal): HarmComparison | { readonly refusal: Refusal } {
  if (!sameWeights(first.weights, second.weights)) return { refusal: twoEditions(first.weights, second.weights) };
  for (const { people } of [first, second]) {
    if (!(people > 0)) throw new RangeError(`harmPerHead: people of a group must be at least one, got ${people}`);
  }
  const a = first.total / first.people;
  const b = second.total / second.people;
  return {
    weights: editionOf(first.weights),
    first: a,
    second: b,
    ratio: b === 0 ? null : a / b,
    relativeChange: b === 0 ? null : a / b - 1,
    reverseChange: a === 0 ? null : b / a - 1,
  };
}

/** Whether two totals were made with one table: the same scheme, edition, unit and rows. */
function sameWeights(one: HarmEdition, other: HarmEdition): boolean {
  return (
    one.scheme === other.scheme &&
    one.edition === other.edition &&
    one.unit === other.unit &&
    one.sha256 === other.sha256
  );
}

function twoEditions(one: HarmEdition, other: HarmEdition): Refusal {
  return {
    id: "harm-editions-differ",
    what: "harm totals put together",
    why: `they were weighed differently: ${editionLabel(one)}; ${editionLabel(other)}`,
    unlocks: "both totals worked out again with one weight table",
  };
}
