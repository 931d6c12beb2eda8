import { addMonths, type Baseline, cell, parseIsoDate, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, total } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { type AbuseAccounts, worstAt } from "./abuse-accounts.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";

const months = 12;

/** Whom later events concern, each person in one level. */
const levels = [
  { id: "same", label: "Somebody known before" },
  { id: "new", label: "Somebody not known before" },
  { id: "both", label: "Both" },
  { id: "not-named", label: "No victim on record" },
  { id: "none", label: "No such event" },
] as const;
type Level = (typeof levels)[number]["id"];

/**
 * Whether domestic events of the twelve months after the index date concern a victim known before it (linked by then, or
 * named in an earlier event) or somebody new, by arm: fewer events with one victim may be events with another.
 *
 * Of people whose twelve months the records cover and, where there is a log of searches, who were found. An event is one
 * flagged as domestic in which the person was not the victim.
 */
export function victimsOfEvents({
  plan,
  tables,
  baseline,
}: {
  plan: StudyPlan;
  tables: SafetyData["tables"];
  baseline: Baseline;
}): Table[] {
  const { events } = tables;
  if (events?.columns.victim === undefined || events.columns.domestic === undefined) return [];
  const coverage = plan.data.tables.events?.coverage;
  const to = parseIsoDate(coverage?.to ?? plan.data.asAt ?? "");
  if (to === null) return [];
  const found = foundPeople(tables);
  const { id, arm, indexDate } = baseline.table.columns;
  const people = new Map<string, { arm: string; index: number; known: Set<string>; later: (string | null)[] }>();
  id.values.forEach((person, row) => {
    const known = indexDate.valid === null || indexDate.valid[row] === 1;
    const index = known ? indexDate.values[row]! : null;
    if (index === null || addMonths(index, months) > to || (found !== null && !found.has(person))) return;
    people.set(person, {
      arm: arm.values[row] === 1 ? "treated" : "comparison",
      index,
      known: new Set(),
      later: [],
    });
  });
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const one = people.get(person);
    const from = dayAt(tables.links!.columns.from, row);
    if (one !== undefined && kind === "dyad" && (from === null || from <= one.index)) one.known.add(linkedPerson);
  }
  for (const pass of ["before", "after"] as const)
    for (let row = 0; row < events.numRows; row++) {
      const one = people.get(textAt(events.columns.person, row) ?? "");
      const day = dayAt(events.columns.event_date, row);
      if (one === undefined || day === null || cell(events.columns.domestic, row) !== true) continue;
      if (textAt(events.columns.role, row) === "victim") continue;
      const victim = textAt(events.columns.victim, row);
      if (pass === "before" && day <= one.index && victim !== null) one.known.add(victim);
      if (pass === "after" && day > one.index && day <= addMonths(one.index, months)) one.later.push(victim);
    }
  const placed = [...people.values()].map((one) => ({ arm: one.arm, level: levelOf(one.known, one.later) }));
  const arms = [
    { id: "treated", label: "Treated" },
    { id: "comparison", label: "Comparison" },
  ].filter(({ id }) => placed.some((one) => one.arm === id));
  if (arms.length === 0) return [];
  return [
    {
      id: tableId("safety-victims-events"),
      title: `Whom domestic events of the ${months} months after the index date concern; everyone in each arm, before any matching`,
      unit: "person",
      definition: `victims-of-events-${months}m`,
      window: null,
      dimensions: [dimensionOf("arm", "Group", arms, false), dimensionOf("victim", "Victim", levels, true)],
      cells: arms.flatMap(({ id: of }) => [
        ...levels.map(({ id: victim }) =>
          countCell({ arm: of, victim }, placed.filter((one) => one.arm === of && one.level === victim).length),
        ),
        countCell({ arm: of, victim: total }, placed.filter((one) => one.arm === of).length),
      ]),
      linked: [],
    },
  ];
}

/** Both where any is known and any is new; an event without a named victim says nothing where another names one. */
function levelOf(known: ReadonlySet<string>, later: readonly (string | null)[]): Level {
  if (later.length === 0) return "none";
  const named = later.filter((victim) => victim !== null);
  if (named.length === 0) return "not-named";
  const same = named.some((victim) => known.has(victim));
  const fresh = named.some((victim) => !known.has(victim));
  return same && fresh ? "both" : same ? "same" : "new";
}

function foundPeople({ searches }: SafetyData["tables"]): ReadonlySet<string> | null {
  if (searches?.columns.found === undefined) return null;
  const rows = Array.from({ length: searches.numRows }, (_, row) => row);
  return new Set(
    rows.flatMap((row) =>
      cell(searches.columns.found!, row) === true ? [textAt(searches.columns.person, row) ?? ""] : [],
    ),
  );
}

/**
 * Victims of abuse reported after the first wave, by reporter: those of the first wave or linked, or somebody new. One
 * person may stand in both rows, so they do not add up.
 */
export function victimsOfAbuse({ accounts, waves }: AbuseAccounts, data: SafetyData): Table[] {
  const [first, ...later] = waves;
  const linked = new Set(
    linksOf(data.tables).flatMap(({ person, linkedPerson, kind }) =>
      kind === "dyad" ? [JSON.stringify([person, linkedPerson])] : [],
    ),
  );
  const known = new Set(
    accounts.flatMap(({ byPair }) =>
      [...byPair].flatMap(([pair, records]) => (records.some(({ wave }) => wave === first) ? [pair] : [])),
    ),
  );
  const rows = accounts.map(({ reporter, byPair }) => {
    const abused = [...byPair].filter(([, records]) => later.some((wave) => (worstAt(records, wave, null) ?? 0) >= 1));
    const named = abused.filter(([pair]) => JSON.parse(pair)[1] !== null);
    const fresh = named.filter(([pair]) => !known.has(pair) && !linked.has(pair)).length;
    return { reporter, counts: { same: named.length - fresh, new: fresh, "not-named": abused.length - named.length } };
  });
  const told = rows.filter(({ counts }) => counts.same + counts.new + counts["not-named"] > 0);
  if (told.length === 0) return [];
  const shown = levels.filter(({ id }) => id === "same" || id === "new" || id === "not-named");
  return [
    {
      id: tableId("safety-victims-abuse"),
      title: `Whom abuse after ${first} is reported of, each account by itself`,
      unit: "dyad",
      definition: "victims-of-abuse",
      window: null,
      dimensions: [
        dimensionOf(
          "reporter",
          "As reported by",
          told.map(({ reporter }) => ({ id: reporter.id, label: reporter.words })),
          false,
        ),
        dimensionOf("victim", "Victim", shown, true),
      ],
      cells: told.flatMap(({ reporter, counts }) => [
        ...shown.map(({ id: victim }) =>
          countCell({ reporter: reporter.id, victim }, counts[victim as keyof typeof counts]),
        ),
        countCell({ reporter: reporter.id, victim: total }, counts.same + counts.new + counts["not-named"]),
      ]),
      linked: [],
    },
  ];
}
