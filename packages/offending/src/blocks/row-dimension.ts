/** A dimension of a table whose levels are those its rows have, in their order; without a total, as people are in several. */
export function rowDimension<Row>(id: string, label: string, rows: readonly Row[], levelOf: (row: Row) => string) {
  const levels = [...new Set(rows.map(levelOf))].map((level) => ({ id: level, label: level }));
  return { id, label, levels, total: null };
}
