/** The number of draws, which must be the same of everything. */
export function requireDraws(caller: string, columns: readonly ArrayLike<number>[]): number {
  const draws = columns[0]?.length ?? 0;
  const other = columns.find(({ length }) => length !== draws);
  if (draws === 0 || other !== undefined) {
    throw new RangeError(
      `${caller}: draws must be equally many, one or more, got ${draws} and ${other?.length ?? draws}`,
    );
  }
  return draws;
}
