import { addMonths, type Columns, parseIsoDate, type StatusesRecord } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import type { SafetyData } from "./safety-data.ts";
import type { SafetyFinding, SafetyQuestion } from "./safety-question.ts";

const statuses: readonly { readonly kind: StatusesRecord["kind"]; readonly words: string }[] = [
  { kind: "child-in-need", words: "a child-in-need plan" },
  { kind: "child-protection", words: "a child-protection plan" },
  { kind: "child-in-care", words: "care" },
];
const monthsAfter = 12;

const about = { question: "children-safer", who: "children", reporter: null } as const;

/** Children linked to treated people, and their status at the index date and a year later. */
export const childrenQuestions: readonly SafetyQuestion[] = [
  {
    ...about,
    id: "children-linked",
    definition: "Children linked to a treated person; a count of children",
    alwaysShown: true,
    measure: ({ tables, children }) =>
      tables.links === undefined ? null : { numerator: children.size, denominator: null, unknown: 0 },
  },
  ...statuses.map(
    ({ kind, words }): SafetyQuestion => ({
      ...about,
      id: `children-${kind}`,
      definition: `Linked children in ${words} ${monthsAfter} months after the index date, and before it on the index date, among those whose statuses are covered on both days; unknown counts the others`,
      alwaysShown: kind === "child-protection",
      measure: (data) => statusBeforeAndAfter(data, kind),
    }),
  ),
];

function statusBeforeAndAfter({ plan, tables, children }: SafetyData, kind: string): SafetyFinding | null {
  const table = tables.statuses;
  const coverage = plan.data.tables.statuses?.coverage;
  const from = coverage?.from === undefined ? null : parseIsoDate(coverage.from);
  const to = parseIsoDate(coverage?.to ?? plan.data.asAt ?? "");
  if (table === undefined || from === null || to === null || children.size === 0) return null;
  const spells = spellsByPerson(table, kind);
  const followed = [...children].flatMap(([child, index]) =>
    index !== null && index >= from && addMonths(index, monthsAfter) <= to ? [{ child, index }] : [],
  );
  const inStatus = (dayOf: (index: number) => number) =>
    followed.filter(({ child, index }) =>
      (spells.get(child) ?? []).some((spell) => spell.from <= dayOf(index) && dayOf(index) <= spell.to),
    ).length;
  return {
    numerator: inStatus((index) => addMonths(index, monthsAfter)),
    denominator: followed.length,
    before: { numerator: inStatus((index) => index), denominator: followed.length },
    unknown: children.size - followed.length,
  };
}

function spellsByPerson(table: Columns, kind: string): Map<string, { from: number; to: number }[]> {
  const spells = new Map<string, { from: number; to: number }[]>();
  for (let row = 0; row < table.numRows; row++) {
    const person = textAt(table.columns.person, row);
    const from = dayAt(table.columns.from, row);
    if (person === null || from === null || textAt(table.columns.kind, row) !== kind) continue;
    const to = dayAt(table.columns.to, row) ?? Number.POSITIVE_INFINITY;
    const standing = spells.get(person);
    if (standing === undefined) spells.set(person, [{ from, to }]);
    else standing.push({ from, to });
  }
  return spells;
}
