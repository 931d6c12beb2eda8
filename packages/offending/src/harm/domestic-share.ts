import type { Table } from "@likewise/schema";
import { median, type ProportionInterval, quantile, shareOf, wilsonInterval } from "@likewise/stats";

/** Whether a person's recorded offending is of one kind. */
export type OffendingKind = "domestic-only" | "mixed" | "other-only" | "none";

/** How far people's offending is domestic abuse alone, and how far part of offending at large. */
export interface DomesticShare {
  readonly kind: "likewise/domestic-share";
  readonly window: string;
  /** Least events a person must have for their kind to be told; one event is always of one kind. */
  readonly leastEvents: number;
  readonly people: number;
  /** People with at least that many events whose flag is known. */
  readonly offenders: number;
  readonly kinds: readonly {
    readonly kind: Exclude<OffendingKind, "none">;
    readonly people: number;
    /** Of offenders; null without one. */
    readonly share: number | null;
    readonly interval: ProportionInterval | null;
  }[];
  /** Domestic events over all events of each offender; null without an offender. */
  readonly shares: { readonly lowerQuartile: number; readonly median: number; readonly upperQuartile: number } | null;
  readonly events: number;
  readonly domesticEvents: number;
  /** Events that do not say whether they are domestic: in no share. */
  readonly flagMissing: number;
}

/**
 * Specialists and generalists: who has domestic-abuse events alone, and who offends otherwise too.
 *
 * A person with one event is a specialist by arithmetic, so ask for two or more beside the default of one. Events whose
 * domestic flag is missing are in neither count and are counted themselves.
 *
 * @param people domestic, other and unflagged events of each person in one window, whole numbers
 * @param leastEvents events with a known flag a person needs, >= 1
 * @throws RangeError when leastEvents is not a whole number of 1 or more, or a count is not one of 0 or more
 * @example
 * const people = [{ domestic: 2, other: 0, unflagged: 0 }, { domestic: 1, other: 3, unflagged: 1 }, { domestic: 0, other: 0, unflagged: 0 }];
 * domesticShare(people, { window: "before-24m" }).kinds.map((kind) => kind.people); // [1, 1, 0]
 */
export function domesticShare(
  people: readonly { readonly domestic: number; readonly other: number; readonly unflagged: number }[],
  { window, leastEvents = 1 }: { readonly window: string; readonly leastEvents?: number },
): DomesticShare {
  if (!Number.isInteger(leastEvents) || leastEvents < 1) {
    throw new RangeError(`domesticShare: leastEvents must be a whole number of 1 or more (events), got ${leastEvents}`);
  }
  for (const count of people.flatMap(({ domestic, other, unflagged }) => [domestic, other, unflagged])) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`domesticShare: people must have whole numbers of events from 0, got ${count}`);
    }
  }
  const offenders = people.filter(({ domestic, other }) => domestic + other >= leastEvents);
  const shares = offenders.map(({ domestic, other }) => domestic / (domestic + other));
  const total = (of: (person: (typeof people)[number]) => number) =>
    people.reduce((sum, person) => sum + of(person), 0);
  return {
    kind: "likewise/domestic-share",
    window,
    leastEvents,
    people: people.length,
    offenders: offenders.length,
    kinds: kinds.map(({ id, holds }) => {
      const count = shares.filter(holds).length;
      const none = offenders.length === 0;
      return {
        kind: id,
        people: count,
        share: none ? null : count / offenders.length,
        interval: none ? null : wilsonInterval({ events: count, total: offenders.length }),
      };
    }),
    shares:
      shares.length === 0
        ? null
        : { lowerQuartile: quantile(shares, 0.25), median: median(shares), upperQuartile: quantile(shares, 0.75) },
    events: total(({ domestic, other, unflagged }) => domestic + other + unflagged),
    domesticEvents: total(({ domestic }) => domestic),
    flagMissing: total(({ unflagged }) => unflagged),
  };
}

const kinds = [
  { id: "domestic-only", label: "domestic abuse only", holds: (share: number) => share === 1 },
  { id: "mixed", label: "domestic abuse and other offending", holds: (share: number) => share > 0 && share < 1 },
  { id: "other-only", label: "other offending only", holds: (share: number) => share === 0 },
] as const;

/**
 * The same as a table to publish: people with enough events by kind of offending, out of whom the shares are; the total
 * is out of everyone.
 *
 * @param id of the table
 * @example
 * domesticShareTable(domesticShare([{ domestic: 1, other: 1, unflagged: 0 }], { window: "before-24m" }), "t").cells.map(({ numerator }) => numerator); // [0, 1, 0, 1]
 */
export function domesticShareTable(result: DomesticShare, id: string): Table {
  const { offenders, people, leastEvents, window } = result;
  const least = leastEvents === 1 ? "any event" : `${leastEvents} events or more`;
  return {
    id,
    title: `Domestic abuse only, or part of offending at large: people with ${least}`,
    unit: "person",
    definition: `domestic-share-${leastEvents}`,
    window,
    dimensions: [
      {
        id: "offending",
        label: "Recorded offending",
        levels: [
          ...kinds.map(({ id: level, label }) => ({ id: level, label })),
          { id: "all", label: `people with ${least}` },
        ],
        total: "all",
      },
    ],
    cells: [
      ...result.kinds.map(({ kind, people: count, share, interval }) => ({
        at: { offending: kind },
        numerator: count,
        denominator: offenders,
        value: share,
        interval: interval === null ? null : ([interval.lower, interval.upper] as [number, number]),
      })),
      { at: { offending: "all" }, ...shareOf(offenders, people) },
    ],
    linked: [],
  };
}
