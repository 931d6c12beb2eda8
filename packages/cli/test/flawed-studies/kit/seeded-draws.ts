/** Random numbers of one study: the same seed, the same people. */
export interface Draws {
  /** A number in [0, 1). */
  uniform(): number;
  /** `true` with this probability. */
  chance(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** A standard normal number. */
  normal(): number;
  /** A Poisson count; means here are below 20. */
  poisson(mean: number): number;
  /** A frailty: gamma of this whole-number shape, mean 1. */
  frailty(shape: number): number;
  /** One of the items. */
  one<Item>(items: readonly Item[]): Item;
  /** A shuffled copy. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/**
 * Draws from a seed. The set is written apart from the packages it judges, so its numbers come from a generator of its
 * own (a Weyl sequence with the mixer of splitmix, 32 bits), and the studies stay as they are when theirs change.
 */
export function seededDraws(seed: number): Draws {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(uniform() * (most - least + 1));
  const exponential = (): number => -Math.log(1 - uniform());
  return {
    uniform,
    whole,
    chance: (probability) => uniform() < probability,
    normal: () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean) => {
      let [count, waited] = [0, exponential()];
      while (waited < mean) [count, waited] = [count + 1, waited + exponential()];
      return count;
    },
    frailty: (shape) => Array.from({ length: shape }, exponential).reduce((sum, one) => sum + one, 0) / shape,
    one: (items) => items[whole(0, items.length - 1)]!,
    shuffled: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
  };
}
