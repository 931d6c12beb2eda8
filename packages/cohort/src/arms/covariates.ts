import {
  artefactNames,
  type ColumnData,
  calendarDate,
  categoryColumn,
  cell,
  covariatesOfPeople,
  Failure,
  type Issue,
  isPresent,
  numberColumn,
} from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { type Field, textAt } from "../people/fields.ts";
import type { People } from "../people/people.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

/**
 * Covariates of people by unit, as `covariatesOfPeople` names them: text as categories, whole numbers as numbers; levels
 * are those that occur among the units asked for.
 *
 * Where age is not mapped but the year of birth is, `age` is the age reached in the calendar year of the index date.
 * Where it is not mapped, `index_quarter` is the calendar quarter of the index date, so that both arms can be compared
 * within a period.
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
  const columns = new Map<string, ColumnData>();
  const issues: Issue[] = [];
  const names = covariatesOfPeople(Object.keys(people.table.columns), {
    arms: arms.field === null ? undefined : { from: referenceOf(arms.field) },
    indexDate: index.field === null ? null : referenceOf(index.field),
  });
  const rows = Array.from(units, (unit) => people.rows[unit]!);
  for (const name of names.own) {
    if (artefactNames.includes(name)) {
      throw new Failure("usage", `data.tables.people: ${name} cannot be the name of a covariate`);
    }
    const column = people.table.columns[name]!;
    if (column.type !== "date") columns.set(name, covariate(column, rows));
    else if (index.field?.column !== column)
      issues.push(cohortIssue("covariate_is_a_date", { tableName: "people", column: name }));
  }
  if (names.derived.includes("age")) {
    const { age, issues: impossible } = ageAtIndex(people, index, units);
    columns.set("age", age);
    issues.push(...impossible);
  }
  if (names.derived.includes("index_quarter")) {
    columns.set("index_quarter", categoryColumn(Array.from(units, (unit) => quarter(index.day[unit]!))));
  }
  return { columns: Object.fromEntries(columns), issues };
}

function referenceOf({ tableName, name }: Field): string {
  return `${tableName}.${name}`;
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
