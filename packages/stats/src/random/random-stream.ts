import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "../distributions/normal.ts";
import { drawGamma } from "./draw-gamma.ts";
import { drawPoisson } from "./draw-poisson.ts";
import { type StreamKey, streamKey } from "./stream-key.ts";

/**
 * A seeded stream of random numbers. Drawing moves it on; nothing else does.
 */
export interface RandomStream {
  /** A number in (0, 1), never 0 or 1: a multiple of 2⁻⁵³. */
  uniform(): number;
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  /** A standard normal number. One uniform each, and monotone in it. */
  normal(): number;
  /** A gamma number with the given shape (> 0) and scale (> 0; default 1); the mean is shape · scale. */
  gamma(shape: number, scale?: number): number;
  /** A Poisson count with the given mean (>= 0), by an exact method at every mean. */
  poisson(mean: number): number;
  /** An exponential waiting time with the given mean (> 0; default 1). */
  exponential(mean?: number): number;
  /** `true` with the given probability (0 to 1). */
  bernoulli(probability: number): boolean;
  /** One of the items; with weights (>= 0, not all 0), in proportion to them. */
  choice<Item>(items: ArrayLike<Item>, weights?: ArrayLike<number>): Item;
  /** A shuffled copy, every order equally likely (Fisher–Yates). */
  shuffle<Item>(items: ArrayLike<Item>): Item[];
  /**
   * An independent stream named by a label. It depends on the seed and the labels on the way to it, not on
   * what was drawn or split before: replicate 17 is the same in one thread or eight, first or last.
   */
  split(label: number | string): RandomStream;
}

/**
 * A stream of random numbers determined by a seed.
 *
 * The generator is xoroshiro128+ (period 2¹²⁸ − 1). The seed is spread over all 128 bits of its state, and
 * a sub-stream starts where the hash of its label says: with a million sub-streams of 2⁴⁰ draws the chance
 * that any two overlap is about 2⁻⁴⁸.
 *
 * @param seed a finite number or any text; 7 and "7" are the same seed
 * @throws RangeError when the seed is a number that is not finite; methods throw when a parameter is out of range
 * @source Blackman and Vigna (2021), doi:10.1145/3460772
 * @example
 * const stream = randomStream(2024);
 * stream.split("bootstrap").uniform() === randomStream("2024").split("bootstrap").uniform(); // true
 */
export function randomStream(seed: number | string): RandomStream {
  checkLabel("randomStream: seed", seed);
  return streamFromKey(streamKey(undefined, String(seed)));
}

function streamFromKey(key: StreamKey): RandomStream {
  const generator = xoroshiro128plusFromState(key);

  const uniform = (): number => {
    // The low bits of this generator are its weakest, so both halves are taken from the top of a word.
    let bits = 0;
    while (bits === 0) bits = (generator.next() >>> 5) * 67108864 + (generator.next() >>> 6);
    return bits / 9007199254740992;
  };

  // uniformInt keeps a remainder, that is the low bits; the words it sees have the high bits folded in.
  const folded = {
    next: () => {
      const word = generator.next();
      return Math.imul(word ^ (word >>> 16), 0x45d9f3b) | 0;
    },
    clone: () => folded,
    getState: () => generator.getState(),
  };

  const integer = (from: number, to: number): number => {
    if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to)) {
      throw new RangeError(`integer: from and to must be whole numbers, from <= to, got ${from} and ${to}`);
    }
    return uniformInt(folded, from, to);
  };

  const normal = (): number => normalQuantile(uniform());

  return {
    uniform,
    integer,
    normal,
    gamma: (shape, scale = 1) => drawGamma({ uniform, normal }, shape, scale),
    poisson: (mean) => drawPoisson({ uniform }, mean),
    exponential: (mean = 1) => {
      if (!(mean > 0 && mean < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`exponential: mean must be > 0 and finite, got ${mean}`);
      }
      return -mean * Math.log(uniform());
    },
    bernoulli: (probability) => {
      if (!(probability >= 0 && probability <= 1)) {
        throw new RangeError(`bernoulli: probability must be from 0 to 1, got ${probability}`);
      }
      return uniform() < probability;
    },
    choice: <Item>(items: ArrayLike<Item>, weights?: ArrayLike<number>): Item => {
      if (items.length === 0) throw new RangeError("choice: items must not be empty");
      return items[weights === undefined ? integer(0, items.length - 1) : weightedIndex(items, weights, uniform())]!;
    },
    shuffle: <Item>(items: ArrayLike<Item>): Item[] => {
      const copy = Array.from(items);
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(0, last);
        const kept = copy[last]!;
        copy[last] = copy[other]!;
        copy[other] = kept;
      }
      return copy;
    },
    split: (label) => {
      checkLabel("split: label", label);
      return streamFromKey(streamKey(key, String(label)));
    },
  };
}

function weightedIndex(items: ArrayLike<unknown>, weights: ArrayLike<number>, uniform: number): number {
  if (weights.length !== items.length) {
    throw new RangeError(`choice: weights must be as many as items (${items.length}), got ${weights.length}`);
  }
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`choice: weights must be >= 0 and finite, got ${weight} at index ${i}`);
    }
    total += weight;
  }
  if (!(total > 0)) throw new RangeError("choice: weights must not all be 0");
  let remaining = uniform * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    remaining -= weights[i]!;
    if (remaining < 0) break;
  }
  return last;
}

function checkLabel(what: string, label: number | string): void {
  if (typeof label === "string" || Number.isFinite(label)) return;
  throw new RangeError(`${what} must be a finite number or text, got ${label}`);
}
