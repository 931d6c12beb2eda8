import {
  booleanColumn,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  parseIsoDate,
  textColumn,
} from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { PersonEvent } from "../model/draw-events.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Household } from "./households.ts";

interface Row {
  readonly person: string;
  readonly event: PersonEvent;
  readonly victim: string | null;
  readonly provenDay: number | null;
}

/**
 * The police extract: events of everybody the police were asked about and knew, by reference number. What was proven
 * after the extract is not known yet.
 */
export function eventsTable(
  people: readonly SimulatedPerson[],
  households: readonly Household[],
  extractDate: string,
  stream: RandomStream,
): Columns {
  const extractDay = parseIsoDate(extractDate)!;
  const rows: Row[] = [];
  for (const [i, person] of people.entries()) {
    if (person.search !== "found") continue;
    for (const event of person.events) {
      const provenDay = event.provenDay !== null && event.provenDay <= extractDay ? event.provenDay : null;
      rows.push({ person: person.id, event, victim: victimOf(event, households[i]!, stream), provenDay });
    }
  }
  rows.sort((a, b) => a.event.day - b.event.day);
  const recorded = rows.map((row) => Math.min(extractDay, row.event.day + stream.choice([0, 0, 0, 1, 1, 3, 9])));
  return columnsOf({
    event: textColumn(rows.map((_, i) => `E${100001 + i}`)),
    person: textColumn(rows.map((row) => row.person)),
    event_date: dateColumn(rows.map((row) => row.event.day)),
    recorded_date: dateColumn(recorded),
    code: textColumn(rows.map((row) => row.event.offence.code)),
    offence: textColumn(rows.map((row) => row.event.offence.text)),
    domestic: booleanColumn(rows.map((row) => row.event.domestic)),
    crime: booleanColumn(rows.map((row) => row.event.crime)),
    breach: booleanColumn(rows.map((row) => row.event.breach)),
    role: categoryColumn(rows.map(roleOf)),
    victim: textColumn(rows.map((row) => row.victim)),
    disposal: textColumn(rows.map((row) => disposalOf(row, stream))),
    proven_date: dateColumn(rows.map((row) => row.provenDay)),
  });
}

function victimOf(event: PersonEvent, household: Household, stream: RandomStream): string | null {
  if (!event.domestic || event.asVictim) return null;
  const [first, second] = household.victims;
  return second !== undefined && stream.bernoulli(0.3) ? second.id : first!.id;
}

function roleOf({ event, provenDay }: Row): "victim" | "offender" | "suspect" {
  if (event.asVictim) return "victim";
  return provenDay === null ? "suspect" : "offender";
}

function disposalOf({ event, provenDay }: Row, stream: RandomStream): string | null {
  if (!event.crime || event.asVictim) return null;
  if (provenDay !== null) return stream.choice(["conviction", "caution"], [0.8, 0.2]);
  return event.provenDay !== null ? "charge" : "no further action";
}
