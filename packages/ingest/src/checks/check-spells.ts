import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import { numberAt, type ReadColumn, textAt } from "../table/read-column.ts";

/** Spells of one person and kind that begin on or before the end of an earlier one; an open spell has no end. */
export function checkSpells(ledger: IssueLedger, columns: ReadonlyMap<string, ReadColumn>): void {
  const [person, kind, from, to] = ["person", "kind", "from", "to"].map((name) => columns.get(name));
  if (person === undefined || kind === undefined || from === undefined) return;
  const spells: { row: number; of: string; first: number; last: number }[] = [];
  for (let row = 0; row < ledger.rejected.length; row++) {
    if (ledger.rejected[row] === 1) continue;
    const last = to === undefined ? null : numberAt(to, row);
    const of = `${textAt(person, row)}\u001f${textAt(kind, row)}`;
    spells.push({ row, of, first: numberAt(from, row)!, last: last ?? Number.POSITIVE_INFINITY });
  }
  spells.sort((a, b) => (a.of === b.of ? a.first - b.first || a.row - b.row : a.of < b.of ? -1 : 1));
  let reached = Number.NEGATIVE_INFINITY;
  for (const [index, spell] of spells.entries()) {
    if (spell.of !== spells[index - 1]?.of) reached = Number.NEGATIVE_INFINITY;
    if (spell.first <= reached) noteIssue(ledger, "overlapping_spells", spell.row, headerOf(from.mapped));
    reached = Math.max(reached, spell.last);
  }
}
