import { type Columns, columnsOf, datesOf, integersOf, isPresent } from "@likewise/schema";

/**
 * The unit and date of anchors, checked: a unit has one anchor; with two, or none to name, a count would not say
 * whose it is.
 */
export function anchorsTable(caller: string, anchors: Columns): Columns {
  const unit = integersOf(anchors, "unit");
  for (let row = 0; row < anchors.numRows; row++) {
    if (!isPresent(unit, row)) throw new RangeError(`${caller}: every anchor must have a unit, got none in row ${row}`);
  }
  const rising = unit.values.slice().sort();
  const repeated = rising.find((one, place) => one === rising[place - 1]);
  if (repeated !== undefined) {
    const row = unit.values.indexOf(repeated, unit.values.indexOf(repeated) + 1);
    throw new RangeError(`${caller}: a unit must have one anchor, got a second one in row ${row}`);
  }
  return columnsOf({ unit, date: datesOf(anchors, "date") });
}
