import type { RequestCount, RequestCounts } from "./counts.ts";
import type { Specification, SpecifiedDates, SpecifiedTable } from "./specification.ts";

/** A data specification as Markdown, to send to whoever makes the extracts. */
export function requestText({ title, asAt, cohort, dates, tables }: Specification, counts: RequestCounts): string {
  return `${[
    `# Data specification: ${title}`,
    "",
    "This page says which extracts the study needs, which columns and codes, which dates they must cover, and what will be checked. Send no names, addresses, full dates of birth or free text: pseudonyms only, unless a table below asks for identifiers to link by.",
    "",
    "## Who",
    "",
    ...cohort.map((line) => `- ${line}`),
    "",
    "## Dates",
    "",
    ...datesLines(dates, asAt),
    "",
    ...tables.flatMap(tableLines),
    "## How the files should be written",
    "",
    "- CSV in UTF-8 with one row of headers at the top and nothing below the last row; or Parquet, or one sheet of a workbook",
    "- dates as 2024-03-14; times are not needed",
    "- ids as text, letter by letter the same in every table, with their leading noughts",
    "- a blank for what is not known; say which codes mean missing where there are some (99, ND)",
    "- the rows as the system holds them: nothing merged, mended or left out by hand",
    "- with each file: the day it was made, the system, the area and the first and last day it covers, and how rows were chosen",
    "",
    "## What will be checked",
    "",
    "Every row is used or rejected with its reason, and you get the account. What is checked in each table stands below it. Columns that identify people stop the run.",
    "",
    "## Counts",
    "",
    ...countLines(counts),
  ].join("\n")}\n`;
}

function datesLines(dates: SpecifiedDates, asAt: string | null): readonly string[] {
  const known = dates.firstIndex !== null;
  const span = (from: string | null, words: string) => (from === null ? words : `${from} (${words})`);
  return [
    `| What | ${known ? "Day" : "Rule"} |`,
    "| --- | --- |",
    `| Index date | ${dates.indexDate ?? "none"} |`,
    `| First and last index date | ${known ? `${dates.firstIndex} and ${dates.lastIndex}` : "to be filled in: ______ and ______"} |`,
    `| Events from | ${span(dates.eventsFrom, `look-back: ${dates.lookBack} before the first index date`)} |`,
    `| Events to | ${span(dates.eventsTo, `follow-up: ${dates.followUp} after the last index date`)} |`,
    ...(dates.proof === null
      ? []
      : [
          `| Convictions and cautions to | ${span(dates.proofTo, `${dates.proof} after the last index date, so that what was done in time can be proven`)} |`,
        ]),
    `| Extract date | ${asAt ?? "to be filled in: ______"}; nothing later is used |`,
  ];
}

function tableLines(table: SpecifiedTable): readonly string[] {
  return [
    `## ${table.title} (\`${table.table}\`)`,
    "",
    `One row is: ${table.description.charAt(0).toLowerCase()}${table.description.slice(1)}. ${table.people}`,
    ...(table.files.length === 0 ? [] : ["", `Expected as: ${table.files.map((file) => `\`${file}\``).join(", ")}`]),
    ...(table.coverage === null ? [] : ["", `The plan takes it to cover: ${table.coverage}. Say so if it does not.`]),
    ...(table.identifiers.length === 0
      ? []
      : [
          "",
          `To link rows without an id, and for nothing else: ${table.identifiers.join(", ")}. Send these by the secure way agreed.`,
        ]),
    "",
    "| Column | Field | Type | Required | Codes | What it is |",
    "| --- | --- | --- | --- | --- | --- |",
    ...table.columns.map(
      ({ header, field, type, required, codes, definition }) =>
        `| ${[header, `\`${field}\``, type, required ? "yes" : "if held", codes.join(", "), definition].map(inCell).join(" | ")} |`,
    ),
    "",
    `Checks: ${table.checks.join("; ")}.`,
    "",
  ];
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

function countLines({ rows, missing }: RequestCounts): readonly string[] {
  const known = rows.some(({ treated }) => treated !== null);
  return [
    known
      ? "WORKING: exact counts from the data there are, not for publication; take this section out before the page is sent on. They are those the Justice Data Lab asks for."
      : "To be filled in; they are those the Justice Data Lab asks for.",
    ...(missing === null ? [] : [`Not complete: ${missing}.`]),
    "",
    "| People | Programme | Comparison | At least |",
    "| --- | ---: | ---: | --- |",
    ...rows.map(
      (row) => `| ${inCell(row.label)} | ${figure(row.treated)} | ${figure(row.comparison)} | ${minimumWords(row)} |`,
    ),
    "",
    "The minimum is of the programme's people. The Justice Data Lab began with 60 people and later took about 30 matched ones; the time to a first reoffence, its severity and custody for it describe reoffenders alone and need 30 of them.",
  ];
}

function figure(value: number | null): string {
  return value === null ? "______" : String(value);
}

function minimumWords({ treated, minimum }: RequestCount): string {
  if (minimum === null) return "";
  if (treated === null) return String(minimum);
  return `${minimum}: ${treated >= minimum ? "met" : "not met"}`;
}
