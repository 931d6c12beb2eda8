import { type Columns, parseIsoDate } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { PersonEvent } from "../model/draw-events.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Household } from "./households.ts";
import { recordColumns } from "./record-columns.ts";

/**
 * The police extract: events of everybody the police were asked about and knew, by reference number. What was proven
 * after the extract is not known yet.
 */
export function eventsTable(
  people: readonly SimulatedPerson[],
  households: readonly Household[],
  extractDate: string,
  fields: readonly string[],
  stream: RandomStream,
): Columns {
  const extractDay = parseIsoDate(extractDate)!;
  const known = people.flatMap((person, i) =>
    person.search !== "found"
      ? []
      : person.events.map((event) => ({ id: person.id, event, victim: victimOf(event, households[i]!, stream) })),
  );
  const rows = orderByDay(known.map(({ event }) => event.day)).map((from, i) => {
    const { id, event, victim } = known[from]!;
    const provenDay = event.provenDay !== null && event.provenDay <= extractDay ? event.provenDay : null;
    return {
      event: `E${100001 + i}`,
      person: id,
      event_date: event.day,
      recorded_date: Math.min(extractDay, event.day + stream.choice(recordingDelays)),
      code: event.offence.code,
      offence: event.offence.text,
      domestic: event.domestic,
      crime: event.crime,
      breach: event.breach,
      proactive: event.proactive === true,
      role: event.asVictim ? "victim" : provenDay === null ? "suspect" : "offender",
      victim,
      disposal: disposalOf(event, provenDay, stream),
      proven_date: provenDay,
    };
  });
  return recordColumns("events", fields as readonly (keyof (typeof rows)[number])[], rows);
}

/** Positions in order of day, those of one day in their order; numbers sort many times faster than objects. */
function orderByDay(days: readonly number[]): number[] {
  const most = days.length + 1;
  const keys = Float64Array.from(days, (day, position) => day * most + position).sort();
  return Array.from(keys, (key) => key % most);
}

const recordingDelays = [0, 0, 0, 1, 1, 3, 9];

function victimOf(event: PersonEvent, household: Household, stream: RandomStream): string | null {
  if (!event.domestic || event.asVictim) return null;
  const [first, second] = household.victims;
  return second !== undefined && stream.bernoulli(0.3) ? second.id : first!.id;
}

function disposalOf(event: PersonEvent, provenDay: number | null, stream: RandomStream): string | null {
  if (!event.crime || event.asVictim) return null;
  if (provenDay !== null) return stream.choice(["conviction", "caution"], [0.8, 0.2]);
  return event.provenDay !== null ? "charge" : "no-further-action";
}
