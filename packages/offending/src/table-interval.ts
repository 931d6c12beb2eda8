/** The limits of a figure as a cell of a table holds them. */
export function tableInterval(limits: readonly [number, number] | null): [number, number] | null {
  return limits === null ? null : [limits[0], limits[1]];
}
