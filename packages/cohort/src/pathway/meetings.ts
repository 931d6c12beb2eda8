import { type Columns, isoDate, parseIsoDate, type Refusal, type StudyPlan } from "@likewise/schema";
import { median, type Share, shareOf } from "@likewise/stats";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readCases } from "./cases.ts";
import { notInData } from "./cells.ts";

export interface Meetings {
  readonly kind: "likewise/meetings";
  readonly definition: "days-of-meetings";
  readonly options: { readonly meeting: string | null; readonly longestGapDays: number; readonly recentDays: number };
  /** Days on which any case was discussed. */
  readonly meetings: number;
  readonly medianIntervalDays: number | null;
  readonly longestIntervalDays: number | null;
  /** Gaps longer than they should be; the last may run to the extract. */
  readonly notices: readonly {
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly open: boolean;
  }[];
  /** Open cases discussed in the days up to the extract. */
  readonly discussedRecently: Share;
  readonly refusals: readonly Refusal[];
}

/**
 * How often cases are reviewed: days between meetings, gaps that are too long, and open cases discussed lately. Meetings
 * are the days on which a case was discussed: one that discussed none leaves no trace in the data.
 *
 * @param meeting        kind of hearing; all when left out
 * @param longestGapDays a longer gap is a notice; default 31, as meetings are weekly to monthly
 * @param recentDays     days up to and with the extract, default 31
 */
export function meetings({
  plan,
  tables,
  meeting = null,
  longestGapDays = 31,
  recentDays = 31,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  meeting?: string | null;
  longestGapDays?: number;
  recentDays?: number;
}): Meetings {
  const cases = readCases({ plan, tables });
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const { hearings } = tables;
  const refusals: Refusal[] = hearings === undefined ? [notInData("no-meetings", "meetings", "hearings")] : [];
  const days = new Set<number>();
  const discussed = new Set<number>();
  if (hearings !== undefined) {
    const units = unitsOfRows(hearings, cases.people);
    for (let row = 0; row < units.length; row++) {
      const day = dayAt(hearings.columns.date, row);
      if (day === null || (asAt !== null && day > asAt)) continue;
      if (meeting !== null && textAt(hearings.columns.kind, row) !== meeting) continue;
      days.add(day);
      if (asAt !== null && day > asAt - recentDays && units[row]! >= 0) discussed.add(units[row]!);
    }
  }
  const ordered = [...days].sort((a, b) => a - b);
  const intervals = ordered.slice(1).map((day, i) => ({ from: ordered[i]!, to: day, open: false }));
  const sinceLast = asAt === null || ordered.length === 0 ? [] : [{ from: ordered.at(-1)!, to: asAt, open: true }];
  const lengths = intervals.map(({ from, to }) => to - from);
  const open = cases.members.filter(
    (unit) => cases.departure(unit) === null && cases.reached.get("completed")?.has(unit) !== true,
  );
  return {
    kind: "likewise/meetings",
    definition: "days-of-meetings",
    options: { meeting, longestGapDays, recentDays },
    meetings: ordered.length,
    medianIntervalDays: lengths.length === 0 ? null : median(lengths),
    longestIntervalDays: lengths.length === 0 ? null : Math.max(...lengths),
    notices: [...intervals, ...sinceLast]
      .filter(({ from, to }) => to - from > longestGapDays)
      .map(({ from, to, open: still }) => ({ from: isoDate(from), to: isoDate(to), days: to - from, open: still })),
    discussedRecently:
      asAt === null || hearings === undefined
        ? shareOf(0, 0)
        : shareOf(open.filter((unit) => discussed.has(unit)).length, open.length),
    refusals,
  };
}
