import { type Columns, columnsOf, integerColumn, isPresent, numberColumn, textColumn } from "@likewise/schema";

/** Matched rows of imputed data sets one after the other, each with its data set's number from 1. */
export function joinedRows(each: readonly Columns[]): Columns {
  const cells = <Value>(name: string) =>
    each.flatMap(({ columns, numRows }) => {
      const column = columns[name]!;
      return Array.from({ length: numRows }, (_, row) =>
        isPresent(column, row) ? (column.values[row] as Value) : null,
      );
    });
  return columnsOf({
    imputation: integerColumn(each.flatMap(({ numRows }, i) => new Array<number>(numRows).fill(i + 1))),
    unit: integerColumn(cells<number>("unit")),
    id: textColumn(cells<string>("id")),
    set: integerColumn(cells<number>("set")),
    weight: numberColumn(cells<number>("weight")),
    score: numberColumn(cells<number>("score")),
  });
}
