import type { Account, Columns, Issue, StudyPlan } from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { countReasons } from "../people/account.ts";
import { textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

const stage = "cohort";

/**
 * What became of every row of the tables that say who is analysed: people, the table of the arms, the table of the
 * index date. A row of people is used when the person is analysed; a row of the other two when it decided the arm or
 * the index date of someone analysed.
 */
export function cohortAccounts(
  plan: StudyPlan,
  people: People,
  arms: ArmDecisions,
  index: IndexDates,
  leftOut: readonly (string | null)[],
  tables: Readonly<Record<string, Columns>>,
): { readonly accounts: Account[]; readonly issues: readonly Issue[] } {
  const accounts = [account(plan, "people", [...leftOut, ...people.repeatedRows.map(() => "person-repeats")])];
  const issues: Issue[] = [];
  const deciding = [
    { field: arms.field, row: arms.row },
    { field: index.field, row: index.row },
  ];
  const seen = new Set(["people"]);
  for (const { field, row } of deciding) {
    if (field === null || seen.has(field.tableName)) continue;
    seen.add(field.tableName);
    const table = tables[field.tableName]!;
    const units = unitsOfRows(table, people);
    const fates = Array.from(units, (unit, candidate) => {
      if (unit < 0) return "person-not-in-people";
      if (row[unit] === candidate) return leftOut[unit] === null ? null : "person-left-out";
      if (field === arms.field && !isCompared(plan, textAt(field.column, candidate))) return "arm-not-compared";
      return "another-row-decides";
    });
    accounts.push(account(plan, field.tableName, fates));
    fates.forEach((fate, candidate) => {
      if (fate !== "person-not-in-people") return;
      issues.push(
        cohortIssue("person_not_in_people", { tableName: field.tableName, table, row: candidate, column: "person" }),
      );
    });
  }
  return { accounts, issues };
}

function isCompared(plan: StudyPlan, value: string | null): boolean {
  const { arms } = plan.cohort;
  return value !== null && arms !== undefined && (arms.treated.includes(value) || arms.comparison.includes(value));
}

function account(plan: StudyPlan, table: string, fates: readonly (string | null)[]): Account {
  const files = plan.data.tables[table]?.files;
  const rowsUsed = fates.filter((fate) => fate === null).length;
  return {
    stage,
    table,
    file: files?.length === 1 ? files[0] : null,
    rowsIn: fates.length,
    rowsUsed,
    rowsRejected: fates.length - rowsUsed,
    reasons: countReasons(fates),
    notes: [],
  };
}
