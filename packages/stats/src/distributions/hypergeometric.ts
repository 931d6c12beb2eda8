import { logBinomialTerm, unitPointFromParts } from "../special-functions/incomplete-beta.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber, checkWhole } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { searchQuantile } from "./search-quantile.ts";
import { targetTail } from "./target-tail.ts";

/** A set of marked and unmarked members, and how many of them are drawn without replacement. Whole numbers >= 0. */
export interface Urn {
  readonly marked: number;
  readonly unmarked: number;
  /** At most `marked + unmarked`. */
  readonly drawn: number;
}

/**
 * Hypergeometric probability of exactly k marked members among those drawn.
 *
 * @param k marked members drawn; an impossible number has probability 0
 * @param urn `marked`, `unmarked`, `drawn`
 * @param options `log`
 * @throws RangeError when the urn is not three whole numbers with drawn <= marked + unmarked
 * @source Loader (2000): a ratio of three binomial probabilities
 * @example
 * hypergeometricMass(1, { marked: 2, unmarked: 2, drawn: 2 }); // 0.6666666666666666
 */
export function hypergeometricMass(k: number, urn: Urn, options: { readonly log?: boolean } = {}): number {
  check("hypergeometricMass", k, urn);
  const log = logHypergeometricMass(k, urn);
  return options.log ? log : Math.exp(log);
}

/**
 * Hypergeometric distribution function: P(X <= k), or with `upper` P(X > k) – more than k, not k or more.
 * Fisher's exact test adds these.
 *
 * @param k marked members drawn
 * @param urn `marked`, `unmarked`, `drawn`
 * @param options `upper`, `log`
 * @throws RangeError when the urn is not three whole numbers with drawn <= marked + unmarked
 * @example
 * hypergeometricCdf(0, { marked: 2, unmarked: 2, drawn: 2 }); // 0.16666666666666666
 */
export function hypergeometricCdf(k: number, urn: Urn, options: TailOptions = {}): number {
  check("hypergeometricCdf", k, urn);
  return tailProbability(hypergeometricTail(Math.floor(k), urn), options);
}

/**
 * Hypergeometric quantile: the smallest k with P(X <= k) >= p, or with `upper` P(X > k) <= p.
 *
 * @param p probability, or with `log` its logarithm
 * @param urn `marked`, `unmarked`, `drawn`
 * @param options `upper`, `log`
 * @throws RangeError when p is not a probability or the urn is impossible
 * @example
 * hypergeometricQuantile(0.5, { marked: 2, unmarked: 2, drawn: 2 }); // 1
 */
export function hypergeometricQuantile(p: number, urn: Urn, options: TailOptions = {}): number {
  check("hypergeometricQuantile", 0, urn);
  const target = targetTail("hypergeometricQuantile", p, options);
  const [least, most] = support(urn);
  if (least === most) return least;
  const total = urn.marked + urn.unmarked;
  const mean = (urn.drawn * urn.marked) / total;
  const variance = (mean * (urn.unmarked / total) * (total - urn.drawn)) / (total - 1);
  const start = mean + Math.sqrt(variance) * normalQuantile(target.log, { log: true, upper: target.upper });
  return searchQuantile((k) => hypergeometricTail(k, urn), target, start, least, most);
}

function logHypergeometricMass(k: number, urn: Urn): number {
  const [least, most] = support(urn);
  if (!Number.isInteger(k) || k < least || k > most) return Number.NEGATIVE_INFINITY;
  const { marked, unmarked, drawn } = urn;
  const left = marked + unmarked - drawn;
  return (
    logShare(k, marked - k, drawn, left) +
    logShare(drawn - k, unmarked - drawn + k, drawn, left) -
    logShare(drawn, left, drawn, left)
  );
}

/** log binomial probability of `inside` successes and `outside` failures when the chance is drawn / (drawn + left). */
function logShare(inside: number, outside: number, drawn: number, left: number): number {
  if (inside === 0) return outside === 0 ? 0 : outside * Math.log1p(-drawn / (drawn + left));
  if (outside === 0) return inside * Math.log1p(-left / (drawn + left));
  return logBinomialTerm(inside, outside, unitPointFromParts(drawn, left));
}

/** Adds probabilities away from the mean, as ratios to the first, until they no longer count. */
function hypergeometricTail(k: number, urn: Urn): Tail {
  const [least, most] = support(urn);
  if (k < least) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (k >= most) return { upper: true, log: Number.NEGATIVE_INFINITY };
  const { marked, unmarked, drawn } = urn;
  const upper = k >= (drawn * marked) / (marked + unmarked);
  const first = upper ? k + 1 : k;
  let term = 1;
  let sum = 1;
  for (let i = first; upper ? i < most : i > least; i += upper ? 1 : -1) {
    term *= upper
      ? ((marked - i) / (i + 1)) * ((drawn - i) / (unmarked - drawn + i + 1))
      : (i / (marked - i + 1)) * ((unmarked - drawn + i) / (drawn - i + 1));
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return { upper, log: logHypergeometricMass(first, urn) + Math.log(sum) };
}

function support({ marked, unmarked, drawn }: Urn): [number, number] {
  return [Math.max(0, drawn - unmarked), Math.min(marked, drawn)];
}

function check(functionName: string, k: number, urn: Urn): void {
  checkNumber(functionName, "k", k);
  checkWhole(functionName, "marked", urn.marked);
  checkWhole(functionName, "unmarked", urn.unmarked);
  checkWhole(functionName, "drawn", urn.drawn);
  if (urn.drawn > urn.marked + urn.unmarked) {
    throw new RangeError(
      `${functionName}: drawn must be at most marked + unmarked (${urn.marked + urn.unmarked}), got ${urn.drawn}`,
    );
  }
}
