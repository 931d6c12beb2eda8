import { type Anchors, type Baseline, type Columns, cell } from "@likewise/schema";

/**
 * The unit each row of a table is about, among the people of an artefact.
 *
 * @returns length numRows; -1 where the person is not in the artefact
 */
export function unitsOfIds(table: Columns, artefact: Anchors | Baseline, field = "person"): Int32Array {
  const { unit, id } = artefact.table.columns;
  const unitOf = new Map(id.values.map((text, row) => [text, unit.values[row]!]));
  const column = table.columns[field];
  return Int32Array.from({ length: table.numRows }, (_, row) => {
    const value = column === undefined ? null : cell(column, row);
    return value === null ? -1 : (unitOf.get(String(value)) ?? -1);
  });
}
