import { type Columns, naturalOrder, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";

/** One spell of a person in a phase, strand or list; both days included. */
export interface WorkSpell {
  readonly unit: number;
  readonly name: string;
  readonly from: number;
  /** null while it lasts */
  readonly to: number | null;
  readonly row: number;
}

/** Spells of one kind in the table of phases, of people known, that have begun; those that end before they begin are left out. */
export function workSpells(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  kind: "phase" | "strand" | "list",
): { readonly spells: readonly WorkSpell[]; readonly notUsed: number } | null {
  const { phases } = tables;
  if (phases === undefined) return null;
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const { work, from, to, kind: kinds } = phases.columns;
  const units = unitsOfRows(phases, people);
  const spells: WorkSpell[] = [];
  let notUsed = 0;
  for (let row = 0; row < units.length; row++) {
    if (textAt(kinds, row) !== kind || units[row]! < 0) continue;
    const spell = { unit: units[row]!, name: textAt(work, row), from: dayAt(from, row), to: dayAt(to, row) };
    if (spell.name === null || spell.from === null || (spell.to !== null && spell.to < spell.from)) notUsed++;
    else if (asAt === null || spell.from <= asAt) {
      const ended = spell.to !== null && (asAt === null || spell.to <= asAt);
      spells.push({ unit: spell.unit, name: spell.name, from: spell.from, to: ended ? spell.to : null, row });
    }
  }
  spells.sort((a, b) => a.unit - b.unit || a.from - b.from || naturalOrder(a.name, b.name) || a.row - b.row);
  return { spells, notUsed };
}
