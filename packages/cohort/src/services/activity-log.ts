import { type Columns, cell, naturalOrder, parseIsoDate, type Refusal, type StudyPlan } from "@likewise/schema";
import { notInData } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";

/** What became of a milestone by the extract; `done-undated` was reached with no day to be held against. */
export type MilestoneState = "done-in-time" | "done-late" | "done-undated" | "overdue" | "to-come";

export const milestoneStates: readonly MilestoneState[] = [
  "done-in-time",
  "done-late",
  "done-undated",
  "overdue",
  "to-come",
];

export interface StrandOutput {
  readonly activity: string;
  /** Sum of what is on record as delivered; null where no row has a number. */
  readonly count: number | null;
  /** Rows delivered without a number: the sum leaves them out. */
  readonly withoutCount: number;
}

export interface StrandActivity {
  readonly strand: string;
  readonly milestones: Readonly<Record<MilestoneState, number>>;
  readonly outputs: readonly StrandOutput[];
}

export interface ActivityLog {
  readonly kind: "likewise/activity-log";
  readonly definition: "milestones-and-outputs";
  readonly strands: readonly StrandActivity[];
  readonly refusals: readonly Refusal[];
}

/**
 * Milestones and outputs of a programme, strand by strand, each strand as it calls itself: none is merged with another,
 * and one with nothing but milestones to come is there too.
 *
 * A milestone done on its day is in time. One not done is overdue from the day after it was due; without a day it is to
 * come. An output counts once it is done, or where no day is kept of it.
 *
 * @param plan   `data.asAt`: what is done later is not done yet
 * @param tables `activities`
 */
export function activityLog({
  plan,
  tables,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
}): ActivityLog {
  const what = "milestones and outputs by strand";
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const refusals: Refusal[] = [
    ...(tables.activities === undefined ? [notInData("no-activities", what, "activities")] : []),
    ...(asAt === null
      ? [{ id: "no-extract-date", what, why: "A milestone is overdue on a day", unlocks: "Set data.asAt" }]
      : []),
  ];
  const rows = refusals.length > 0 ? [] : readActivities(tables.activities!, asAt!);
  return {
    kind: "likewise/activity-log",
    definition: "milestones-and-outputs",
    strands: distinct(rows.map(({ strand }) => strand)).map((strand) => ({
      strand,
      milestones: statesOf(
        rows.filter((row) => row.strand === strand && row.kind === "milestone"),
        asAt!,
      ),
      outputs: outputsOf(rows.filter((row) => row.strand === strand && row.kind === "output")),
    })),
    refusals,
  };
}

interface Activity {
  readonly strand: string;
  readonly kind: string;
  readonly activity: string;
  readonly due: number | null;
  /** By the extract; null while it is not. */
  readonly done: number | null;
  /** Whether it is to be done only after the extract. */
  readonly ahead: boolean;
  readonly count: number | null;
}

/** A row without a strand, a kind or a name cannot be listed anywhere. */
function readActivities({ columns, numRows }: Columns, asAt: number): Activity[] {
  const activities: Activity[] = [];
  for (let row = 0; row < numRows; row++) {
    const [strand, kind, activity] = [columns.strand, columns.kind, columns.activity].map((one) => textAt(one, row));
    if (strand == null || kind == null || activity == null) continue;
    const day = dayAt(columns.done, row);
    const counted = columns.count === undefined ? null : cell(columns.count, row);
    activities.push({
      strand,
      kind,
      activity,
      due: dayAt(columns.due, row),
      done: day === null || day > asAt ? null : day,
      ahead: day !== null && day > asAt,
      count: typeof counted === "number" ? counted : null,
    });
  }
  return activities;
}

function statesOf(rows: readonly Activity[], asAt: number): Record<MilestoneState, number> {
  const states = rows.map(({ due, done }): MilestoneState => {
    if (done !== null) return due === null ? "done-undated" : done <= due ? "done-in-time" : "done-late";
    return due !== null && due < asAt ? "overdue" : "to-come";
  });
  return Object.fromEntries(
    milestoneStates.map((state) => [state, states.filter((one) => one === state).length]),
  ) as Record<MilestoneState, number>;
}

function outputsOf(rows: readonly Activity[]): StrandOutput[] {
  return distinct(rows.map(({ activity }) => activity)).map((activity) => {
    const delivered = rows.filter((row) => row.activity === activity && !row.ahead);
    const counts = delivered.flatMap(({ count }) => (count === null ? [] : [count]));
    return {
      activity,
      count: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
      withoutCount: delivered.length - counts.length,
    };
  });
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort(naturalOrder);
}
