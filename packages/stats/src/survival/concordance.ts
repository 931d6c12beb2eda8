import { sortedOrder } from "../ordering/sorted-order.ts";
import { inOrder } from "./cox-rows.ts";
import { riskSetSums } from "./risk-set-sums.ts";
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
 * Rows are taken in ascending order of their scores, and those taken are
 * counted by when they end in a binary indexed tree over the event times: days
 * are few, so the tree stays in the nearest cache however many rows there are.
 *
 * @source Harrell, Lee and Mark (1996), section 5.5
 */
export function concordance(sets: RiskSets, scores: Float64Array, weights: Float64Array): Concordance {
  const { deaths, first, entrants } = sets;
  const order = sortedOrder(scores);
  // Gathered once, so that everything below is read in the order it lies in.
  const ended = inOrder(endsOf(sets), order);
  const weight = inOrder(weights, order);
  const score = inOrder(scores, order);
  const entry = entrants === null ? null : inOrder(first, order);
  const ends = stratumEnds(sets);
  const starts = stratumStartOf(sets);
  const taken = indexedTree(deaths.length);
  const takenEntries = entry === null ? null : indexedTree(deaths.length);
  /** weight of the rows taken so far that stay at risk after the events at e */
  const staying = (e: number) => {
    const beyond = taken.before(ends[e]!) - taken.before(e);
    return takenEntries === null ? beyond : beyond - (takenEntries.before(ends[e]!) - takenEntries.before(e + 1));
  };

  const all = stayingOfAll(sets, weights);
  let concordant = 0;
  let discordant = 0;
  let tiedScore = 0;
  for (let from = 0, to = 0; from < score.length; from = to) {
    for (to = from + 1; to < score.length && score[to] === score[from]; to++);
    const tied = to > from + 1;
    for (let k = from; k < to; k++) {
      const e = ended[k]! >> 1;
      if ((ended[k]! & 1) === 0) continue;
      const lower = weight[k]! * staying(e);
      concordant += lower;
      // Until the ties are known; nobody stays at risk beside themselves after their own event.
      discordant += weight[k]! * all[e]! - lower;
      if (tied) tiedScore -= lower;
    }
    for (let k = from; k < to; k++) {
      // Whoever has the event at e stays at risk only after the one before it.
      const stays = (ended[k]! >> 1) - (ended[k]! & 1);
      const since = entry === null ? starts[ended[k]! >> 1]! : entry[k]!;
      if (stays < since) continue;
      taken.add(stays, weight[k]!);
      takenEntries?.add(since, weight[k]!);
    }
    if (!tied) continue;
    for (let k = from; k < to; k++) {
      if ((ended[k]! & 1) === 1) tiedScore += weight[k]! * staying(ended[k]! >> 1);
    }
  }
  discordant -= tiedScore;
  const pairs = concordant + discordant + tiedScore;
  return { concordance: pairs > 0 ? (concordant + tiedScore / 2) / pairs : null, concordant, discordant, tiedScore };
}

/** Twice each row's last event position, and one more when the row has the event there. */
function endsOf({ starts, deaths, rows }: RiskSets): Int32Array {
  const ends = new Int32Array(rows.length);
  for (let e = 0; e < deaths.length; e++) {
    ends.fill(2 * e + 1, starts[e]!, starts[e]! + deaths[e]!);
    ends.fill(2 * e, starts[e]! + deaths[e]!, starts[e + 1]!);
  }
  return ends;
}

/** For each event position, where its stratum begins. */
function stratumStartOf({ stratumStarts, times }: RiskSets): Int32Array {
  const starts = new Int32Array(times.length);
  for (let s = 0; s + 1 < stratumStarts.length; s++)
    starts.fill(stratumStarts[s]!, stratumStarts[s]!, stratumStarts[s + 1]!);
  return starts;
}

/** For each event position, where its stratum ends. */
function stratumEnds({ stratumStarts, times }: RiskSets): Int32Array {
  const ends = new Int32Array(times.length);
  for (let s = 0; s + 1 < stratumStarts.length; s++)
    ends.fill(stratumStarts[s + 1]!, stratumStarts[s]!, stratumStarts[s + 1]!);
  return ends;
}

/** Weight at risk after the events at each position. */
function stayingOfAll(sets: RiskSets, weights: Float64Array): Float64Array {
  const sums = riskSetSums(sets, weights);
  for (let e = 0; e < sums.length; e++) {
    const from = sets.starts[e]!;
    for (let i = from; i < from + sets.deaths[e]!; i++) sums[e] = sums[e]! - weights[i]!;
  }
  return sums;
}

/** Adds at positions and gives the total before one, each in log n steps. */
function indexedTree(positions: number) {
  const tree = new Float64Array(positions + 1);
  return {
    add(position: number, amount: number): void {
      for (let at = position + 1; at <= positions; at += at & -at) tree[at] = tree[at]! + amount;
    },
    before(position: number): number {
      let sum = 0;
      for (let at = position; at > 0; at -= at & -at) sum += tree[at]!;
      return sum;
    },
  };
}
