import { type Anchors, indexStage, rowsWhere, takeRows, type UnitColumns } from "@likewise/schema";
import type { PersonObserved } from "./people-observed.ts";

/** Unit, id, cluster and role of the people analysed, from their index rows; `caller` is named in the error. */
export function unitColumns(caller: string, anchors: Anchors, people: readonly PersonObserved[]): UnitColumns {
  const { stage } = anchors.table.columns;
  const index = stage.levels.indexOf(indexStage);
  const rows = rowsWhere(anchors.table, (row) => stage.values[row] === index);
  const { unit, id, cluster, role } = takeRows(anchors.table, rows).columns;
  if (unit.values.length !== people.length || unit.values.some((one, row) => one !== people[row]!.unit)) {
    throw new RangeError(`${caller}: observation must have one row for each index row of anchors, in their order`);
  }
  return { unit, id, cluster, role };
}
