import type { Asked } from "@likewise/schema";
import type { AskedOf } from "./asked-of.ts";
import type { Measured } from "./indicators/indicator.ts";

export type ContractVerdict = Extract<Asked["verdict"], string>;

/** Parts by days are sums of fractions: a target reached exactly must not fail by a rounding. */
const tolerance = 1e-9;

/**
 * What was delivered against what was asked. A number of people, a share or a median would have come out somewhat
 * differently by chance alone: where its 95 % interval holds both numbers that meet the target and numbers that do not,
 * the verdict says so. Everyone and nobody (a share of 1 asked for at least, or 0 at most) are asked of these people,
 * not of a rate, so there is no chance in them; nor is there in money.
 *
 * @param provisional the period is not over, or somebody in it was not watched long enough: never met, never missed
 */
export function verdictOf(measured: Measured, { least, most }: AskedOf, provisional: boolean): ContractVerdict {
  if (least === null && most === null) return "no-target";
  if (provisional) return "provisional";
  const shown = measured.value ?? (measured.denominator === null ? measured.numerator : null);
  if (shown === null) return "cannot-say";
  const meets = (value: number) => !below(value, least) && !above(value, most);
  const [low, high] = measured.range ?? [shown, shown];
  if (measured.range !== null && (meets(low) !== meets(high) || crosses(low, high, least, most))) return "cannot-say";
  const met = meets(low);
  const exact = !measured.chance || (measured.unit === "share" && (least === 1 || most === 0));
  if (exact) return met ? "met" : "missed";
  return `${met ? "met" : "missed"}${withinChance(measured.interval, met, least, most) ? "-within-chance" : ""}`;
}

/** Too low at one end and too high at the other: in between it may have met a target with two ends. */
function crosses(low: number, high: number, least: number | null, most: number | null): boolean {
  return below(low, least) && above(high, most);
}

/** Whether the interval holds numbers on the other side of the target; without an interval nobody can say that it does not. */
function withinChance(
  interval: Measured["interval"],
  met: boolean,
  least: number | null,
  most: number | null,
): boolean {
  if (interval === null) return true;
  const [low, high] = [interval[0], interval[1] ?? Number.POSITIVE_INFINITY];
  return met ? below(low, least) || above(high, most) : !below(high, least) && !above(low, most);
}

function below(value: number, least: number | null): boolean {
  return least !== null && value < least - tolerance * Math.max(1, least);
}

function above(value: number, most: number | null): boolean {
  return most !== null && value > most + tolerance * Math.max(1, most);
}
