import { type Cell, type MeasureResult, type Results, type Table, type TableForm, tableId } from "@likewise/schema";
import { reporterNames } from "../wording/labels.ts";

/** One score of one instrument by one reporter, with its tables. */
export interface MeasureLine {
  readonly measure: MeasureResult;
  /** The score as pages call it, and whose account it is: no two reporters share a line. */
  readonly name: string;
  /** Its table of a kind; null where there is none. */
  table(kind: MeasureTable): Table | null;
}

/** The kinds of table that a score has: `rates`, `bins`, `means`. */
export type MeasureTable = TableForm extends infer Form
  ? Form extends `measure-${infer Kind}-*`
    ? Kind
    : never
  : never;

/** Every line, what victim-survivors say first. */
export function measureLines({ measures, tables }: Results): MeasureLine[] {
  const several = (one: MeasureResult) =>
    measures.filter(({ measure, reporter }) => measure.id === one.measure.id && reporter === one.reporter).length > 1;
  const first = (one: MeasureResult) => Number(one.reporter === "victim-survivor");
  return [...measures]
    .sort((a, b) => first(b) - first(a))
    .map((measure) => ({
      measure,
      name: `${measure.measure.title}${several(measure) ? `, ${measure.score ?? measure.id}` : ""} (${reporterNames[measure.reporter] ?? measure.reporter})`,
      table: (kind) =>
        tables.find(({ id }) => id === tableId(`measure-${kind}-*`, measure.id) && measure.tables.includes(id)) ?? null,
    }));
}

/** Groups of a table in the order of its levels; one without the dimension is of everybody. */
export function groupsOfTable(table: Table): { readonly id: string | null; readonly cells: readonly Cell[] }[] {
  const dimension = table.dimensions.find(({ id }) => id === "group");
  if (dimension === undefined) return [{ id: null, cells: table.cells }];
  return dimension.levels.flatMap(({ id }) => {
    const cells = table.cells.filter(({ at }) => at.group === id);
    return cells.length === 0 ? [] : [{ id, cells }];
  });
}
