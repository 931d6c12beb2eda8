import { distinctCodes } from "../ordering/distinct-codes.ts";
import { sortedOrder } from "../ordering/sorted-order.ts";
import { inOrder } from "./cox-rows.ts";
import { riskSetSums } from "./risk-set-sums.ts";
import type { RiskSets } from "./risk-sets.ts";

export interface Concordance {
  /** share of comparable pairs in which the higher score has the earlier event; ties of score count half; null without a comparable pair */
  readonly concordance: number | null;
  /** infinitesimal jackknife over rows, or over clusters where given; null without a comparable pair */
  readonly standardError: number | null;
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
 * @source Harrell, Lee and Mark (1996), section 5.5; Therneau and Atkinson, survival's vignette on concordance, for the
 *   standard error
 */
export function concordance(
  sets: RiskSets,
  scores: Float64Array,
  weights: Float64Array,
  clusters: Float64Array | null,
): Concordance {
  const { deaths, first, entrants } = sets;
  const order = sortedOrder(scores);
  // Gathered once, so that everything below is read in the order it lies in.
  const ended = inOrder(endsOf(sets), order);
  const weight = inOrder(weights, order);
  const score = inOrder(scores, order);
  const entry = entrants === null ? null : inOrder(first, order);
  const { begins, ends } = stratumBounds(sets);
  // Whoever has the event at e stays at risk only after the one before it.
  const staysOf = (k: number) => (ended[k]! >> 1) - (ended[k]! & 1);
  const sinceOf = (k: number) => (entry === null ? begins[ended[k]! >> 1]! : entry[k]!);
  const taken = indexedTree(deaths.length);
  const takenEntries = entry === null ? null : indexedTree(deaths.length);
  const takenDeaths = indexedTree(deaths.length);
  const allStaying = stayingOfAll(sets, weights);
  const deathsBefore = deathWeightsBefore(sets, weights);
  /** of the rows taken so far, the weight of those who stay at risk after row k's event */
  const survivorsTaken = (k: number) => {
    if ((ended[k]! & 1) === 0) return 0;
    const e = ended[k]! >> 1;
    const end = ends[e]!;
    const beyond = taken.before(end) - taken.before(e);
    return takenEntries === null ? beyond : beyond - (takenEntries.before(end) - takenEntries.before(e + 1));
  };
  /** and of those whose event row k stays at risk after */
  const deathsTaken = (k: number) => {
    const since = sinceOf(k);
    const stays = staysOf(k);
    return stays < since ? 0 : takenDeaths.before(stays + 1) - takenDeaths.before(since);
  };

  // First the weight below each row as survivor and as death; then of all its comparable pairs, and of the right ones.
  const right = new Float64Array(score.length);
  const compared = new Float64Array(score.length);
  let concordant = 0;
  let discordant = 0;
  let tiedScore = 0;
  for (let from = 0, to = 0; from < score.length; from = to) {
    for (to = from + 1; to < score.length && score[to] === score[from]; to++);
    for (let k = from; k < to; k++) {
      right[k] = survivorsTaken(k);
      compared[k] = deathsTaken(k);
    }
    for (let k = from; k < to; k++) {
      if ((ended[k]! & 1) === 1) takenDeaths.add(ended[k]! >> 1, weight[k]!);
      const since = sinceOf(k);
      if (staysOf(k) < since) continue;
      taken.add(staysOf(k), weight[k]!);
      takenEntries?.add(since, weight[k]!);
    }
    // Nobody is beside themselves after their own event, so a row alone with its score has no tie.
    const isTied = to > from + 1;
    for (let k = from; k < to; k++) {
      const survivors = (ended[k]! & 1) === 1 ? allStaying[ended[k]! >> 1]! : 0;
      const since = sinceOf(k);
      const stays = staysOf(k);
      const deathsMet = stays < since ? 0 : deathsBefore[stays + 1]! - deathsBefore[since]!;
      const lower = right[k]!;
      const earlier = compared[k]!;
      const tiedLower = isTied ? survivorsTaken(k) - lower : 0;
      const tiedEarlier = isTied ? deathsTaken(k) - earlier : 0;
      concordant += weight[k]! * lower;
      tiedScore += weight[k]! * tiedLower;
      discordant += weight[k]! * (survivors - lower - tiedLower);
      right[k] = lower + deathsMet - earlier + (tiedLower - tiedEarlier) / 2;
      compared[k] = survivors + deathsMet;
    }
  }
  const pairs = concordant + discordant + tiedScore;
  if (!(pairs > 0)) return { concordance: null, standardError: null, concordant, discordant, tiedScore };
  const share = (concordant + tiedScore / 2) / pairs;
  for (let k = 0; k < right.length; k++) right[k] = (weight[k]! * (right[k]! - share * compared[k]!)) / pairs;
  const influence = clusters === null ? right : clusterSums(right, inOrder(clusters, order));
  let variance = 0;
  for (let k = 0; k < influence.length; k++) variance += influence[k]! * influence[k]!;
  return { concordance: share, standardError: Math.sqrt(variance), concordant, discordant, tiedScore };
}

function clusterSums(values: Float64Array, clusters: Float64Array): Float64Array {
  const { codes, count } = distinctCodes(clusters);
  const sums = new Float64Array(count);
  for (let k = 0; k < values.length; k++) sums[codes[k]!] = sums[codes[k]!]! + values[k]!;
  return sums;
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

/** For each event position, where its stratum begins and ends. */
function stratumBounds({ stratumStarts, times }: RiskSets): { begins: Int32Array; ends: Int32Array } {
  const begins = new Int32Array(times.length);
  const ends = new Int32Array(times.length);
  for (let s = 0; s + 1 < stratumStarts.length; s++) {
    const from = stratumStarts[s]!;
    const to = stratumStarts[s + 1]!;
    begins.fill(from, from, to);
    ends.fill(to, from, to);
  }
  return { begins, ends };
}

/** Weight of the events before each position; one more entry for all. */
function deathWeightsBefore({ starts, deaths }: RiskSets, weights: Float64Array): Float64Array {
  const before = new Float64Array(deaths.length + 1);
  for (let e = 0; e < deaths.length; e++) {
    let sum = 0;
    for (let i = starts[e]!; i < starts[e]! + deaths[e]!; i++) sum += weights[i]!;
    before[e + 1] = before[e]! + sum;
  }
  return before;
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
