import { type Baseline, type Columns, naturalOrder, type StudyPlan } from "@likewise/schema";
import { textAt } from "../people/fields.ts";

/** What the questions about safety are answered from. */
export interface SafetyData {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  /** Ids of the treated people analysed, and their index dates. */
  readonly treated: ReadonlyMap<string, number | null>;
  /** Victim-survivors linked to them. */
  readonly victimSurvivors: ReadonlySet<string>;
  /** Children linked to them, with the index date of the person they are linked to (of several the first). */
  readonly children: ReadonlyMap<string, number | null>;
}

/**
 * The treated people and who is linked to them. A linked person is a child or a victim-survivor by their role in people;
 * where people says nothing, a dyad's other person is a victim-survivor. Links to workers are not links to family.
 */
export function safetyData(plan: StudyPlan, tables: Readonly<Record<string, Columns>>, baseline: Baseline): SafetyData {
  const { id, arm, indexDate } = baseline.table.columns;
  const treated = new Map<string, number | null>();
  id.values.forEach((text, row) => {
    const known = indexDate.valid === null || indexDate.valid[row] === 1;
    if (arm.values[row] === 1) treated.set(text, known ? indexDate.values[row]! : null);
  });
  const roles = rolesById(tables.people);
  const victimSurvivors = new Set<string>();
  const children = new Map<string, number | null>();
  for (const link of linksOf(tables)) {
    if (!treated.has(link.person) || link.kind === "worker") continue;
    const role = roles.get(link.linkedPerson) ?? (link.kind === "dyad" ? "adult-victim-survivor" : null);
    if (role === "adult-victim-survivor") victimSurvivors.add(link.linkedPerson);
    if (role === "child") {
      children.set(link.linkedPerson, earlier(children.get(link.linkedPerson), treated.get(link.person)!));
    }
  }
  return {
    plan,
    tables,
    treated,
    victimSurvivors,
    children: new Map([...children].sort(([a], [b]) => naturalOrder(a, b))),
  };
}

/** One row of links. */
export interface Link {
  readonly person: string;
  readonly linkedPerson: string;
  readonly kind: string;
  readonly row: number;
}

export function linksOf(tables: Readonly<Record<string, Columns>>): readonly Link[] {
  const { links } = tables;
  if (links === undefined) return [];
  const { person, linked_person, kind } = links.columns;
  return Array.from({ length: links.numRows }, (_, row) => ({
    person: textAt(person, row) ?? "",
    linkedPerson: textAt(linked_person, row) ?? "",
    kind: textAt(kind, row) ?? "",
    row,
  }));
}

function rolesById(people: Columns | undefined): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  if (people === undefined) return roles;
  for (let row = 0; row < people.numRows; row++) {
    const id = textAt(people.columns.person, row);
    const role = textAt(people.columns.role, row);
    const standing = id === null ? undefined : roles.get(id);
    // Of an id with several rows the first by natural order, so that the order of the file decides nothing.
    if (id !== null && role !== null && (standing === undefined || naturalOrder(role, standing) < 0))
      roles.set(id, role);
  }
  return roles;
}

function earlier(a: number | null | undefined, b: number | null): number | null {
  return a === undefined || a === null ? b : b === null ? a : Math.min(a, b);
}
