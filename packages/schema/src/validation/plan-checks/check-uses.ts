import type { ColumnPlan, StudyPlan, TableSource } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";

/** A date of birth is read for the year or the age of people, a postcode for the area; an age needs its index date. */
export function checkUses(plan: StudyPlan): PlanProblem[] {
  return Object.entries(plan.data.tables).flatMap(([table, source]) => [
    ...columnUses(table, source, "columns"),
    ...columnUses(table, source, "covariates"),
  ]);
}

function columnUses(table: string, source: TableSource, part: "columns" | "covariates"): PlanProblem[] {
  return Object.entries(source[part] ?? {}).flatMap(([name, column]) => {
    const use = useOf(column);
    const path = `data.tables.${table}.${part}.${name}.use`;
    if (use === "district" && !(table === "people" && (part === "covariates" || name === "area"))) {
      return [{ path, message: "expected a district under area or a covariate of people, found it elsewhere" }];
    }
    if (use !== "age") return [];
    if (table !== "people" || part === "covariates" || (name !== "birth_year" && name !== "age")) {
      return [{ path, message: "expected an age under birth_year or age of people, found it elsewhere" }];
    }
    const dated = Object.hasOwn(source.columns, "index_date") || Object.hasOwn(source.constants ?? {}, "index_date");
    if (name === "birth_year" || dated) return [];
    return [
      {
        path,
        message: "expected index_date mapped beside age, which is worked out at it, found none; map birth_year instead",
      },
    ];
  });
}

function useOf(column: ColumnPlan): "linking" | "age" | "district" | undefined {
  return typeof column === "string" ? undefined : column.use;
}
