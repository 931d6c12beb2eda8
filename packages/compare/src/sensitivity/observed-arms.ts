import { sumOf } from "@likewise/stats";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";

/** An outcome of people in two arms, some of whom it is not known of; one entry per person. */
export interface ObservedArms {
  /** Means nothing where not observed. */
  readonly value: ArrayLike<number>;
  /** 1 where the outcome is known. */
  readonly observed: ArrayLike<number>;
  /** 1 = treated, 0 = comparison. */
  readonly treated: ArrayLike<number>;
  /** Balancing weights >= 0; left out when everybody counts once. */
  readonly weights?: ArrayLike<number>;
}

/** One arm: its people with weight, those observed among them, and the number of people its weights amount to. */
export interface ObservedArm {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Weight of those observed over everybody's. */
  readonly observedShare: number;
  readonly effectivePeople: number;
}

/** @throws RangeError when vectors differ in length or an arm has nobody observed */
export function observedArm(caller: string, people: ObservedArms, arm: 0 | 1): ObservedArm {
  const { value, observed, treated, weights } = people;
  for (const [name, vector] of Object.entries(people)) {
    if (vector !== undefined && vector.length !== value.length) {
      throw new RangeError(`${caller}: ${name} must have one entry per person (${value.length}), got ${vector.length}`);
    }
  }
  const weightOf = (row: number) => weights?.[row] ?? 1;
  const rows = Array.from(treated, (_, row) => row).filter((row) => treated[row] === arm && weightOf(row) > 0);
  const known = rows.filter((row) => observed[row] === 1);
  if (known.length === 0) {
    throw new RangeError(
      `${caller}: each arm must have somebody observed, got none ${arm === 1 ? "treated" : "compared"}`,
    );
  }
  const total = (some: readonly number[]) => sumOf(some.length, (place) => weightOf(some[place]!));
  return {
    values: Float64Array.from(known, (row) => value[row]!),
    weights: Float64Array.from(known, weightOf),
    observedShare: known.length === rows.length ? 1 : total(known) / total(rows),
    effectivePeople: effectiveSampleSize(rows.map(weightOf)),
  };
}

export function meanOf(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const total = sumOf(weights.length, (place) => weights[place]!);
  return sumOf(values.length, (place) => weights[place]! * values[place]!) / total;
}

/** Weighted mean square distance from a mean. */
export function spreadOf(values: ArrayLike<number>, weights: ArrayLike<number>, mean: number): number {
  const total = sumOf(weights.length, (place) => weights[place]!);
  return sumOf(values.length, (place) => weights[place]! * (values[place]! - mean) ** 2) / total;
}
