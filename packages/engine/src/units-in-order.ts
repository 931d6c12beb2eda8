import { type Columns, datesOf, integersOf, isPresent } from "@likewise/schema";
import { inRisingOrder } from "./repeated-unit.ts";

/** Units with an anchor, in rising order: a unit is known by its place among them. */
export interface UnitsInOrder {
  readonly unit: Int32Array;
  /** Which of the different anchor days each has; -1 where it has none. */
  readonly dayOf: Int32Array;
  /** Different anchor days, in the order they are met: a million people have a few hundred. */
  readonly days: Int32Array;
  /** -1 for another unit. */
  readonly placeOf: (unit: number) => number;
}

/** @param anchors integer `unit`, each once, and `date` */
export function unitsInOrder(anchors: Columns): UnitsInOrder {
  const units = integersOf(anchors, "unit").values;
  const dates = datesOf(anchors, "date");
  const unit = inRisingOrder(units).slice();
  const placeOf = placesOf(unit);
  const codes = new Map<number, number>();
  const dayOf = new Int32Array(unit.length).fill(-1);
  for (let row = 0; row < units.length; row++) {
    if (!isPresent(dates, row)) continue;
    const day = dates.values[row]!;
    let code = codes.get(day);
    if (code === undefined) {
      code = codes.size;
      codes.set(day, code);
    }
    dayOf[placeOf(units[row]!)] = code;
  }
  return { unit, dayOf, days: Int32Array.from(codes.keys()), placeOf };
}

/** Units are as a rule 0, 1, 2 …: then an array finds them many times faster than a map. */
function placesOf(unit: Int32Array): (unit: number) => number {
  const first = unit[0] ?? 0;
  const span = (unit.at(-1) ?? -1) - first + 1;
  if (span > 4 * unit.length) {
    const places = new Map(Array.from(unit, (one, place) => [one, place]));
    return (one) => places.get(one) ?? -1;
  }
  const places = new Int32Array(span).fill(-1);
  for (let place = 0; place < unit.length; place++) places[unit[place]! - first] = place;
  return (one) => places[one - first] ?? -1;
}
