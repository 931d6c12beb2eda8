import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { buildCohort, observe } from "@likewise/cohort";
import { closeEngine, openEngine } from "@likewise/engine";
import { ingestStudy } from "@likewise/ingest";
import { offendingOutcomes } from "@likewise/offending";
import {
  type Anchors,
  type Baseline,
  type Columns,
  cell,
  Failure,
  indexStage,
  outcomeFor,
  parseIsoDate,
  type StudyPlan,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";

/** One count, by arm; null where it cannot be worked out yet. */
export interface RequestCount {
  readonly id: string;
  readonly label: string;
  readonly treated: number | null;
  readonly comparison: number | null;
  /** Least number of treated people asked for; null where there is none. */
  readonly minimum: number | null;
}

/** What an evaluator of reoffending asks first, exact, from the data there are. */
export interface RequestCounts {
  /** Why counts are missing; null when all are there. */
  readonly missing: string | null;
  /** First and last index date, whole days since 1970-01-01; null without any. */
  readonly index: { readonly first: number; readonly last: number } | null;
  readonly rows: readonly RequestCount[];
}

/**
 * The counts the Justice Data Lab asks for before it accepts a programme, worked out from the tables whose files are
 * there: 60 people was its first minimum, about 30 matched people the later one, and what is said of reoffenders alone
 * needs 30 of them.
 */
export async function requestCounts(plan: StudyPlan, folder: string): Promise<RequestCounts> {
  const present = await tablesPresent(plan, folder);
  const absent = Object.keys(plan.data.tables).filter((table) => !present.includes(table));
  if (!present.includes("people")) return emptyCounts("the file of people is not there yet");
  try {
    return await counted(plan, folder, present, absent);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return emptyCounts(error.message);
  }
}

async function tablesPresent({ data }: StudyPlan, folder: string): Promise<readonly string[]> {
  const present: string[] = [];
  for (const [table, { files }] of Object.entries(data.tables)) {
    const found = await Promise.all(files.map((file) => stat(resolve(folder, file)).catch(() => null)));
    if (found.every((one) => one?.isFile() === true)) present.push(table);
  }
  return present;
}

async function counted(
  plan: StudyPlan,
  folder: string,
  present: readonly string[],
  absent: readonly string[],
): Promise<RequestCounts> {
  const tables = Object.fromEntries(Object.entries(plan.data.tables).filter(([table]) => present.includes(table)));
  const linkage = plan.data.linkage?.filter(({ table }) => present.includes(table));
  const here: StudyPlan = { ...plan, data: { ...plan.data, tables, ...(linkage === undefined ? {} : { linkage }) } };
  const { tables: read } = await ingestStudy({ plan: here, folder });
  const { anchors, baseline } = buildCohort({ plan: here, tables: read });
  const days = indexDays(anchors);
  const submitted = peopleByArm(here, read);
  const rows: RequestCount[] = [
    count("submitted", "people submitted", submitted.all, 60),
    count("complete", `with an id, and with ${submitted.fields.join(", ")}`, submitted.complete, null),
    count(
      "index-date",
      "with an index date, and eligible",
      byArm(baseline, () => true),
      null,
    ),
    count(
      "in-period",
      "with an index date in the period that the extract date covers",
      byArm(baseline, inPeriod(plan, days)),
      null,
    ),
  ];
  const whole = present.includes("events") && present.includes("searches");
  rows.push(...(whole ? await followed(here, read, anchors, baseline) : unknownFollowed()));
  const known = [...days.values()];
  return {
    missing: absent.length === 0 ? null : `not there yet: ${absent.join(", ")}`,
    index: known.length === 0 ? null : { first: Math.min(...known), last: Math.max(...known) },
    rows,
  };
}

type Arms = { readonly treated: number; readonly comparison: number } | null;

function count(id: string, label: string, arms: Arms, minimum: number | null): RequestCount {
  return { id, label, treated: arms?.treated ?? null, comparison: arms?.comparison ?? null, minimum };
}

function emptyCounts(missing: string): RequestCounts {
  const rows = [
    count("submitted", "people submitted", null, 60),
    count("complete", "with an id, and with sex, year of birth and index date", null, null),
    count("index-date", "with an index date, and eligible", null, null),
    count("in-period", "with an index date in the period that the extract date covers", null, null),
    ...unknownFollowed(),
  ];
  return { missing, index: null, rows };
}

function unknownFollowed(): RequestCount[] {
  return [
    count("searched", "searched for in the source of events", null, null),
    count("matched", "matched in it", null, 30),
    count("observed", "observed to the end of follow-up", null, null),
    count("reoffenders", "reoffenders by the primary outcome", null, 30),
  ];
}

async function followed(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  baseline: Baseline,
): Promise<RequestCount[]> {
  const observation = observe({ plan, tables, anchors });
  const { unit, searched, found } = observation.columns;
  const at = (column: typeof searched) => {
    const units = new Set(Array.from(unit.values).filter((_, row) => column.values[row] === 1));
    return byArm(baseline, (one) => units.has(one));
  };
  const primary = plan.outcomes.find((outcome) => outcome.primary === true) ?? plan.outcomes[0]!;
  const ends =
    (primary.from ?? "events") === "events"
      ? await ended(plan, tables, anchors, baseline, observation, primary.id)
      : null;
  return [
    count("searched", "searched for in the source of events", at(searched), null),
    count("matched", "matched in it", at(found), 30),
    count("observed", `observed to the end of follow-up (${primary.id})`, ends?.observed ?? null, null),
    count("reoffenders", `of them with the primary outcome (${primary.label})`, ends?.events ?? null, 30),
  ];
}

async function ended(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  baseline: Baseline,
  observation: ReturnType<typeof observe>,
  outcome: string,
): Promise<{ observed: Arms; events: Arms }> {
  const engine = await openEngine({ threads: 1, memoryGb: 1 });
  try {
    const outcomes = await offendingOutcomes({ engine, plan, tables, anchors, observation });
    const { unit } = baseline.table.columns;
    const { status, value } = outcomeFor(outcomes, outcome, unit.values);
    const observed = new Set(Array.from(unit.values).filter((_, row) => status[row] === "observed"));
    const events = new Set(Array.from(unit.values).filter((one, row) => observed.has(one) && value.values[row]! > 0));
    return { observed: byArm(baseline, (one) => observed.has(one)), events: byArm(baseline, (one) => events.has(one)) };
  } finally {
    await closeEngine(engine);
  }
}

function byArm(baseline: Baseline, holds: (unit: number) => boolean): Arms {
  const { unit, arm } = baseline.table.columns;
  let treated = 0;
  let comparison = 0;
  for (const [row, one] of unit.values.entries()) {
    if (!holds(one)) continue;
    if (arm.values[row] === 1) treated++;
    else comparison++;
  }
  return { treated, comparison };
}

function indexDays({ table }: Anchors): ReadonlyMap<number, number> {
  const { unit, stage, date } = table.columns;
  const index = stage.levels.indexOf(indexStage);
  const days = new Map<number, number>();
  for (const [row, one] of unit.values.entries()) {
    if (stage.values[row] === index && date.valid?.[row] !== 0) days.set(one, date.values[row]!);
  }
  return days;
}

/** Whether follow-up ends by the extract date. */
function inPeriod({ data, outcomes }: StudyPlan, days: ReadonlyMap<number, number>): (unit: number) => boolean {
  const asAt = data.asAt === undefined ? null : parseIsoDate(data.asAt);
  const windows = outcomes.flatMap(({ window }) => (window === undefined ? [] : [windowDefinition(window)]));
  return (unit) => {
    const day = days.get(unit);
    if (day === undefined) return false;
    return (
      asAt === null ||
      windows.every((window) => (windowEdges(window, day).provenBy ?? windowEdges(window, day).upTo) <= asAt)
    );
  };
}

/** People of the people table by the arm the plan's values say, with and without a gap in what links and describes them. */
function peopleByArm(
  { cohort }: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
): { readonly all: Arms; readonly complete: Arms; readonly fields: readonly string[] } {
  const people = tables.people!;
  const armOf = armsOf(cohort, tables);
  const wanted = ["sex", "birth_year", "age", "index_date"].filter((field) => people.columns[field] !== undefined);
  const ids = new Set<string>();
  const all = { treated: 0, comparison: 0 };
  const complete = { treated: 0, comparison: 0 };
  for (let row = 0; row < people.numRows; row++) {
    const id = people.columns.person === undefined ? String(row) : String(cell(people.columns.person, row));
    const arm = armOf(id);
    if (arm === null || ids.has(id)) continue;
    ids.add(id);
    all[arm]++;
    if (wanted.every((field) => cell(people.columns[field]!, row) !== null)) complete[arm]++;
  }
  return { all, complete, fields: wanted.map((field) => field.replaceAll("_", " ")) };
}

function armsOf({ arms }: StudyPlan["cohort"], tables: Readonly<Record<string, Columns>>) {
  if (arms === undefined) return () => "treated" as const;
  const [table = "", field = ""] = arms.from.split(".");
  const from = tables[table];
  const of = new Map<string, "treated" | "comparison">();
  for (let row = 0; from !== undefined && row < from.numRows; row++) {
    const [person, value] = [from.columns.person, from.columns[field]].map((column) =>
      column === undefined ? null : cell(column, row),
    );
    if (person === null || value === null) continue;
    if (arms.treated.includes(String(value))) of.set(String(person), "treated");
    else if (arms.comparison.includes(String(value))) of.set(String(person), "comparison");
  }
  return (id: string) => of.get(id) ?? null;
}
