import {
  type Anchors,
  booleanColumn,
  type Columns,
  columnsOf,
  dateColumn,
  type Issue,
  indexStage,
  integerColumn,
  type Observation,
  parseIsoDate,
  type StudyPlan,
} from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { dayAt, latestDayAt, textAt } from "../people/fields.ts";
import { unitsOfIds } from "./units-of-ids.ts";

/** Who was observed and when, and what the searches and the events contradict each other in. */
export interface ObservationResult extends Observation {
  readonly issues: readonly Issue[];
}

/** The table whose events the searches are about. */
const source = "events";

/**
 * Who was observed, from the searches, the coverage the plan declares for events, and the extract date.
 *
 * A person is observed from the later of the search's first day and the coverage's, to the earliest of the search's
 * last day, the day of the search, the coverage's last day and the extract date. Where some searches name the events
 * table as their source only those count, else all do. Of several, the person must be found in each, and is observed
 * over the days they share: an event that only one source would show could be missed outside them.
 *
 * Without a searches table everyone is taken to be searched for and found over the coverage of the events table, and an
 * issue says so. Without either, nobody is observed.
 *
 * @param anchors the index rows say who is analysed
 * @returns ordered by unit
 */
export function observe({
  plan,
  tables,
  anchors,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  anchors: Anchors;
}): ObservationResult {
  const units = unitsAnalysed(anchors);
  const declared = declaredDays(plan);
  const spans =
    tables.searches === undefined
      ? new Map(declared === null ? [] : units.map((unit) => [unit, { found: true, ...declared }]))
      : searchedSpans(tables.searches, anchors, declared ?? { from: null, to: null });
  const rows = units.map((unit) => spans.get(unit));
  const found = rows.map((span) => span?.found === true);
  return {
    ...columnsOf({
      unit: integerColumn(units),
      searched: booleanColumn(rows.map((span) => span !== undefined)),
      found: booleanColumn(found),
      from: dateColumn(rows.map((span, i) => (found[i] ? span!.from : null))),
      to: dateColumn(rows.map((span, i) => (found[i] ? span!.to : null))),
    }),
    issues: [
      ...planIssues(tables, declared),
      ...eventsWithoutSearch(tables, anchors, new Set(units.filter((_, i) => found[i]))),
    ],
  };
}

interface Span {
  readonly found: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

function unitsAnalysed({ table }: Anchors): number[] {
  const { unit, stage } = table.columns;
  const index = stage.levels.indexOf(indexStage);
  return Array.from(unit.values).filter((_, row) => stage.values[row] === index);
}

/** null when the plan says nothing of what the events table covers. */
function declaredDays(plan: StudyPlan): { readonly from: number | null; readonly to: number | null } | null {
  const coverage = plan.data.tables[source]?.coverage;
  const from = dayOf(coverage?.from);
  const to = earliest(dayOf(coverage?.to), dayOf(plan.data.asAt));
  return from === null && to === null ? null : { from, to };
}

function searchedSpans(
  searches: Columns,
  anchors: Anchors,
  declared: { readonly from: number | null; readonly to: number | null },
): Map<number, Span> {
  const { found, from, to, searched_on } = searches.columns;
  const units = unitsOfIds(searches, anchors);
  const sources = Array.from(units, (_, row) => textAt(searches.columns.source, row));
  const named = sources.includes(source);
  const spans = new Map<number, Span>();
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0 || (named && sources[row] !== source)) continue;
    const standing = spans.get(unit) ?? { found: true, ...declared };
    spans.set(unit, {
      found: standing.found && textAt(found, row) === "true",
      // What is known to have been searched: of partial dates from the last day to the first.
      from: latest(standing.from, latestDayAt(from, row)),
      to: earliest(standing.to, dayAt(to, row), dayAt(searched_on, row)),
    });
  }
  return spans;
}

function planIssues(tables: Readonly<Record<string, Columns>>, declared: object | null): Issue[] {
  if (tables[source] === undefined || tables.searches !== undefined) return [];
  return [cohortIssue(declared === null ? "no_coverage" : "no_search_table", { tableName: "searches" })];
}

/** One issue for a person: events of theirs (not against them) that the searches say cannot be known. */
function eventsWithoutSearch(
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  found: ReadonlySet<number>,
): Issue[] {
  const { searches, [source]: events } = tables;
  if (events === undefined || searches === undefined) return [];
  const reported = new Set<number>();
  const issues: Issue[] = [];
  unitsOfIds(events, anchors).forEach((unit, row) => {
    if (unit < 0 || found.has(unit) || reported.has(unit) || textAt(events.columns.role, row) === "victim") return;
    reported.add(unit);
    issues.push(cohortIssue("events_without_search", { tableName: source, table: events, row, column: "person" }));
  });
  return issues;
}

function dayOf(text: string | undefined): number | null {
  return text === undefined ? null : parseIsoDate(text);
}

function earliest(...days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(...days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : Math.max(...known);
}
