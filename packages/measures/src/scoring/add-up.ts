import type { MeasureScore } from "@likewise/schema";
import type { ItemValues } from "./item-values.ts";
import { stateCodes } from "./score-states.ts";

/** One score of every row, in the making. */
export interface RawScore {
  /** means nothing where the state is missing or refused */
  readonly values: Float64Array;
  /** items answered, of those the score is made of */
  readonly answered: Uint16Array;
  /** codes of `scoreStates` */
  readonly state: Uint8Array;
}

/** A score made of items. `optional` items may be blank without counting as missing. */
export function addUp(
  score: MeasureScore,
  items: readonly number[],
  read: ItemValues,
  optional: readonly number[],
): RawScore {
  const rows = read.refused.length;
  const values = new Float64Array(rows);
  const answered = new Uint16Array(rows);
  const blanks = new Uint16Array(rows);
  const add = addition(score);
  for (const item of items) {
    const value = read.values[item - 1]!;
    const known = read.answered[item - 1]!;
    const needed = optional.includes(item) ? 0 : 1;
    for (let row = 0; row < rows; row++) {
      if (known[row] === 1) {
        values[row] = answered[row] === 0 ? add(0, value[row]!, true) : add(values[row]!, value[row]!, false);
        answered[row]!++;
      } else blanks[row]! += needed;
    }
  }
  const state = new Uint8Array(rows);
  const { rule, maxMissing = 0, min = 1, rounding = "none" } = score.missing;
  for (let row = 0; row < rows; row++) {
    const seen = answered[row]!;
    const missing = blanks[row]!;
    const stands =
      seen > 0 && (rule === "none" ? missing === 0 : rule === "prorate" ? missing <= maxMissing : seen >= min);
    if (read.refused[row] === 1) state[row] = stateCodes.refused;
    else if (!stands) state[row] = stateCodes.missing;
    else {
      if (missing > 0) state[row] = stateCodes.prorated;
      if (score.method === "mean") values[row]! /= seen;
      else if (missing > 0 && score.method !== "max") {
        const whole = (values[row]! * (seen + missing)) / seen;
        values[row] = rounding === "half-up" ? Math.floor(whole + 0.5) : whole;
      }
    }
  }
  return { values, answered, state };
}

type Add = (soFar: number, value: number, isFirst: boolean) => number;

function addition({ method, countIf }: MeasureScore): Add {
  if (method === "max") return (soFar, value, isFirst) => (isFirst || value > soFar ? value : soFar);
  if (method === "count") {
    const limit = countIf?.gte ?? 1;
    return (soFar, value) => soFar + (value >= limit ? 1 : 0);
  }
  return (soFar, value) => soFar + value;
}
