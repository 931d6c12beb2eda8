import { type Columns, type Issue, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { cohortIssue } from "../cohort-issues.ts";
import { readCases } from "../pathway/cases.ts";
import { countCell, dimensionOf, notInData, total } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { familyOf } from "./families.ts";
import { sessionsByUnit } from "./session-data.ts";

export interface JointSessions {
  readonly kind: "likewise/joint-sessions";
  readonly definition: "safety-check-before-session";
  readonly options: { readonly component: string; readonly check: string };
  /** Sessions of a family on a day, attended by somebody. */
  readonly sessions: number;
  readonly counts: Readonly<Record<"checked-before" | "same-day" | "not-checked" | "unknown", number>>;
  /** With a check on an earlier day, of sessions with a day; one of the same day may have come after. */
  readonly checkedBefore: Share;
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
}

/**
 * Sessions of both parents together, and whether a safety check of the family came before each.
 *
 * @param component part of the programme they are recorded as, default joint
 * @param check     stage that records a check, default safety-check; each of its records counts
 */
export function jointSessions({
  plan,
  tables,
  component = "joint",
  check = "safety-check",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  component?: string;
  check?: string;
}): JointSessions {
  const cases = readCases({ plan, tables });
  const family = familyOf(tables.links);
  const idOf = (unit: number) => family(cases.people.ids[unit]!);
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  const checks = checkDays(tables.stages, check);
  const held = new Map<string, { of: string; day: number | null; row: number }>();
  for (const [unit, list] of sessions ?? []) {
    for (const { component: part, attended, day, row } of list) {
      if (part !== component || attended !== true) continue;
      const key = JSON.stringify([idOf(unit), day]);
      if (row < (held.get(key)?.row ?? Number.POSITIVE_INFINITY)) held.set(key, { of: idOf(unit), day, row });
    }
  }
  const counts = { "checked-before": 0, "same-day": 0, "not-checked": 0, unknown: 0 };
  const unchecked: number[] = [];
  for (const { of, day, row } of [...held.values()].sort((a, b) => a.row - b.row)) {
    const days = checks.get(of) ?? [];
    if (day === null) counts.unknown++;
    else if (days.some((checked) => checked < day)) counts["checked-before"]++;
    else if (days.includes(day)) counts["same-day"]++;
    else {
      counts["not-checked"]++;
      unchecked.push(row);
    }
  }

  function checkDays(stages: Columns | undefined, stage: string): ReadonlyMap<string, number[]> {
    const days = new Map<string, number[]>();
    if (stages === undefined) return days;
    const units = unitsOfRows(stages, cases.people);
    for (let row = 0; row < units.length; row++) {
      const day = dayAt(stages.columns.date, row);
      if (units[row]! < 0 || day === null || textAt(stages.columns.stage, row) !== stage) continue;
      days.set(idOf(units[row]!), [...(days.get(idOf(units[row]!)) ?? []), day]);
    }
    return days;
  }

  return {
    kind: "likewise/joint-sessions",
    definition: "safety-check-before-session",
    options: { component, check },
    sessions: held.size,
    counts,
    checkedBefore: shareOf(counts["checked-before"], held.size - counts.unknown),
    issues: unchecked.map((row) =>
      cohortIssue("joint_session_unchecked", {
        tableName: "sessions",
        table: tables.sessions,
        row,
        column: "session_date",
      }),
    ),
    refusals: sessions === null ? [notInData("no-sessions", "joint sessions", "sessions")] : [],
  };
}

export function jointSessionTables({ counts, sessions }: JointSessions): Table[] {
  if (sessions === 0) return [];
  return [
    {
      id: tableId("joint-sessions"),
      title: "Joint sessions by whether a safety check came before",
      unit: "record",
      definition: "safety-check-before-session",
      window: null,
      dimensions: [
        dimensionOf(
          "check",
          "Safety check",
          [
            { id: "checked-before", label: "On an earlier day" },
            { id: "same-day", label: "On the same day" },
            { id: "not-checked", label: "None before" },
            { id: "unknown", label: "Session without a day" },
          ],
          true,
        ),
      ],
      cells: [
        ...(Object.keys(counts) as (keyof typeof counts)[]).map((id) => countCell({ check: id }, counts[id])),
        countCell({ check: total }, sessions),
      ],
      linked: [],
    },
  ];
}
