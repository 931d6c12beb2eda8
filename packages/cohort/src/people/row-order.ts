import { type ColumnData, type Columns, naturalOrder } from "@likewise/schema";
import { dayAt, textAt } from "./fields.ts";

/** Orders two rows of one table: negative when the first comes first, 0 only for rows that say the same. */
export type RowOrder = (a: number, b: number) => number;

/**
 * Rows by day, those without one last; of one day by the natural order of `value`, then of every other cell, missing
 * last. It looks at nothing but what the rows say, so the order in which a file lists them decides nothing.
 *
 * @param dates undefined where rows have no day
 * @param value the column that is read from the row chosen
 */
export function rowOrder(table: Columns, dates: ColumnData | undefined, value?: ColumnData): RowOrder {
  const others = Object.keys(table.columns)
    .filter((name) => name !== "line")
    .sort(naturalOrder)
    .map((name) => table.columns[name]!);
  const columns = value === undefined ? others : [value, ...others];
  return (a, b) => {
    const order = compareMissingLast(dayAt(dates, a), dayAt(dates, b), (x, y) => x - y);
    if (order !== 0) return order;
    for (const column of columns) {
      const byText = compareMissingLast(textAt(column, a), textAt(column, b), naturalOrder);
      if (byText !== 0) return byText;
    }
    return 0;
  };
}

/** Missing after everything else. */
export function compareMissingLast<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}
