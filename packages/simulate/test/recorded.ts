import { addMonths, type CellValue } from "@likewise/schema";
import type { SimulatedProgramme } from "@likewise/simulate";
import { type EventRow, groupBy, rowsOf } from "./rows-of.ts";

/** What the tables say of one eligible person found in the police source, read in the plainest way. */
export interface Recorded {
  readonly id: string;
  readonly index: number;
  readonly selected: boolean;
  readonly judgement: CellValue;
  readonly person: Readonly<Record<string, CellValue>>;
  readonly events: readonly EventRow[];
}

/** The eligible people with police records, by the tables people, selections, searches and events alone. */
export function recordedPeople({ tables }: SimulatedProgramme): Recorded[] {
  const people = new Map(rowsOf(tables.people!).map((row) => [row.person, row]));
  const found = new Set(
    rowsOf(tables.searches!)
      .filter((row) => row.found)
      .map((row) => row.person),
  );
  const own = rowsOf<EventRow>(tables.events!).filter((row) => row.role !== "victim");
  const events = groupBy(own, (row) => row.person);
  return rowsOf(tables.selections!)
    .filter((row) => row.reason !== "under-18" && found.has(row.person))
    .map((row) => ({
      id: row.person as string,
      index: row.decision_date as number,
      selected: row.panel_decision === "selected",
      judgement: row.judgement!,
      person: people.get(row.person!)!,
      events: events.get(row.person as string) ?? [],
    }));
}

/** Domestic-abuse crimes in (index + from months, index + to months]. */
export function domesticCrimes(person: Recorded, from: number, to: number): number {
  const [after, upTo] = [addMonths(person.index, from), addMonths(person.index, to)];
  return person.events.filter(
    (event) => event.crime && event.domestic && event.event_date > after && event.event_date <= upTo,
  ).length;
}

/** Realised value of each outcome of the plan. */
export const realised: Readonly<Record<string, (person: Recorded) => number>> = {
  "da-recorded-12m": (person) => Number(domesticCrimes(person, 0, 12) > 0),
  "da-count-12m": (person) => domesticCrimes(person, 0, 12),
  "da-proven-12m": (person) => {
    const [upTo, provenBy] = [addMonths(person.index, 12), addMonths(person.index, 18)];
    const proven = person.events.some(
      ({ event_date, proven_date, crime, domestic }) =>
        crime &&
        domestic &&
        event_date > person.index &&
        event_date <= upTo &&
        proven_date !== null &&
        proven_date <= provenBy,
    );
    return Number(proven);
  },
  "any-recorded-12m": (person) => {
    const upTo = addMonths(person.index, 12);
    return Number(
      person.events.some(({ event_date, crime }) => crime && event_date > person.index && event_date <= upTo),
    );
  },
};

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
