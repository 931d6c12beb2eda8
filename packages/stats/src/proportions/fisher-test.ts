import { hypergeometricCdf, hypergeometricMass } from "../distributions/hypergeometric.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { type Count, checkCount } from "./count.ts";
import { checkLevel } from "./two-sided-quantile.ts";

export interface FisherTest {
  /** two-sided: tables with these margins that are no more probable than the one seen */
  readonly pValue: number;
  /** that the first group has fewer events; that it has more */
  readonly lessPValue: number;
  readonly greaterPValue: number;
  /** conditional maximum likelihood estimate; null when infinite, or when a margin is empty */
  readonly oddsRatio: number | null;
  readonly lower: number;
  /** null when no odds ratio is too large */
  readonly upper: number | null;
  readonly level: number;
}

/**
 * Fisher's exact test of two proportions, with the conditional odds ratio and
 * its exact interval, given how many have the event in all.
 *
 * As in R the p-value adds improbable tables from both sides and the interval
 * is two one-sided tests, so the two may disagree by a little.
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param level  confidence level, default 0.95
 * @returns odds of first over odds of second
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Fisher (1935), section 21.02; Agresti (2013), section 16.6.4
 * @example
 * fisherTest({ first: { events: 3, total: 3 }, second: { events: 0, total: 3 } }).pValue; // 0.1
 */
export function fisherTest({
  first,
  second,
  level = 0.95,
}: {
  first: Count;
  second: Count;
  level?: number;
}): FisherTest {
  const caller = "fisherTest";
  checkLevel(caller, level);
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const urn = { marked: first.total, unmarked: second.total, drawn: first.events + second.events };
  const seen = first.events;
  const least = Math.max(0, urn.drawn - urn.unmarked);
  const most = Math.min(urn.marked, urn.drawn);
  const outside = (1 - level) / 2;
  const table = conditionalTables(urn, least, most);
  const limit = (target: (logOdds: number) => number) => Math.exp(bracketedRoot(target, -FAR, FAR));
  return {
    pValue: twoSided(seen, urn, least, most),
    lessPValue: hypergeometricCdf(seen, urn),
    greaterPValue: Math.min(1, hypergeometricCdf(seen - 1, urn, { upper: true })),
    oddsRatio: seen === most ? null : seen === least ? 0 : limit((logOdds) => table(logOdds).mean - seen),
    lower: seen === least ? 0 : limit((logOdds) => table(logOdds, seen).atLeast - outside),
    upper: seen === most ? null : limit((logOdds) => table(logOdds, seen).atMost - outside),
    level,
  };
}

/** Log odds beyond which nothing is looked for. */
const FAR = 60;
/** Equal probabilities that rounding has parted still count as equal. */
const SAME = 1 + 1e-7;

type Margins = Parameters<typeof hypergeometricMass>[1];

function twoSided(seen: number, urn: Margins, least: number, most: number): number {
  const here = hypergeometricMass(seen, urn) * SAME;
  let probability = 0;
  for (let k = least; k <= most; k++) {
    const mass = hypergeometricMass(k, urn);
    if (mass <= here) probability += mass;
  }
  return Math.min(1, probability);
}

/** Tables with these margins at a given log odds ratio: their mean, and the chances of at most and at least `split`. */
function conditionalTables(urn: Margins, least: number, most: number) {
  const logMasses = Float64Array.from({ length: most - least + 1 }, (_, at) =>
    hypergeometricMass(least + at, urn, { log: true }),
  );
  return (logOdds: number, split = least) => {
    let highest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < logMasses.length; at++) highest = Math.max(highest, logMasses[at]! + at * logOdds);
    let total = 0;
    let mean = 0;
    let below = 0;
    let here = 0;
    let above = 0;
    for (let at = 0; at < logMasses.length; at++) {
      const mass = Math.exp(logMasses[at]! + at * logOdds - highest);
      const k = least + at;
      total += mass;
      mean += k * mass;
      if (k < split) below += mass;
      else if (k === split) here += mass;
      else above += mass;
    }
    return { mean: mean / total, atMost: (below + here) / total, atLeast: (above + here) / total };
  };
}
