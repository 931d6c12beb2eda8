import type { Contract, ContractTarget } from "@likewise/schema";
import { contractIndicator, parseIsoDate } from "@likewise/schema";
import { daysIn, overlap, type Period, periodsOf, type Span, type YearKind } from "./periods.ts";

/** What a target asks of some days; null where it has no such limit, both null where it asks nothing. */
export interface AskedOf {
  readonly least: number | null;
  readonly most: number | null;
  readonly proRata: boolean;
}

/** The days on which a target holds. */
export function heldOver({ from, to }: ContractTarget, contract: Contract): Span {
  return { from: parseIsoDate(from ?? contract.from)!, to: parseIsoDate(to ?? contract.to)! };
}

/** How years of a contract run: from April where it does not say. */
export function yearOf({ year }: Contract): YearKind {
  return year ?? "financial";
}

/**
 * What a target asks of a period. People and pounds add up: a period is asked for its days' part of each quarter, year
 * or contract that the target is for, so that a contract that begins in the middle of a quarter asks for part of it.
 * Shares and days are asked of every period alike. A list by quarter is taken as it stands, never in part, and asks
 * nothing of a longer period where one of its quarters is missing or, for shares and days, where they differ.
 *
 * @param period a quarter, a half-year, a year, or several of them together
 */
export function askedOf(target: ContractTarget, contract: Contract, period: Span): AskedOf {
  const { unit, direction } = contractIndicator(target.indicator);
  const held = heldOver(target, contract);
  const days = overlap(period, held);
  if (days === null) return { least: null, most: null, proRata: false };
  const addsUp = unit === "people" || unit === "pounds";
  const amountOf = (amount: number): { readonly value: number; readonly proRata: boolean } =>
    addsUp ? part(amount, target.per ?? "quarter", days, held, yearOf(contract)) : { value: amount, proRata: false };
  const listed = target.quarters === undefined ? null : quarterly(target.quarters, addsUp, days, held, contract);
  const amount = target.quarters === undefined ? amountOf(target.target!) : { value: listed, proRata: false };
  const side = target.direction ?? direction;
  const upper = side === "between" ? amountOf(target.upTo!).value : amount.value;
  return {
    least: side === "at-most" ? null : amount.value,
    most: side === "at-least" ? null : upper,
    proRata: amount.proRata,
  };
}

/** The days' part of each whole that the amount is for. */
function part(amount: number, per: NonNullable<ContractTarget["per"]>, days: Span, held: Span, year: YearKind) {
  const wholes: readonly Span[] = per === "contract" ? [held] : periodsOf(days, per === "quarter" ? 3 : 12, year);
  const shares = wholes.map((whole) => daysIn(overlap(whole, days)!) / daysIn(whole));
  return {
    value: amount * shares.reduce((sum, share) => sum + share, 0),
    proRata: shares.some((share) => share < 1),
  };
}

function quarterly(
  quarters: readonly (number | null)[],
  addsUp: boolean,
  days: Span,
  held: Span,
  contract: Contract,
): number | null {
  const all: readonly Period[] = periodsOf(held, 3, yearOf(contract));
  const own = all.flatMap((quarter, index) => (overlap(quarter, days) === null ? [] : [quarters[index] ?? null]));
  if (own.includes(null)) return null;
  const known = own as number[];
  if (addsUp) return known.reduce((sum, one) => sum + one, 0);
  return known.every((one) => one === known[0]) ? known[0]! : null;
}
