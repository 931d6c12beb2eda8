import type { RandomStream } from "@likewise/stats";
import { type Distribution, distributions } from "./distributions.ts";
import type { Uncertain, UncertainKind, UncertainNumber } from "./uncertain-number.ts";

/**
 * Draws of each uncertain number, each from a sub-stream named after it: the same whatever else is drawn, in whatever order. One
 * draw of a unit cost serves every arm and every outcome.
 *
 * @param numbers by name
 * @param stream  seeded
 * @param draws   how many of each
 * @throws RangeError naming the number and what must hold
 * @example
 * const stream = { split: () => ({ uniform: () => 0.5 }) };
 * Array.from(drawNumbers({ share: { kind: "uniform", low: 2, high: 4 } }, stream, 2).share); // [3, 3]
 */
export function drawNumbers<Name extends string>(
  numbers: Readonly<Record<Name, UncertainNumber>>,
  stream: RandomStream,
  draws: number,
): Record<Name, Float64Array> {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`drawNumbers: draws must be a whole number of 1 or more, got ${draws}`);
  }
  const drawn = {} as Record<Name, Float64Array>;
  for (const [name, number] of Object.entries(numbers) as [Name, UncertainNumber][]) {
    requireUncertain(name, number);
    const next = distributionOf(number).drawn(number, stream.split(name));
    const values = new Float64Array(draws);
    for (let i = 0; i < draws; i++) values[i] = next();
    drawn[name] = values;
  }
  return drawn;
}

/**
 * The mean of an uncertain number, as its distribution has it: of a ratio given by its point and interval it lies above the point.
 *
 * @throws RangeError when its parts cannot be
 * @example
 * meanOf({ kind: "pert", low: 0, mode: 1, high: 8 }); // 2
 */
export function meanOf(number: UncertainNumber): number {
  requireUncertain(number.kind, number);
  return distributionOf(number).mean(number);
}

/**
 * The parameters of the textbook form of its distribution.
 *
 * @example
 * parametersOf({ kind: "gamma", mean: 5000, standardError: 1000 }); // { shape: 25, scale: 200 }
 */
export function parametersOf(number: UncertainNumber): Readonly<Record<string, number>> {
  requireUncertain(number.kind, number);
  return distributionOf(number).parameters(number);
}

/** What is wrong with an uncertain number, or null. */
export function wrongWith(number: UncertainNumber): string | null {
  return distributionOf(number).wrong(number);
}

function requireUncertain(name: string, number: UncertainNumber): void {
  const wrong = wrongWith(number);
  if (wrong !== null) throw new RangeError(`${name} (${number.kind}): ${wrong}`);
}

/** The registry's types tie each kind to its own numbers; looked up by a kind known only at run time they cannot. */
function distributionOf<Kind extends UncertainKind>(number: Uncertain<Kind>): Distribution<Kind>;
function distributionOf(number: UncertainNumber): Distribution<UncertainKind> {
  return distributions[number.kind] as unknown as Distribution<UncertainKind>;
}
