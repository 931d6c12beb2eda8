import { safeguardingRows } from "@likewise/cohort";
import { victimTables } from "@likewise/ingest";
import { rawCsv, toCsv } from "@likewise/report";
import {
  type Columns,
  categoriesOf,
  formatIssue,
  type Issue,
  type Results,
  rowsWhere,
  type StudyPlan,
  takeRows,
} from "@likewise/schema";
import type { Analysis } from "./analyse.ts";
import { harmTexts } from "./harm-weights.ts";
import { jsonText } from "./json-text.ts";
import type { Pages } from "./render.ts";
import { scoreTexts } from "./score-texts.ts";

/** Below `private/`: who may see what a perpetrator's case holds need not see what a victim-survivor told. */
const victims = "victim-survivors";

/** Texts of `private/` by their path below it: exact results, issues, rejected rows, pairs to look at. */
export function privateTexts(
  analysis: Analysis,
  working: Results,
  workingPages: Pages,
): Record<string, string | Uint8Array> {
  const { ingested, issues, comparisons } = analysis;
  const mayNameVictims = (id: string) => followsVictims(analysis.plan) || analysis.describedVictims.has(id);
  const isApart = (issue: Issue) => ingested.issuesApart.has(issue) || victimTables.has(issue.table);
  const texts: Record<string, string | Uint8Array> = {
    "results.json": jsonText(working),
    ...forTheTeam(workingPages),
    "issues.csv": issuesCsv(issues.filter((issue) => !isApart(issue))),
    ...harmTexts(analysis.harmReports),
    ...scoreTexts(analysis.scores, analysis.anchors),
    "descriptions.json": jsonText(withKeys(analysis.descriptions, (id) => !mayNameVictims(id))),
    ...safetyTexts(analysis),
    "joint-covariance.json": jsonText(comparisons.flatMap((comparison) => comparison.jointCovariance)),
  };
  const apart = withKeys(analysis.descriptions, mayNameVictims);
  if (Object.keys(apart).length > 0) texts[`${victims}/descriptions.json`] = jsonText(apart);
  const issuesOfVictims = issues.filter(isApart);
  if (issuesOfVictims.length > 0) texts[`${victims}/issues.csv`] = issuesCsv(issuesOfVictims);
  ingested.rejected.forEach((table, index) => {
    const rows = table.rows.map((row) => [String(row.line), row.reasons.join("; "), ...row.cells]);
    const path = `${table.apart ? `${victims}/` : ""}rejected/${index + 1}-${table.table}.csv`;
    texts[path] = rawCsv([["line", "reasons", ...table.header], ...rows]);
  });
  // Identifiers of both sides of a link; whose they are is what the reviewer is to find out.
  for (const { summary, review } of ingested.linkages) {
    texts[`linkage/${summary.table}.json`] = jsonText(summary);
    const path = `${victimTables.has(review.table) ? `${victims}/` : ""}linkage/${review.table}-review.csv`;
    if (review.rows.length > 0) texts[path] = rawCsv([review.header, ...review.rows]);
  }
  return texts;
}

/**
 * Cases that need a person today. What rests on a victim-survivor's account, or says where they stand with a service, is
 * apart from the list that those who work with perpetrators read; so is what each voice of a family says.
 */
function safetyTexts({ plan, people: { safeguarding, triangulation } }: Analysis): Record<string, string> {
  const list = (apart: boolean) => {
    const { header, rows } = safeguardingRows(
      safeguarding.filter(({ isVictims }) => (isVictims || followsVictims(plan)) === apart),
    );
    return toCsv(header, rows);
  };
  const texts: Record<string, string> = { [`${victims}/safeguarding.csv`]: list(true) };
  if (!followsVictims(plan)) texts["safeguarding.csv"] = list(false);
  if (triangulation.length > 0) {
    const header = [
      "family",
      "person",
      "victim",
      "kind",
      "wave",
      "participant",
      "partner",
      "child",
      "verdict",
    ] as const;
    texts[`${victims}/triangulation.csv`] = toCsv(
      [...header],
      triangulation.map((row) => header.map((field) => String(row[field] ?? ""))),
    );
  }
  return texts;
}

/** Of the working edition's pages those that somebody reads or counts on with: charts and flat tables are in its results. */
function forTheTeam(pages: Pages): Pages {
  return Object.fromEntries(Object.entries(pages).filter(([path]) => !/^(charts|flat)\/|^card\.html$/.test(path)));
}

/** Person-level tables by their path below `private/`, without extension: outcomes that victim-survivors report apart. */
export function privateTables({ plan, anchors, baseline, outcomes, comparisons }: Analysis): Record<string, Columns> {
  const followed = followsVictims(plan) ? `${victims}/` : "";
  const theirs = new Set(plan.outcomes.filter(({ reporter }) => reporter === "victim-survivor").map(({ id }) => id));
  const { values, levels } = categoriesOf(outcomes.table, "outcome");
  const outcomesWhere = (reported: boolean) =>
    takeRows(
      outcomes.table,
      rowsWhere(outcomes.table, (row) => theirs.has(levels[values[row]!]!) === reported),
    );
  const tables: Record<string, Columns> = {
    [`${followed}anchors`]: anchors.table,
    [`${followed}baseline`]: baseline.table,
    [`${followed}outcomes`]: outcomesWhere(false),
  };
  for (const { comparison, matchedRows, courses } of comparisons) {
    tables[`${followed}matched-${comparison.id}`] = matchedRows;
    if (courses !== null) tables[`${followed}courses-${comparison.id}`] = courses;
  }
  if (theirs.size > 0) {
    const reported = outcomesWhere(true);
    const all = followed === "" ? reported : outcomes.table;
    tables[`${victims}/outcomes`] = all;
  }
  return tables;
}

function followsVictims({ cohort }: StudyPlan): boolean {
  return cohort.role !== undefined && cohort.role !== "perpetrator";
}

function withKeys(results: Analysis["descriptions"], keeps: (id: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(results).filter(([id]) => keeps(id)));
}

function issuesCsv(issues: readonly Issue[]): string {
  const header = ["code", "severity", "table", "file", "row", "column", "message"];
  return toCsv(
    header,
    issues.map((issue) => [
      issue.code,
      issue.severity,
      issue.table,
      issue.file ?? "",
      issue.row === null ? "" : String(issue.row),
      issue.column ?? "",
      formatIssue(issue),
    ]),
  );
}
