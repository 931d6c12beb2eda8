import type { TextColumnCodes } from "./read-column.ts";

/** How many rows not rejected hold each text. */
export function rowsUsing(
  rejected: Uint8Array,
  { codes, rowsOf }: Pick<TextColumnCodes, "codes" | "rowsOf">,
): Int32Array {
  const using = rowsOf.slice();
  for (let row = rejected.indexOf(1); row !== -1; row = rejected.indexOf(1, row + 1)) {
    if (codes[row] !== -1) using[codes[row]!]!--;
  }
  return using;
}
