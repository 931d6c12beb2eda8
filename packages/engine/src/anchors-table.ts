import { type Columns, columnsOf, datesOf, integersOf, isPresent } from "@likewise/schema";
import { repeatedUnit } from "./repeated-unit.ts";

/**
 * The unit and date of anchors, checked: a unit has one anchor; with two, or none to name, a count would not say
 * whose it is.
 */
export function anchorsTable(caller: string, anchors: Columns): Columns {
  const unit = integersOf(anchors, "unit");
  for (let row = 0; row < anchors.numRows; row++) {
    if (!isPresent(unit, row)) throw new RangeError(`${caller}: every anchor must have a unit, got none in row ${row}`);
  }
  const row = repeatedUnit(unit.values);
  if (row >= 0) throw new RangeError(`${caller}: a unit must have one anchor, got a second one in row ${row}`);
  return columnsOf({ unit, date: datesOf(anchors, "date") });
}
