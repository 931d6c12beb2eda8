import { configurationHash, requireConfiguration, type ScoreConfiguration } from "./score-configuration.ts";
import { type PersonScore, type ScoredEvent, scorePerson } from "./score-person.ts";

/** A person to be scored, with what was observed of them. */
export interface PersonToScore {
  readonly unit: number;
  readonly events: readonly ScoredEvent[];
  /** First and last day an event of theirs would show; null where nobody looked or nothing is declared. */
  readonly observed: readonly [from: number, to: number] | null;
}

/** Scores of people on one day, ranked. */
export interface Scores {
  readonly kind: "likewise/scores";
  readonly configuration: ScoreConfiguration;
  readonly configurationSha256: string;
  readonly asOf: number;
  /** First and last day of the look-back. */
  readonly lookBack: readonly [first: number, last: number];
  readonly people: readonly RankedScore[];
  /** People whose look-back was not observed whole: they have no score, which is not a score of 0. */
  readonly notObserved: readonly number[];
  readonly notes: readonly string[];
}

export interface RankedScore extends PersonScore {
  readonly unit: number;
  /** 1 = highest; equal scores share a rank, and the next one counts them all (1, 2, 2, 4). */
  readonly rank: number;
  /** Share of the others scored lower, half of those equal counting as lower, in percent; 50 for a person alone. */
  readonly percentile: number;
}

/**
 * Scores and ranks people as of one day.
 *
 * @param asOf whole days since 1970-01-01
 * @returns people in the order given
 * @throws RangeError when the configuration cannot be a score, or a unit stands twice
 * @example
 * const configuration = {
 *   id: "example", lookBackDays: 730, events: "all", basis: "incident",
 *   weights: { recency: 1, frequency: 1, gravity: 1, victims: 1 },
 *   recency: { bands: [{ withinDays: 90, points: 10 }, { withinDays: 365, points: 5 }] },
 *   frequency: { cap: 10 }, gravity: { summary: "max", tableSha256: null }, victims: { cap: 5 },
 * };
 * const events = [{ event: "e1", day: 19000, gravity: 3, victim: "v1" }];
 * scorePeople([{ unit: 0, events, observed: [0, 20000] }], { asOf: 19050, configuration }).people[0].total; // 15
 */
export function scorePeople(
  people: readonly PersonToScore[],
  { asOf, configuration }: { readonly asOf: number; readonly configuration: ScoreConfiguration },
): Scores {
  requireConfiguration("scorePeople", configuration);
  const units = new Set<number>();
  for (const { unit } of people) {
    if (units.has(unit)) throw new RangeError(`scorePeople: units must differ, got ${unit} twice`);
    units.add(unit);
  }
  const first = asOf - configuration.lookBackDays + 1;
  const isObserved = ({ observed }: PersonToScore) => observed !== null && observed[0] <= first && observed[1] >= asOf;
  const scored = people.filter(isObserved).map((person) => ({
    unit: person.unit,
    ...scorePerson(person.events, asOf, configuration),
  }));
  const falling = scored.map(({ total }) => total).sort((a, b) => b - a);
  const ungraded = scored.reduce((count, { found }) => count + found.ungraded, 0);
  return {
    kind: "likewise/scores",
    configuration,
    configurationSha256: configurationHash(configuration),
    asOf,
    lookBack: [first, asOf],
    people: scored.map((person) => {
      const higher = lowerBound(falling, person.total);
      const equal = upperBound(falling, person.total) - higher;
      const others = falling.length - 1;
      const lower = falling.length - higher - equal;
      return {
        ...person,
        rank: higher + 1,
        percentile: others === 0 ? 50 : (100 * (lower + (equal - 1) / 2)) / others,
      };
    }),
    notObserved: people.filter((person) => !isObserved(person)).map(({ unit }) => unit),
    notes: [
      "The score falls by itself as events grow old: show a change beside what decay alone makes of it",
      ...(configuration.gravity.summary === "mean"
        ? ["Gravity is a mean: a less grave event lowers it, so a fall need not be fewer or less grave events"]
        : []),
      ...(ungraded > 0 ? [`${ungraded} events have no gravity and add nothing to that part`] : []),
    ],
  };
}

/** How many of falling values are greater. */
function lowerBound(falling: readonly number[], value: number): number {
  return firstWhere(falling, (other) => other <= value);
}

/** How many of falling values are greater or equal. */
function upperBound(falling: readonly number[], value: number): number {
  return firstWhere(falling, (other) => other < value);
}

function firstWhere(falling: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(falling[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
