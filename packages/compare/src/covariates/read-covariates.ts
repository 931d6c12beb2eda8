import { type ColumnData, Failure, naturalOrder } from "@likewise/schema";
import { type Covariate, withHeldLevels } from "./covariate.ts";

/**
 * A column of the baseline artefact as a covariate, for the rows given: numbers, integers, dates (days) and booleans as
 * numbers, categories and text as factors with their levels in natural order.
 *
 * @param rows rows to take, in the order wanted; every one must be present
 */
export function readCovariate(name: string, column: ColumnData, rows: Int32Array): Covariate {
  if (column.type !== "category" && column.type !== "text") {
    return { kind: "number", name, values: Float64Array.from(rows, (row) => column.values[row]!) };
  }
  const labels = column.type === "text" ? column.values : Array.from(column.values, (code) => column.levels[code]!);
  const levels = [...new Set(Array.from(rows, (row) => labels[row]!))].sort(naturalOrder);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return withHeldLevels(
    name,
    levels,
    Int32Array.from(rows, (row) => codeOf.get(labels[row]!)!),
  );
}

/** The column of that name, or a failure naming those there are. */
export function columnNamed(
  columns: Readonly<Record<string, ColumnData>>,
  name: string,
  use: string,
  offered: readonly string[],
): ColumnData {
  const column = columns[name];
  if (column !== undefined) return column;
  throw new Failure("usage", `${use} "${name}" must be a baseline column; there are ${offered.join(", ") || "none"}`);
}
