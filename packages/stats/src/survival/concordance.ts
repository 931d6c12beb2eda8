import { distinctCodes } from "../ordering/distinct-codes.ts";
import type { RiskSets } from "./risk-sets.ts";

export interface Concordance {
  /** share of comparable pairs in which the higher score has the earlier event; ties of score count half; null without a comparable pair */
  readonly concordance: number | null;
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedScore: number;
}

/**
 * Harrell's concordance: at each event, everyone who had it against everyone
 * still at risk after it, within strata. Pairs with the event at the same time
 * are not comparable. Weights multiply.
 *
 * Scores are counted in a binary indexed tree, so the work is n log n.
 *
 * @source Harrell, Lee and Mark (1996), section 5.5
 */
export function concordance(sets: RiskSets, scores: Float64Array, weights: Float64Array): Concordance {
  const { codes, count } = distinctCodes(scores);
  const tree = new Float64Array(count + 1);
  const here = new Float64Array(count);
  const add = (i: number, weight: number) => {
    here[codes[i]!] = here[codes[i]!]! + weight;
    for (let at = codes[i]! + 1; at <= count; at += at & -at) tree[at] = tree[at]! + weight;
  };
  const below = (code: number) => {
    let sum = 0;
    for (let at = code; at > 0; at -= at & -at) sum += tree[at]!;
    return sum;
  };

  let concordant = 0;
  let discordant = 0;
  let tiedScore = 0;
  for (let s = 0; s + 1 < sets.stratumStarts.length; s++) {
    tree.fill(0);
    here.fill(0);
    let total = 0;
    const to = sets.stratumStarts[s + 1]!;
    for (let e = to - 1; e >= sets.stratumStarts[s]!; e--) {
      const start = sets.starts[e]!;
      const deathsEnd = start + sets.deaths[e]!;
      for (let i = deathsEnd; i < sets.starts[e + 1]!; i++) {
        add(i, weights[i]!);
        total += weights[i]!;
      }
      if (sets.entrants && e + 1 < to) {
        for (let at = sets.entrants.starts[e + 1]!; at < sets.entrants.starts[e + 2]!; at++) {
          const i = sets.entrants.order[at]!;
          add(i, -weights[i]!);
          total -= weights[i]!;
        }
      }
      for (let i = start; i < deathsEnd; i++) {
        const code = codes[i]!;
        const lower = below(code);
        const same = here[code]!;
        concordant += weights[i]! * lower;
        tiedScore += weights[i]! * same;
        discordant += weights[i]! * (total - lower - same);
      }
      for (let i = start; i < deathsEnd; i++) {
        add(i, weights[i]!);
        total += weights[i]!;
      }
    }
  }
  const pairs = concordant + discordant + tiedScore;
  return { concordance: pairs > 0 ? (concordant + tiedScore / 2) / pairs : null, concordant, discordant, tiedScore };
}
