import { dateNotations } from "../../calendar/date-notations.ts";
import type { ColumnPlan, DateFormat, StudyPlan, TableSource } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { splitReference } from "./plan-names.ts";

type Formats = TableSource["dateFormat"];

/** Several formats in one column must not read one text as two days; two digits of a year need the extract date. */
export function checkDateFormats(plan: StudyPlan): PlanProblem[] {
  const declared = Object.entries(plan.data.tables).flatMap(([table, source]) => declarations(table, source));
  return [
    ...declared.flatMap(({ path, formats }) => [...mistaken(path, formats), ...repeated(path, formats)]),
    ...declared.flatMap(({ path, formats }) => needsExtractDate(path, formats, plan.data.asAt)),
    ...checkIndexDates(plan),
  ];
}

interface Declaration {
  readonly path: string;
  readonly formats: readonly DateFormat[];
}

function declarations(table: string, source: TableSource): Declaration[] {
  const path = `data.tables.${table}`;
  const columns = (["columns", "covariates", "identifiers"] as const).flatMap((part) =>
    Object.entries(source[part] ?? {}).map(([name, column]) => ({
      path: `${path}.${part}.${name}.dateFormat`,
      formats: formatsOf(column),
    })),
  );
  return [{ path: `${path}.dateFormat`, formats: listed(source.dateFormat) }, ...columns];
}

function formatsOf(column: ColumnPlan | { readonly dateFormat?: Formats }): readonly DateFormat[] {
  return typeof column === "string" ? [] : listed(column.dateFormat);
}

function listed(formats: Formats): readonly DateFormat[] {
  return formats === undefined ? [] : [formats].flat();
}

function mistaken(path: string, formats: readonly DateFormat[]): PlanProblem[] {
  return [...new Set(formats)].flatMap((one, at, all) => {
    const other = dateNotations[one].mistakenFor;
    return other !== null && all.indexOf(other) > at
      ? [{ path, message: `expected formats in which no text can be two days, found ${one} and ${other}` }]
      : [];
  });
}

function repeated(path: string, formats: readonly DateFormat[]): PlanProblem[] {
  const again = formats.find((format, index) => formats.indexOf(format) !== index);
  return again === undefined ? [] : [{ path, message: `expected each format once, found ${again} again` }];
}

function needsExtractDate(path: string, formats: readonly DateFormat[], asAt: string | undefined): PlanProblem[] {
  const short = formats.find((format) => dateNotations[format].shortYear);
  if (short === undefined || asAt !== undefined) return [];
  return [{ path, message: `expected data.asAt beside ${short}, as two digits of a year are read by it, found none` }];
}

/** Follow-up starts on a day. */
function checkIndexDates({ data, cohort }: StudyPlan): PlanProblem[] {
  if (cohort.indexDate === undefined || cohort.indexDate === null) return [];
  const [table, field] = splitReference(cohort.indexDate);
  const source = data.tables[table];
  const column = source?.columns[field];
  if (source === undefined || column === undefined) return [];
  const own = formatsOf(column);
  const declared = own.length > 0 ? own : listed(source.dateFormat);
  const coarse = declared.find((format) => dateNotations[format].precision !== "day");
  if (coarse === undefined) return [];
  return [
    {
      path: own.length > 0 ? `data.tables.${table}.columns.${field}.dateFormat` : `data.tables.${table}.dateFormat`,
      message: `expected days for ${cohort.indexDate}, on which follow-up starts, found ${coarse}`,
    },
  ];
}
