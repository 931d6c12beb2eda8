import type { CodedTexts } from "./coded-texts.ts";

/**
 * Rows equal in every column to an earlier one, among the rows not rejected.
 *
 * @param columns  every column of the file
 * @param rejected 1 = not looked at
 */
export function equalRows(columns: ReadonlyMap<number, CodedTexts>, rejected: Uint8Array): number[] {
  const codes = [...columns.values()].map((column) => column.codes);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, rejected.length) * 2))).fill(-1);
  const isEqual = (a: number, b: number) => codes.every((column) => column[a] === column[b]);
  const equal: number[] = [];
  for (let row = 0; row < rejected.length; row++) {
    if (rejected[row] === 1) continue;
    let hash = 0;
    for (const column of codes) hash = Math.imul(hash ^ column[row]! ^ (hash >>> 15), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
    while (slots[slot] !== -1 && !isEqual(slots[slot]!, row)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] === -1) slots[slot] = row;
    else equal.push(row);
  }
  return equal;
}
