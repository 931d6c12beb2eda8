import { isoDate } from "@likewise/schema";
import type { DraftColumn } from "../draft-source.ts";
import type { DraftTable } from "../draft-study.ts";
import type { Questions } from "../questions.ts";

/** @returns the last day every source covers, whole days since 1970-01-01; null where no date says one */
export function askExtractDate({ ask }: Questions, tables: readonly DraftTable[]): number | null {
  const days = new Map<number, string[]>();
  const consider = (day: number | null, words: string) => {
    if (day !== null) days.set(day, [...(days.get(day) ?? []), words]);
  };
  const column = (tableName: string, field: string) =>
    tables.find(({ choice }) => choice.table === tableName)?.columns.find(({ name }) => name === field);
  const shared = commonest(column("searches", "to"));
  consider(shared, "the last day the searches cover");
  const last: readonly (readonly [string, string, string])[] = [
    ["events", "recorded_date", "the last crime recorded"],
    ["events", "event_date", "the last event"],
    ["searches", "to", "the last day a search covers"],
    ["searches", "searched_on", "the last search"],
    ["sessions", "session_date", "the last session"],
    ["referrals", "closed_date", "the last case closed"],
  ];
  const found = last.flatMap(([table, field, words]) => {
    const day = lastDay(column(table, field));
    return day === null || day === shared ? [] : [{ day, words }];
  });
  // Without a day that most searches share, the latest: what lies after the extract date is rejected.
  if (shared === null) found.sort((a, b) => b.day - a.day);
  for (const { day, words } of found) consider(day, words);
  const all = [...days].slice(0, 6);
  if (all.length === 0) return null;
  const words = all.map(([day, what]) => `${isoDate(day)}, ${what.join(" and ")}`);
  const chosen = ask({
    id: "extract-date",
    question: "What is the extract date, the last day every source covers?",
    evidence: words.join("; "),
    choices: words,
  });
  return all[chosen]![0];
}

/** The day most rows share; null where no day is in half of them. */
function commonest(column: DraftColumn | undefined): number | null {
  const counts = new Map<number, number>();
  for (const { day, rows } of column?.dates?.days ?? []) counts.set(day, (counts.get(day) ?? 0) + rows);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const all = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  return most !== undefined && most[1] >= 0.5 * all ? most[0] : null;
}

/** The last day, a few that stand more than a year apart from all others left out. */
function lastDay(column: DraftColumn | undefined): number | null {
  const days = column?.dates?.days ?? [];
  for (let at = days.length - 1; at >= 0; at--) {
    const before = days[at - 1]?.day ?? days[at]!.day;
    if (days[at]!.rows > 2 || days[at]!.day - before <= 366) return days[at]!.day;
  }
  return null;
}
