import { booleansOf, type Columns, datesOf, integersOf, isPresent } from "@likewise/schema";
import type { AskedOfEvents } from "./asked-of-events.ts";
import { chunkEvents, type EventChunk, neverProven } from "./event-chunk.ts";
import type { UnitsInOrder } from "./units-in-order.ts";

/** Hands over events held as columns, of units with an anchor day, in chunks. */
export function loadedEvents(
  { dayOf, placeOf }: UnitsInOrder,
  events: Columns,
  asked: AskedOfEvents,
  add: (chunk: EventChunk) => void,
): void {
  const unit = integersOf(events, "unit");
  const dates = datesOf(events, "date");
  const flag = ({ name, value }: { name: string; value: boolean }) => ({
    column: booleansOf(events, name),
    value: Number(value),
  });
  const shared = asked.shared.map(flag);
  const apart = asked.apart.map(flag);
  const proven = asked.proven ? datesOf(events, "provenDate") : null;
  const sums = asked.sums.map((name) => integersOf(events, name));
  const has = ({ column, value }: (typeof shared)[number], row: number) =>
    isPresent(column, row) && column.values[row] === value;

  const place = new Int32Array(chunkEvents);
  const day = new Int32Array(chunkEvents);
  const date = new Int32Array(chunkEvents);
  const flags = new Int32Array(chunkEvents);
  const provenDate = proven === null ? null : new Int32Array(chunkEvents);
  const numbers = sums.map(() => new Int32Array(chunkEvents));
  let count = 0;
  for (let row = 0; row < events.numRows; row++) {
    if (!isPresent(unit, row) || !isPresent(dates, row)) continue;
    const at = placeOf(unit.values[row]!);
    if (at < 0 || dayOf[at]! < 0 || !shared.every((one) => has(one, row))) continue;
    place[count] = at;
    day[count] = dayOf[at]!;
    date[count] = dates.values[row]!;
    let bits = 0;
    for (let bit = 0; bit < apart.length; bit++) if (has(apart[bit]!, row)) bits |= 1 << bit;
    flags[count] = bits;
    if (provenDate !== null) provenDate[count] = isPresent(proven!, row) ? proven!.values[row]! : neverProven;
    for (let sum = 0; sum < sums.length; sum++) {
      numbers[sum]![count] = isPresent(sums[sum]!, row) ? sums[sum]!.values[row]! : 0;
    }
    if (++count === chunkEvents) {
      add({ count, place, day, date, flags, provenDate, numbers });
      count = 0;
    }
  }
  if (count > 0) add({ count, place, day, date, flags, provenDate, numbers });
}
