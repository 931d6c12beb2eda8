import type { Issue } from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";
import { wavesOf } from "./waves-of.ts";

/**
 * What is wrong with records of abuse, by row: a victim linked to no case of that person, and a later time point dated
 * before the first. What lacks a reporter, or says two things of one time point, is rejected when files are read.
 */
export function safetyIssues({ plan, tables }: Pick<SafetyData, "plan" | "tables">): Issue[] {
  const { abuse } = tables;
  if (abuse === undefined) return [];
  const at = (row: number, column: string) => ({ tableName: "abuse", table: abuse, row, column });
  const linked = new Set(linksOf(tables).map(({ person, linkedPerson }) => JSON.stringify([person, linkedPerson])));
  const rows = Array.from({ length: abuse.numRows }, (_, row) => ({
    row,
    person: textAt(abuse.columns.person, row),
    victim: textAt(abuse.columns.victim, row),
    wave: textAt(abuse.columns.wave, row) ?? "",
    reporter: textAt(abuse.columns.reporter, row),
    day: dayAt(abuse.columns.date, row),
  }));
  const stray =
    tables.links === undefined
      ? []
      : rows.filter(({ person, victim }) => victim !== null && !linked.has(JSON.stringify([person, victim])));
  const [first] = wavesOf(
    rows.map(({ wave }) => wave),
    plan.cohort.safety?.waves,
  );
  const firstDay = new Map<string, number>();
  const accountOf = ({ person, victim, reporter }: (typeof rows)[number]) => JSON.stringify([person, victim, reporter]);
  for (const one of rows)
    if (one.wave === first && one.day !== null)
      firstDay.set(accountOf(one), Math.min(one.day, firstDay.get(accountOf(one)) ?? one.day));
  const early = rows.filter(
    (one) => one.wave !== first && one.day !== null && one.day < (firstDay.get(accountOf(one)) ?? one.day),
  );
  return [
    ...stray.map(({ row }) => cohortIssue("victim_not_linked", at(row, "victim"))),
    ...early.map(({ row }) => cohortIssue("abuse_out_of_order", at(row, "date"))),
  ];
}
