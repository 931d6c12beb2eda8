import type { Account, Anchors, Columns, Observation, ReasonCount, StudyPlan } from "@likewise/schema";
import { naturalOrder } from "@likewise/schema";
import { disposalRules } from "./disposals.ts";
import { eventFates } from "./observed-events.ts";
import { peopleObserved } from "./people-observed.ts";
import { dayAt, valueAt } from "./read-cell.ts";

interface Note {
  readonly code: string;
  readonly holds: (events: Columns, row: number) => boolean;
}

/** What is worth knowing of the events that can count. */
const notes: readonly Note[] = [
  { code: "breach-alone", holds: ({ columns }, row) => valueAt(columns.breach, row) === true },
  { code: "found-by-looking", holds: ({ columns }, row) => valueAt(columns.proactive, row) === true },
  {
    code: "no-crime-flag",
    holds: ({ columns }, row) => columns.crime !== undefined && valueAt(columns.crime, row) === null,
  },
  {
    code: "no-domestic-flag",
    holds: ({ columns }, row) => columns.domestic !== undefined && valueAt(columns.domestic, row) === null,
  },
  { code: "not-a-crime", holds: ({ columns }, row) => valueAt(columns.crime, row) === false },
  {
    code: "partial-date",
    holds: ({ columns: { event_date } }, row) =>
      event_date?.type === "date" && event_date.latest !== null && event_date.latest[row] !== dayAt(event_date, row),
  },
];

/** What is worth knowing where an outcome counts crimes charged: neither of these counts as one. */
const chargeNotes: readonly Note[] = [
  { code: "no-disposal", holds: ({ columns }, row) => valueAt(columns.disposal, row) === null },
  {
    code: "disposal-not-known",
    holds: ({ columns }, row) => {
      const disposal = valueAt(columns.disposal, row);
      return disposal !== null && !disposalRules.some((rule) => rule.disposal === disposal);
    },
  },
];

/**
 * What became of every row of events: used where it can count for someone analysed, in whatever window; else left out
 * because the person is not analysed, was the victim, the date is missing, or it lies outside what was observed of them
 * (which is all of it for people not searched for or not found). Notes count used rows that not every outcome counts, or
 * whose flag is missing.
 */
export function eventAccount({
  plan,
  tables,
  anchors,
  observation,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  anchors: Anchors;
  observation: Observation;
}): Account | null {
  const { events } = tables;
  if (events === undefined) return null;
  const { leftOut } = eventFates(events, anchors, peopleObserved(anchors, observation));
  const used = Array.from(leftOut.keys()).filter((row) => leftOut[row] === null);
  const files = plan.data.tables.events?.files;
  return {
    stage: "offending",
    table: "events",
    file: files?.length === 1 ? files[0] : null,
    rowsIn: events.numRows,
    rowsUsed: used.length,
    rowsRejected: events.numRows - used.length,
    reasons: counted(leftOut.filter((reason) => reason !== null)),
    notes: [...notes, ...(plan.outcomes.some(({ basis }) => basis === "charged") ? chargeNotes : [])]
      .map(({ code, holds }) => ({ code, rows: used.filter((row) => holds(events, row)).length }))
      .filter(({ rows }) => rows > 0),
  };
}

function counted(reasons: readonly string[]): ReasonCount[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts.keys()].sort(naturalOrder).map((code) => ({ code, rows: counts.get(code)! }));
}
