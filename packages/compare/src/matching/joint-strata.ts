/**
 * Strata of rows that agree on every column: 0 for everybody when there is no column.
 *
 * @param columns each coded as whole numbers from 0, length n
 * @throws RangeError when a column has another length or a code is not a whole number >= 0
 */
export function jointStrata(
  columns: readonly ArrayLike<number>[],
  numRows: number,
): { strata: Int32Array; numStrata: number } {
  const strata = new Int32Array(numRows);
  let numStrata = 1;
  columns.forEach((column, index) => {
    if (column.length !== numRows) {
      throw new RangeError(`matchNearest: exact[${index}] must have ${numRows} entries, got ${column.length}`);
    }
    const codes = new Map<string, number>();
    for (let row = 0; row < numRows; row++) {
      const code = column[row]!;
      if (!(Number.isInteger(code) && code >= 0)) {
        throw new RangeError(`matchNearest: exact[${index}] must hold whole numbers >= 0, row ${row} does not`);
      }
      const key = `${strata[row]} ${code}`;
      const stratum = codes.get(key) ?? codes.size;
      codes.set(key, stratum);
      strata[row] = stratum;
    }
    numStrata = Math.max(1, codes.size);
  });
  return { strata, numStrata };
}
