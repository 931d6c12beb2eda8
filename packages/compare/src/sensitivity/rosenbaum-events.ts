import { binomialCdf, binomialMass, logChoose, normalCdf, sumOf } from "@likewise/stats";
import { requireGamma } from "./require-gamma.ts";

/** People of one matched set or stratum, and how many of them had the event. */
export interface EventSet {
  readonly treated: number;
  readonly comparison: number;
  readonly treatedEvents: number;
  readonly comparisonEvents: number;
}

export interface RosenbaumBound {
  /** Largest one-sided p-value that unmeasured differences of that size allow. */
  readonly pUpper: number;
  /** False where a normal approximation stands in for the exact distribution: very many sets. */
  readonly exact: boolean;
}

/**
 * Rosenbaum bound of events in matched sets: the largest one-sided p-value of no effect on anybody, if people who look
 * alike could differ up to `gamma` times in their odds of being treated. Pairs give McNemar's test, one set Fisher's,
 * several treated and comparison people per set the Mantel–Haenszel test.
 *
 * The tail is that of as many treated events as seen, or more. (Of more than those seen, as some software has it, it is too
 * small: 12 against 40 pairs at gamma 2 then pass at 0.039 where the p-value is 0.074.)
 *
 * @param sets        disjoint; sets in which everybody or nobody has the event say nothing
 * @param gamma       factor on the odds of treatment, >= 1; 1 is the plain test
 * @param alternative `more` or `fewer` events among the treated
 * @throws RangeError when gamma is below 1 or not finite, or a set has more events than people
 * @source Rosenbaum (2002), Observational Studies, sections 4.3 and 4.4
 * @example
 * const pairs = [...Array(40).fill([1, 0]), ...Array(12).fill([0, 1])];
 * const sets = pairs.map(([treatedEvents, comparisonEvents]) => ({ treated: 1, comparison: 1, treatedEvents, comparisonEvents }));
 * rosenbaumEvents(sets, 2, "more").pUpper.toFixed(4); // "0.0745"
 */
export function rosenbaumEvents(
  sets: readonly EventSet[],
  gamma: number,
  alternative: "more" | "fewer",
): RosenbaumBound {
  requireGamma("rosenbaumEvents", gamma);
  return eventBound(eventKinds(sets, alternative))(gamma);
}

/** The same as a function of gamma, with the sets gone through once. */
export function eventBound({ kinds, observed }: EventKinds): (gamma: number) => RosenbaumBound {
  const support = kinds.reduce((total, { sets, urn: [low, high] }) => total + sets * (high - low), 0);
  const pairsAlone = kinds.length === 1 && kinds[0]!.urn[1] - kinds[0]!.urn[0] === 1;
  return (gamma) => {
    const laws = kinds.map((kind) => ({ ...kind, masses: massesOf(kind, gamma) }));
    if (observed <= 0) return { pUpper: 1, exact: true };
    if (pairsAlone) {
      const [{ sets, masses }] = laws as [(typeof laws)[0]];
      return { pUpper: binomialCdf(observed - 1, sets, masses[1]!, { upper: true }), exact: true };
    }
    return support <= mostConvolved
      ? { pUpper: Math.min(1, upperTail(laws, observed)), exact: true }
      : { pUpper: normalTail(laws, observed), exact: false };
  };
}

/** Sets of one make-up, counted: people drawn into treatment from those with and without the event. */
interface EventKind {
  readonly sets: number;
  readonly treated: number;
  readonly people: number;
  readonly events: number;
  /** Fewest and most events the treated can have. */
  readonly urn: readonly [number, number];
}

export interface EventKinds {
  readonly kinds: readonly EventKind[];
  /** Treated events seen above the fewest there can be. */
  readonly observed: number;
}

const mostConvolved = 4000;

/** Fewer events among the treated are more people without one. */
export function eventKinds(sets: readonly EventSet[], alternative: "more" | "fewer"): EventKinds {
  const kinds = new Map<string, EventKind>();
  let observed = 0;
  for (const set of sets) {
    requireSet(set);
    const people = set.treated + set.comparison;
    const had = set.treatedEvents + set.comparisonEvents;
    const [events, seen] =
      alternative === "more" ? [had, set.treatedEvents] : [people - had, set.treated - set.treatedEvents];
    const urn = [Math.max(0, set.treated + events - people), Math.min(set.treated, events)] as const;
    if (urn[0] === urn[1]) continue;
    observed += seen - urn[0];
    const key = `${set.treated} ${people} ${events}`;
    const known = kinds.get(key) ?? { sets: 0, treated: set.treated, people, events, urn };
    kinds.set(key, { ...known, sets: known.sets + 1 });
  }
  return { kinds: [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind), observed };
}

function requireSet({ treated, comparison, treatedEvents, comparisonEvents }: EventSet): void {
  for (const [events, people] of [
    [treatedEvents, treated],
    [comparisonEvents, comparison],
  ] as const) {
    if (Number.isInteger(events) && Number.isInteger(people) && events >= 0 && people >= 1 && events <= people)
      continue;
    throw new RangeError(
      `rosenbaumEvents: each arm of a set must be 1 or more people with 0 up to as many events, got ${events} of ${people}`,
    );
  }
}

/** Extended hypergeometric: every treated person with the event has gamma times the odds of being treated. */
function massesOf({ treated, people, events, urn: [low, high] }: EventKind, gamma: number): number[] {
  const logs = Array.from({ length: high - low + 1 }, (_, step) => {
    const drawn = low + step;
    return logChoose(events, drawn) + logChoose(people - events, treated - drawn) + step * Math.log(gamma);
  });
  const largest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

type Law = EventKind & { readonly masses: readonly number[] };

function upperTail(laws: readonly Law[], observed: number): number {
  const total = laws.map(ofOneKind).reduce(convolve, [1]);
  return sumOf(total.length - observed, (step) => total[total.length - 1 - step]!);
}

/** The number of treated events over all sets of one make-up. */
function ofOneKind({ sets, masses }: Law): readonly number[] {
  if (masses.length === 2) return Array.from({ length: sets + 1 }, (_, k) => binomialMass(k, sets, masses[1]!));
  let [result, power]: [readonly number[], readonly number[]] = [[1], masses];
  for (let left = sets; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, power);
    if (left > 1) power = convolve(power, power);
  }
  return result;
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
  const result = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((p, i) => {
    other.forEach((q, j) => {
      result[i + j] = result[i + j]! + p * q;
    });
  });
  return result;
}

function normalTail(laws: readonly Law[], observed: number): number {
  let [mean, variance] = [0, 0];
  for (const { sets, masses } of laws) {
    const first = masses.reduce((sum, mass, k) => sum + mass * k, 0);
    mean += sets * first;
    variance += sets * masses.reduce((sum, mass, k) => sum + mass * (k - first) ** 2, 0);
  }
  return normalCdf((observed - 0.5 - mean) / Math.sqrt(variance), { upper: true });
}
