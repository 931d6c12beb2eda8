import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import { latestAt, numberAt, type ReadColumn, textAt } from "../table/read-column.ts";

/**
 * Spells of one person and kind that begin on or before the end of an earlier one; an open spell has no end. Of partial
 * dates, spells overlap where they do on whatever days they began and ended: by the last day of a beginning and the
 * first of an end.
 */
export function checkSpells(ledger: IssueLedger, columns: ReadonlyMap<string, ReadColumn>): void {
  const [person, kind, from, to] = ["person", "kind", "from", "to"].map((name) => columns.get(name));
  if (person === undefined || kind === undefined || from === undefined) return;
  const spells: { row: number; of: string; first: number; last: number }[] = [];
  for (let row = 0; row < ledger.rejected.length; row++) {
    if (ledger.rejected[row] === 1) continue;
    const last = to === undefined ? null : numberAt(to, row);
    const of = `${textAt(person, row)}\u001f${textAt(kind, row)}`;
    spells.push({ row, of, first: latestAt(from, row)!, last: last ?? Number.POSITIVE_INFINITY });
  }
  spells.sort((a, b) => (a.of === b.of ? a.first - b.first || a.row - b.row : a.of < b.of ? -1 : 1));
  const nobody = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let reached = nobody;
  for (const [index, spell] of spells.entries()) {
    if (spell.of !== spells[index - 1]?.of) reached = nobody;
    if (spell.first <= reached.last && reached.first <= spell.last) {
      noteIssue(ledger, "overlapping_spells", spell.row, headerOf(from.mapped));
    }
    if (spell.last > reached.last) reached = spell;
  }
}
