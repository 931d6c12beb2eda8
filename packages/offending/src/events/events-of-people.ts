import { type Columns, datesOf, integersOf, isPresent } from "@likewise/schema";

/**
 * Days of the events each person has that carry the flags asked for, in rising order.
 *
 * @param events from `observedEvents`
 * @param where  flags an event must have; a missing flag matches neither
 * @returns by unit; people without an event are not in it
 * @throws RangeError when the events have no such flag
 */
export function eventsOfPeople(events: Columns, where: Readonly<Record<string, boolean>>): Map<number, number[]> {
  const units = integersOf(events, "unit").values;
  const days = datesOf(events, "date").values;
  const flags = Object.entries(where).map(([name, value]) => {
    const column = events.columns[name];
    if (column === undefined) throw new RangeError(`eventsOfPeople: events must have the flag ${name}, got none`);
    return { column, value: Number(value) };
  });
  const found = new Map<number, number[]>();
  units.forEach((unit, row) => {
    if (!flags.every(({ column, value }) => isPresent(column, row) && Number(column.values[row]) === value)) return;
    const own = found.get(unit);
    if (own === undefined) found.set(unit, [days[row]!]);
    else own.push(days[row]!);
  });
  for (const own of found.values()) own.sort((a, b) => a - b);
  return found;
}
