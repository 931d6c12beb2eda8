import { type Columns, naturalOrder, parseIsoDate } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import type { SafetyData } from "./safety-data.ts";

/** What a child is in on one day: the most that is in force. */
export const childStates = [
  { id: "none", label: "None of these" },
  { id: "child-in-need", label: "In need" },
  { id: "child-protection", label: "Protection" },
  { id: "child-in-care", label: "Care" },
] as const;
export type ChildState = (typeof childStates)[number]["id"];

/** From one day to another, both included. */
export interface StateSpell {
  readonly state: ChildState;
  readonly from: number;
  readonly to: number;
}

/** A child followed from the index date to the data cut. */
export interface ChildCourse {
  readonly child: string;
  readonly index: number;
  /** In force on the index date and after it, without gaps; the last is cut at the day the data end. */
  readonly spells: readonly StateSpell[];
  /** Whether the child was in any status before the index date, as far as the records go back. */
  readonly before: boolean;
}

export interface ChildrenCourses {
  readonly cut: number;
  readonly courses: readonly ChildCourse[];
  /** Linked children whose index date is not known, or whom the records do not cover. */
  readonly notFollowed: number;
}

/**
 * The course of every linked child through need, protection and care, from the index date of the person they are linked
 * to until the data end. Of overlapping statuses the highest counts; a status without a last day goes on to the cut.
 *
 * @returns null where there are no statuses, or the plan does not say which days they cover: no record is not no status
 */
export function childrenCourses({ plan, tables, children }: SafetyData): ChildrenCourses | null {
  const coverage = plan.data.tables.statuses?.coverage;
  const from = coverage?.from === undefined ? null : parseIsoDate(coverage.from);
  const cut = parseIsoDate(coverage?.to ?? plan.data.asAt ?? "");
  if (tables.statuses === undefined || from === null || cut === null || children.size === 0) return null;
  const spells = spellsOf(tables.statuses);
  const followed = [...children].flatMap(([child, index]) =>
    index === null || index < from || index > cut ? [] : [{ child, index }],
  );
  return {
    cut,
    courses: followed.map(({ child, index }) => courseOf(child, index, cut, spells.get(child) ?? [])),
    notFollowed: children.size - followed.length,
  };
}

interface Raw {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

function courseOf(child: string, index: number, cut: number, raw: readonly Raw[]): ChildCourse {
  const edges = new Set([index, cut + 1]);
  for (const { from, to } of raw) for (const day of [from, to + 1]) if (day > index && day <= cut) edges.add(day);
  const days = [...edges].sort((a, b) => a - b);
  const spells: StateSpell[] = [];
  for (const [at, day] of days.slice(0, -1).entries()) {
    const rank = Math.max(0, ...raw.filter(({ from, to }) => from <= day && day <= to).map((one) => one.rank));
    const state = childStates[rank]!.id;
    const last = spells.at(-1);
    const to = days[at + 1]! - 1;
    if (last?.state === state) spells[spells.length - 1] = { ...last, to };
    else spells.push({ state, from: day, to });
  }
  return { child, index, spells, before: raw.some(({ from }) => from < index) };
}

function spellsOf({ numRows, columns }: Columns): ReadonlyMap<string, readonly Raw[]> {
  const spells = new Map<string, Raw[]>();
  for (let row = 0; row < numRows; row++) {
    const person = textAt(columns.person, row);
    const from = dayAt(columns.from, row);
    const rank = childStates.findIndex(({ id }) => id === textAt(columns.kind, row));
    if (person === null || from === null || rank < 1) continue;
    const own = spells.get(person) ?? [];
    spells.set(person, own);
    own.push({ rank, from, to: dayAt(columns.to, row) ?? Number.POSITIVE_INFINITY });
  }
  return new Map([...spells].sort(([a], [b]) => naturalOrder(a, b)));
}
