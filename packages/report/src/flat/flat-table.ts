import { type Figure, isUnbounded, isWithheld, type Limit } from "@likewise/schema";

/** What a flat table holds: nothing nested. */
export type FlatValue = string | number | boolean | null;

/** One kind of result as rows under fixed column names. */
export interface FlatTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** As long as `columns`; null where there is nothing to show. */
  readonly rows: readonly (readonly FlatValue[])[];
}

/** A column, and where its value stands in a row of results. */
export interface FlatColumn<Row> {
  readonly name: string;
  of(row: Row): FlatValue | Figure | Limit | undefined;
}

/** Rows under the columns given, and two columns more that name what is withheld and which limits do not exist. */
export function flatTable<Row>(name: string, rows: readonly Row[], columns: readonly FlatColumn<Row>[]): FlatTable {
  return {
    name,
    columns: [...columns.map((column) => column.name), "withheld", "unbounded"],
    rows: rows.map((row) => {
      const found = columns.map((column) => ({ name: column.name, value: column.of(row) ?? null }));
      const marked = (is: (value: Figure | Limit) => boolean) => {
        const names = found.flatMap((one) =>
          typeof one.value === "object" && one.value !== null && is(one.value) ? [one.name] : [],
        );
        return names.length === 0 ? null : names.join(" ");
      };
      return [
        ...found.map(({ value }) => (typeof value === "object" ? null : value)),
        marked(isWithheld),
        marked(isUnbounded),
      ];
    }),
  };
}
