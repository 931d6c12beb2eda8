import type { Columns, Issue, StudyPlan } from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { sessionsByUnit } from "../dose/session-data.ts";
import { dayAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { type Cases, readCases } from "./cases.ts";

/**
 * What is wrong across the tables of a pathway, row by row: somebody who completed without attending a session, and
 * referrals of one person open at once. Nothing is put right: the issue is counted and the rows stand.
 */
export function pathwayIssues({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): Issue[] {
  const cases = readCases({ plan, tables });
  return [...completedWithoutSession(cases), ...overlappingReferrals(cases)];
}

function completedWithoutSession({ tables, people, reached, asAt }: Cases): Issue[] {
  const sessions = sessionsByUnit(tables.sessions, people, asAt);
  if (sessions === null) return [];
  return [...(reached.get("completed") ?? [])]
    .filter(([unit]) => !sessions.get(unit)?.some(({ attended }) => attended === true))
    .sort(([a], [b]) => a - b)
    .map(([, { tableName, table, row }]) => cohortIssue("completed_without_session", { tableName, table, row }));
}

/** Referral and closure on one day do not overlap. */
function overlappingReferrals({ tables: { referrals }, people }: Cases): Issue[] {
  if (referrals === undefined || referrals.columns.closed_date === undefined) return [];
  const units = unitsOfRows(referrals, people);
  const spells = Array.from(units, (unit, row) => ({
    unit,
    row,
    from: dayAt(referrals.columns.referral_date, row),
    to: dayAt(referrals.columns.closed_date, row) ?? Number.POSITIVE_INFINITY,
  }))
    .filter(({ unit, from }) => unit >= 0 && from !== null)
    .sort((a, b) => a.unit - b.unit || a.from! - b.from! || a.to - b.to || a.row - b.row);
  const issues: Issue[] = [];
  let [unitBefore, lastDay] = [-1, Number.NEGATIVE_INFINITY];
  for (const { unit, row, from, to } of spells) {
    if (unit !== unitBefore) [unitBefore, lastDay] = [unit, Number.NEGATIVE_INFINITY];
    if (from! < lastDay) {
      issues.push(
        cohortIssue("referrals_overlap", { tableName: "referrals", table: referrals, row, column: "referral_date" }),
      );
    }
    lastDay = Math.max(lastDay, to);
  }
  return issues;
}
