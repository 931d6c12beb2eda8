import {
  type ColumnData,
  calendarDate,
  categoryColumn,
  cell,
  Failure,
  type Issue,
  isPresent,
  numberColumn,
} from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { textAt } from "../people/fields.ts";
import type { People } from "../people/people.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

/** Fields of people that say who someone is in the study; they are not covariates. */
const notCovariates = new Set(["person", "role", "arm", "index_date", "birth_year", "cluster", "line"]);
/** Names the baseline uses itself. */
const reserved = new Set(["unit", "id", "indexDate"]);

/**
 * Covariates of people by unit: every mapped field but ids, role, arm and cluster; text as categories, whole numbers as
 * numbers; levels are those that occur among the units asked for.
 *
 * Where age is not mapped but the year of birth is, `age` is the age reached in the calendar year of the index date.
 * `index_quarter` is the calendar quarter of the index date, so that both arms can be compared within a period.
 *
 * @param units the units wanted, in order
 * @throws Failure (usage) when a covariate has a name the baseline keeps for itself
 */
export function peopleCovariates(
  people: People,
  arms: ArmDecisions,
  index: IndexDates,
  units: Int32Array,
): { readonly columns: Readonly<Record<string, ColumnData>>; readonly issues: readonly Issue[] } {
  const columns: Record<string, ColumnData> = {};
  const issues: Issue[] = [];
  const armField = arms.field?.tableName === "people" ? arms.field.name : null;
  const rows = Array.from(units, (unit) => people.rows[unit]!);
  for (const [name, column] of Object.entries(people.table.columns)) {
    if (notCovariates.has(name) || name === armField) continue;
    if (reserved.has(name)) throw new Failure("usage", `data.tables.people: ${name} cannot be the name of a covariate`);
    if (column.type !== "date") columns[name] = covariate(column, rows);
    else if (index.field?.column !== column) {
      issues.push(cohortIssue("covariate_is_a_date", { tableName: "people", column: name }));
    }
  }
  if (people.table.columns.age === undefined && people.table.columns.birth_year !== undefined && index.field !== null) {
    const { age, issues: impossible } = ageAtIndex(people, index, units);
    columns.age = age;
    issues.push(...impossible);
  }
  if (index.field !== null) columns.index_quarter = categoryColumn(Array.from(units, (u) => quarter(index.day[u]!)));
  return { columns, issues };
}

function covariate(column: ColumnData, rows: readonly number[]): ColumnData {
  if (column.type === "number" || column.type === "integer") {
    return numberColumn(rows.map((row) => (isPresent(column, row) ? column.values[row]! : null)));
  }
  return categoryColumn(rows.map((row) => textAt(column, row)));
}

function ageAtIndex(people: People, index: IndexDates, units: Int32Array) {
  const birthYear = people.table.columns.birth_year!;
  const issues: Issue[] = [];
  const ages = Array.from(units, (unit) => {
    const row = people.rows[unit]!;
    const born = cell(birthYear, row);
    const day = index.day[unit]!;
    if (typeof born !== "number" || day === null) return null;
    const age = calendarDate(day).year - born;
    if (age >= 0) return age;
    issues.push(
      cohortIssue("index_before_birth", { tableName: "people", table: people.table, row, column: "birth_year" }),
    );
    return null;
  });
  return { age: numberColumn(ages), issues };
}

function quarter(day: number | null): string | null {
  if (day === null) return null;
  const { year, month } = calendarDate(day);
  return `${year}-Q${Math.ceil(month / 3)}`;
}
