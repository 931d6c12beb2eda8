import { cholesky, type Matrix, mean, solveCholesky } from "@likewise/stats";

/**
 * What is expected of draws of an outcome from draws of a parameter: a curve of straight pieces that may bend at up to forty places, held
 * back from bending by as much as generalised cross-validation asks for. A line stays a line, a kink a kink.
 *
 * @param parameter its draws
 * @param outcome   as many draws
 * @returns what is expected at each draw; null where the parameter does not vary
 * @source Eilers and Marx (1996), doi:10.1214/ss/1038425655, with a penalty on bends in place of differences; the weight of 1.4 on
 *   degrees of freedom is that of Kim and Gu (2004), doi:10.1046/j.1369-7412.2003.05316.x
 */
export function expectedFrom(parameter: ArrayLike<number>, outcome: Float64Array): Float64Array | null {
  const knots = knotsOf(parameter);
  if (knots === null) return null;
  const pieces = piecesOf(parameter, knots);
  const centre = mean(outcome);
  const sums = sumsOf(pieces, outcome, centre, knots.length);
  const bends = bendsOf(knots);
  const heights = heldBack(sums, bends, outcome.length);
  return Float64Array.from(outcome, (_, i) => {
    const at = pieces.index[i]!;
    const share = pieces.share[i]!;
    return centre + (1 - share) * heights[at]! + share * heights[at + 1]!;
  });
}

const mostOfEach = 20;
const fewestForBends = 50;

/**
 * Where the curve may bend: half at equal shares of the draws, half at equal distances, with draws enough between any two; ends are those
 * of the draws.
 */
function knotsOf(parameter: ArrayLike<number>): Float64Array | null {
  const sorted = Float64Array.from(parameter).sort();
  const last = sorted.length - 1;
  const [lowest, highest] = [sorted[0]!, sorted[last]!];
  if (!(highest > lowest)) return null;
  if (sorted.length < fewestForBends) return Float64Array.of(lowest, highest);
  const wanted = Array.from({ length: mostOfEach - 1 }, (_, k) => (k + 1) / mostOfEach).flatMap((share) => [
    Math.round(share * last),
    firstAtLeast(sorted, lowest + share * (highest - lowest)),
  ]);
  const fewest = Math.max(10, Math.ceil(sorted.length / 1000));
  const knots = [lowest];
  let from = 0;
  for (const place of wanted.sort((a, b) => a - b)) {
    const at = sorted[place]!;
    if (at <= knots.at(-1)! || at >= highest || place - from < fewest || last - place < fewest) continue;
    knots.push(at);
    from = place;
  }
  return Float64Array.from([...knots, highest]);
}

function firstAtLeast(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which piece each draw lies on, and how far along it. */
interface Pieces {
  readonly index: Uint8Array;
  readonly share: Float64Array;
}

function piecesOf(parameter: ArrayLike<number>, knots: Float64Array): Pieces {
  const index = new Uint8Array(parameter.length);
  const share = new Float64Array(parameter.length);
  for (let i = 0; i < index.length; i++) {
    const value = parameter[i]!;
    const at = Math.min(knots.length - 2, Math.max(0, firstAtLeast(knots, value) - 1));
    index[i] = at;
    share[i] = (value - knots[at]!) / (knots[at + 1]! - knots[at]!);
  }
  return { index, share };
}

/** Products of the curve's height at each knot with each other and with the outcome about its mean. */
interface Sums {
  readonly products: Matrix;
  readonly right: Float64Array;
  readonly squares: number;
}

function sumsOf({ index, share }: Pieces, outcome: Float64Array, centre: number, k: number): Sums {
  const products = squareOf(k);
  const right = new Float64Array(k);
  let squares = 0;
  for (let i = 0; i < outcome.length; i++) {
    const [at, along, value] = [index[i]!, share[i]!, outcome[i]! - centre];
    const before = 1 - along;
    products.values[at * k + at]! += before * before;
    products.values[at * k + at + 1]! += before * along;
    products.values[(at + 1) * k + at]! += before * along;
    products.values[(at + 1) * k + at + 1]! += along * along;
    right[at]! += before * value;
    right[at + 1]! += along * value;
    squares += value * value;
  }
  return { products, right, squares };
}

/** The squared change of slope at each inner knot over the distance it comes about in, on a parameter from 0 to 1. */
function bendsOf(knots: Float64Array): Matrix {
  const k = knots.length;
  const bends = squareOf(k);
  const range = knots[k - 1]! - knots[0]!;
  for (let j = 1; j < k - 1; j++) {
    const before = (knots[j]! - knots[j - 1]!) / range;
    const after = (knots[j + 1]! - knots[j]!) / range;
    const slopes = [1 / before, -1 / before - 1 / after, 1 / after];
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        bends.values[(j - 1 + a) * k + (j - 1 + b)]! += (slopes[a]! * slopes[b]! * 2) / (before + after);
      }
    }
  }
  return bends;
}

/** From hardly held back to a line, a factor of ten apart. */
const holds = Array.from({ length: 13 }, (_, at) => 10 ** (at - 9));
const weightOfFreedom = 1.4;

/** Heights at the knots, held back as much as scores best. */
function heldBack({ products, right, squares }: Sums, bends: Matrix, draws: number): Float64Array {
  const k = right.length;
  const trace = (matrix: Matrix) => right.reduce((sum, _, j) => sum + matrix.values[j * k + j]!, 0);
  const unit = k > 2 ? trace(products) / trace(bends) : 0;
  let best: { readonly score: number; readonly heights: Float64Array } = {
    score: Number.POSITIVE_INFINITY,
    heights: new Float64Array(k),
  };
  for (const hold of k > 2 ? holds : [0]) {
    const values = products.values.map((product, at) => product + hold * unit * bends.values[at]!);
    const root = cholesky({ rows: k, columns: k, values });
    const heights = solveCholesky(root, right);
    let freedom = 0;
    for (let j = 0; j < k; j++) freedom += solveCholesky(root, products.values.slice(j * k, (j + 1) * k))[j]!;
    const residual = squares - 2 * dot(heights, right) + quadratic(products, heights);
    const score = residual / (draws - weightOfFreedom * freedom) ** 2;
    if (score < best.score) best = { score, heights };
  }
  return best.heights;
}

function squareOf(k: number): Matrix {
  return { rows: k, columns: k, values: new Float64Array(k * k) };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, one, j) => sum + one * b[j]!, 0);
}

function quadratic({ columns: k, values }: Matrix, x: Float64Array): number {
  return x.reduce((sum, one, i) => sum + one * dot(x, values.subarray(i * k, (i + 1) * k)), 0);
}
