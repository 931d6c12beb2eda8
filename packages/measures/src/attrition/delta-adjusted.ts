import { isPresent, type NumberColumn } from "@likewise/schema";
import {
  designMatrix,
  fitLeastSquares,
  imputeByChains,
  poolImputations,
  type Refused,
  randomStream,
  studentTQuantile,
  type VariableWithGaps,
} from "@likewise/stats";
import { type BetterIs, improvementSign } from "../change/improvement.ts";

export interface DeltaAdjustedInput {
  /** first scores; everybody has one */
  readonly pre: ArrayLike<number>;
  /** later scores; missing of leavers */
  readonly post: NumberColumn;
  /** 1 = treated, 0 = comparison; left out, mean change of one group */
  readonly treated?: ArrayLike<number>;
  readonly better: BetterIs;
  /** points by which leavers are taken to be worse off than people like them who stayed, from 0 */
  readonly deltas: readonly number[];
  /** data sets drawn, default 50 */
  readonly imputations?: number;
  readonly seed: number;
  readonly level?: number;
}

export interface DeltaAdjusted {
  readonly kind: "likewise/delta-adjusted";
  readonly what: "mean change" | "difference by ANCOVA";
  readonly people: number;
  readonly leavers: number;
  readonly imputations: number;
  readonly seed: number;
  readonly level: number;
  readonly rows: readonly {
    readonly delta: number;
    readonly estimate: number;
    readonly standardError: number;
    readonly interval: readonly [number, number];
  }[];
  /** smallest delta, points, at which the interval takes in 0; null where none up to ten times the spread of later scores does */
  readonly tippingDelta: number | null;
}

/**
 * How much worse off leavers would have to be for a result to go away. Later scores of leavers are drawn from first scores
 * (and group) several times over, then made worse by delta; of two groups only the treated group's leavers, which is the
 * harder test. Every delta uses the same draws.
 *
 * @returns one row a delta, and the delta at which the result tips; refused where nobody left, too few stayed, or their later scores follow from first ones
 * @throws RangeError when lengths differ, a first score is missing, or a delta is below 0
 * @source Carpenter and Kenward (2013), Multiple Imputation and its Application, section 10.4; Rubin (1987)
 * @example
 * const post = { type: "number", values: Float64Array.of(1, 2, 4), valid: null };
 * deltaAdjusted({ pre: [1, 2, 3], post, better: "higher", deltas: [0], seed: 1 }).refused.why; // "nobody left"
 */
export function deltaAdjusted(input: DeltaAdjustedInput): DeltaAdjusted | Refused {
  const { pre, post, treated, deltas, seed, imputations = 50, level = 0.95 } = input;
  const n = pre.length;
  check(input);
  const left = Array.from({ length: n }, (_, i) => i).filter((i) => !isPresent(post, i));
  if (left.length === 0) return refused("nobody left", "later scores that are missing");
  if (n - left.length < (treated === undefined ? 4 : 6)) {
    return refused(`${n - left.length} people were seen again, too few to draw from`, "more people seen again");
  }
  if (!hasScatter(input)) {
    return refused("later scores of those seen again follow from first ones", "later scores that chance has a part in");
  }
  const draws = imputed(input, imputations);
  const worse = left.filter((i) => treated === undefined || treated[i] === 1);
  const at = (delta: number) => pooled(input, draws, worse, delta, level);
  const rows = deltas.map((delta) => ({ delta, ...at(delta) }));
  return {
    kind: "likewise/delta-adjusted",
    what: treated === undefined ? "mean change" : "difference by ANCOVA",
    people: n,
    leavers: left.length,
    imputations,
    seed,
    level,
    rows,
    tippingDelta: worse.length === 0 ? null : tipping(at, spreadOf(post)),
  };
}

/** Whether chance has a part in later scores, given first ones and group; no score is told to a thousand-millionth of a point. */
function hasScatter({ pre, post, treated }: DeltaAdjustedInput): boolean {
  const seen = Array.from({ length: pre.length }, (_, i) => i).filter((i) => isPresent(post, i));
  const columns = treated === undefined ? [pre] : [treated, pre];
  const { residualStandardDeviation } = fitLeastSquares({
    design: designMatrix(columns.map((column) => seen.map((i) => column[i]!))),
    outcome: seen.map((i) => post.values[i]!),
  });
  return residualStandardDeviation > 1e-9;
}

function imputed({ pre, post, treated, seed }: DeltaAdjustedInput, imputations: number): Float64Array[] {
  const n = pre.length;
  const all = new Uint8Array(n).fill(1);
  const known = post.valid ?? all;
  const number = (values: ArrayLike<number>, present: Uint8Array): VariableWithGaps => ({
    kind: "number",
    draw: "normal",
    values: Float64Array.from(values),
    known: present,
  });
  const variables = [
    number(post.values, known),
    number(pre, all),
    ...(treated === undefined ? [] : [number(treated, all)]),
  ];
  return imputeByChains({ variables, imputations, stream: randomStream(seed) }).map(([later]) =>
    Float64Array.from(later!),
  );
}

function pooled(
  { pre, treated, better }: DeltaAdjustedInput,
  draws: readonly Float64Array[],
  worse: readonly number[],
  delta: number,
  level: number,
) {
  const sign = improvementSign(better);
  const fits = draws.map((draw) => {
    const later = draw.slice();
    for (const i of worse) later[i]! -= sign * delta;
    if (treated === undefined) {
      const change = later.map((score, i) => score - pre[i]!);
      const fit = fitLeastSquares({
        design: designMatrix([new Float64Array(change.length).fill(1)], { intercept: false }),
        outcome: change,
      });
      return { estimate: fit.coefficients[0]!, variance: fit.covariance[0]![0]!, df: fit.residualDf };
    }
    const fit = fitLeastSquares({ design: designMatrix([treated, pre]), outcome: later });
    return { estimate: fit.coefficients[1]!, variance: fit.covariance[1]![1]!, df: fit.residualDf };
  });
  const { estimate, standardError, df } = poolImputations(
    fits.map((fit) => fit.estimate),
    fits.map((fit) => fit.variance),
    { completeDf: fits[0]!.df },
  );
  const reach = studentTQuantile((1 + level) / 2, df) * standardError;
  return { estimate, standardError, interval: [estimate - reach, estimate + reach] as const };
}

/**
 * The first delta at which the interval reaches 0; one that is open already tips at 0. The estimate falls in a straight line with
 * delta, so that it is 0 at a place known beforehand, where the interval is open: the tipping point lies before it, however narrow
 * the range of deltas over which the interval stays open.
 */
function tipping(
  at: (delta: number) => { readonly estimate: number; readonly interval: readonly [number, number] },
  spread: number,
): number | null {
  const isOpen = (delta: number) => {
    const [lower, upper] = at(delta).interval;
    return lower <= 0 && upper >= 0;
  };
  if (isOpen(0)) return 0;
  const start = at(0).estimate;
  const gone = (start * spread) / (start - at(spread).estimate);
  if (!(gone > 0 && Number.isFinite(gone))) return null;
  let closed = 0;
  let open = gone;
  while (open - closed > 1e-6 * spread) {
    const middle = (open + closed) / 2;
    if (isOpen(middle)) open = middle;
    else closed = middle;
  }
  return open <= 10 * spread ? open : null;
}

function spreadOf(post: NumberColumn): number {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < post.values.length; i++) {
    if (!isPresent(post, i)) continue;
    lowest = Math.min(lowest, post.values[i]!);
    highest = Math.max(highest, post.values[i]!);
  }
  return Math.max(highest - lowest, 1e-9);
}

function check({ pre, post, treated, deltas }: DeltaAdjustedInput): void {
  const caller = "deltaAdjusted";
  if (post.values.length !== pre.length || (treated !== undefined && treated.length !== pre.length)) {
    throw new RangeError(
      `${caller}: pre, post and treated must have equal lengths (people), got ${pre.length} and ${post.values.length}`,
    );
  }
  if (!Array.from(pre).every(Number.isFinite))
    throw new RangeError(`${caller}: pre must be numbers (points), got one that is not`);
  const wrong = deltas.find((delta) => !(delta >= 0));
  if (wrong !== undefined) throw new RangeError(`${caller}: deltas must be >= 0 (points), got ${wrong}`);
}

function refused(why: string, unlocks: string): Refused {
  return { refused: { what: "sensitivity to those who left", why, unlocks } };
}
