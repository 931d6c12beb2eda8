import { type Columns, cell, columnsOf, recordSchema, rowsWhere, takeRows } from "@likewise/schema";

/**
 * A table as it stands on the day of the extract: rows that begin later are not there yet, and what happened later to
 * the others is blank, together with what would say that it happened.
 */
export function asAt(table: string, columns: Columns, extractDay: number): Columns {
  const record = recordSchema(table);
  const later = (rows: Columns, field: string, row: number) => {
    const day = field in rows.columns ? cell(rows.columns[field]!, row) : null;
    return day !== null && Number(day) > extractDay;
  };
  const begun =
    record.date === null
      ? columns
      : takeRows(
          columns,
          rowsWhere(columns, (row) => !later(columns, record.date!, row)),
        );
  const blanks = Object.keys(begun.columns)
    .filter((field) => begun.columns[field]!.type === "date" && !record.mayLieAhead.includes(field))
    .flatMap((field) => [field, ...(saidBy[`${table}.${field}`] ?? [])].map((blanked) => ({ field, blanked })));
  return columnsOf(
    Object.fromEntries(
      Object.entries(begun.columns).map(([name, column]) => {
        const dates = blanks.filter(({ blanked }) => blanked === name).map(({ field }) => field);
        if (dates.length === 0) return [name, column];
        const valid = Uint8Array.from({ length: begun.numRows }, (_, row) =>
          cell(column, row) === null || dates.some((field) => later(begun, field, row)) ? 0 : 1,
        );
        return [name, { ...column, valid: valid.includes(0) ? valid : null }];
      }),
    ),
  );
}

/** Fields that say the same as a date, and are not known before it. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  "referrals.closed_date": ["closure_reason"],
  "links.offer_date": ["accepted", "accept_date", "worker_type"],
  "links.accept_date": ["accepted"],
};
