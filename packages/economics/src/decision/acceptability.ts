import { requireDraws } from "./require-draws.ts";

/** Draws of what an option costs and brings, one entry a draw. */
export interface OptionDraws {
  readonly id: string;
  /** pounds a person */
  readonly cost: ArrayLike<number>;
  /** units of effect a person */
  readonly effect: ArrayLike<number>;
}

export interface AcceptabilityAt {
  /** pounds a unit of effect is held to be worth */
  readonly worth: number;
  /** share of draws in which each option has the largest net benefit, in the order of the options; ties are shared */
  readonly mostLikely: readonly number[];
  /** the option with the largest mean net benefit, */
  readonly best: string;
  /** and the share of draws in which it is the largest: the frontier */
  readonly frontier: number;
}

/**
 * How sure one can be that an option is worth its cost, for each worth of a unit of effect: the acceptability curve and its
 * frontier, which follows the option best on average and not the one best most often.
 *
 * @param options two or more, draws of equal length; the same draw of a parameter in each
 * @param worths  pounds a unit of effect, each >= 0
 * @throws RangeError when there are fewer than two options, or draws differ in number
 * @source Fenwick, Claxton and Sculpher (2001), doi:10.1002/hec.635
 * @example
 * const a = { id: "a", cost: [0, 0], effect: [1, 3] };
 * const b = { id: "b", cost: [0, 0], effect: [2, 2] };
 * acceptability([a, b], [1])[0].mostLikely; // [0.5, 0.5]
 */
export function acceptability(options: readonly OptionDraws[], worths: readonly number[]): AcceptabilityAt[] {
  const draws = requireDraws(
    "acceptability",
    options.flatMap(({ cost, effect }) => [cost, effect]),
  );
  if (options.length < 2) throw new RangeError(`acceptability: options must be two or more, got ${options.length}`);
  return worths.map((worth) => {
    const wins = new Float64Array(options.length);
    const totals = new Float64Array(options.length);
    const benefits = new Float64Array(options.length);
    for (let i = 0; i < draws; i++) {
      for (let j = 0; j < options.length; j++) {
        const benefit = worth * options[j]!.effect[i]! - options[j]!.cost[i]!;
        benefits[j] = benefit;
        totals[j]! += benefit;
      }
      const largest = benefits.reduce((most, one) => Math.max(most, one));
      const winners = benefits.reduce((count, one) => count + Number(one === largest), 0);
      for (let j = 0; j < options.length; j++) if (benefits[j] === largest) wins[j]! += 1 / winners;
    }
    const mostLikely = Array.from(wins, (won) => won / draws);
    const best = totals.indexOf(totals.reduce((most, one) => Math.max(most, one)));
    return { worth, mostLikely, best: options[best]!.id, frontier: mostLikely[best]! };
  });
}
