import { householderQr, solveQr } from "./householder-qr.ts";

/** Of unit vectors: an angle or a length this small is rounding. */
const ROUNDING = 1e-11;

/**
 * What non-negative multiples of some unit vectors cannot reach of a target:
 * the residual of non-negative least squares, by Lawson and Hanson's active
 * sets. It makes an acute angle with none of the vectors, and is 0 where they
 * reach the target.
 *
 * @param vectors one after the other, each of length k and norm 1
 * @param target  length k, of norm 1 at most
 * @returns length k; all 0 where what is left is rounding
 * @source Lawson and Hanson, Solving Least Squares Problems (1995), chapter 23
 */
export function nonnegativeResidual(vectors: Float64Array, target: Float64Array): Float64Array {
  const k = target.length;
  const barred = new Set<number>();
  let active: number[] = [];
  let multiples: number[] = [];
  let residual: Float64Array = target.slice();
  for (let round = 0; round < 50 * k + 200; round++) {
    if (norm(residual) <= ROUNDING) return new Float64Array(k);
    const entering = mostAcute(vectors, residual, barred);
    if (entering < 0) return residual;
    const before = norm(residual);
    const tried = [...active, entering];
    const reached = settled(vectors, target, tried, [...multiples, 0]);
    residual = remainder(vectors, target, reached.active, reached.multiples);
    if (!reached.active.includes(entering) || !(norm(residual) < before)) {
      // It entered by rounding alone: without it, the residual stands.
      barred.add(entering);
      residual = remainder(vectors, target, active, multiples);
      continue;
    }
    ({ active, multiples } = reached);
    barred.clear();
  }
  return residual;
}

/** The vector nearest to the residual's direction among those that make an acute angle with it; −1 when none does. */
function mostAcute(vectors: Float64Array, residual: Float64Array, barred: ReadonlySet<number>): number {
  const k = residual.length;
  let best = -1;
  let most = ROUNDING * Math.max(norm(residual), 1e-3);
  for (let at = 0, i = 0; at < vectors.length; at += k, i++) {
    let angle = 0;
    for (let j = 0; j < k; j++) angle += vectors[at + j]! * residual[j]!;
    if (angle > most && !barred.has(i)) {
      best = i;
      most = angle;
    }
  }
  return best;
}

/** Moves from multiples that are allowed towards the least-squares ones, dropping each vector that stands in the way. */
function settled(
  vectors: Float64Array,
  target: Float64Array,
  starting: number[],
  from: number[],
): { active: number[]; multiples: number[] } {
  let active = starting;
  let multiples = from;
  while (active.length > 0) {
    const wanted = leastSquares(vectors, target, active);
    if (wanted.every((value) => value > 0)) return { active, multiples: Array.from(wanted) };
    let share = 1;
    wanted.forEach((value, a) => {
      if (value <= 0) share = Math.min(share, multiples[a]! / (multiples[a]! - value));
    });
    const moved = multiples.map((value, a) => value + share * (wanted[a]! - value));
    const least = Math.min(...moved.filter((_, a) => wanted[a]! <= 0));
    const stays = moved.map((value, a) => wanted[a]! > 0 || value > least + ROUNDING * ROUNDING);
    active = active.filter((_, a) => stays[a]);
    multiples = moved.filter((_, a) => stays[a]);
  }
  return { active, multiples };
}

function leastSquares(vectors: Float64Array, target: Float64Array, active: readonly number[]): Float64Array {
  const k = target.length;
  const values = new Float64Array(k * active.length);
  active.forEach((i, a) => {
    values.set(vectors.subarray(i * k, i * k + k), a * k);
  });
  const qr = householderQr({ rows: k, columns: active.length, values }, { tolerance: 1e-12 });
  const solution = solveQr(qr, target);
  const multiples = new Float64Array(active.length);
  qr.kept.forEach((a, at) => {
    multiples[a] = solution[at]!;
  });
  return multiples;
}

function remainder(
  vectors: Float64Array,
  target: Float64Array,
  active: readonly number[],
  multiples: readonly number[],
): Float64Array {
  const k = target.length;
  const residual = target.slice();
  active.forEach((i, a) => {
    for (let j = 0; j < k; j++) residual[j] = residual[j]! - multiples[a]! * vectors[i * k + j]!;
  });
  return residual;
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += vector[j]! * vector[j]!;
  return Math.sqrt(sum);
}
