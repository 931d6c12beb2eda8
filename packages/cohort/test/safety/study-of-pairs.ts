import { buildCohort, describeSafety, type SafetyDescribed } from "@likewise/cohort";
import type { Columns, FlaggedAnswer, StudyPlan, Table } from "@likewise/schema";
import { planOf, tableOf } from "../study.ts";

/** Everybody treated, index date 1 January 2022, and C1 to compare with. */
export function treated(...ids: readonly string[]): Columns {
  return tableOf(
    ["person", "role", "arm", "index_date", "birth_year"],
    ...ids.map((id) => [id, "perpetrator", "t", "2022-01-01", 1980]),
    ["C1", "perpetrator", "c", "2022-01-01", 1980],
  );
}

/** What is said of the safety of these people and those linked to them. */
export function describedOf(
  tables: Readonly<Record<string, Columns>>,
  cohort: StudyPlan["cohort"] = {},
  data: StudyPlan["data"] = { asAt: "2024-06-30", tables: {} },
  answers: readonly FlaggedAnswer[] = [],
): SafetyDescribed {
  const plan = planOf({
    cohort: {
      role: "perpetrator",
      arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
      indexDate: "people.index_date",
      ...cohort,
    },
    data,
  });
  const { baseline } = buildCohort({ plan, tables });
  return describeSafety({ plan, tables, baseline, answers });
}

/** The cell of a table at some levels; totals where a dimension is not named. */
export function cellAt(tables: readonly Table[], id: string, at: Readonly<Record<string, string>>) {
  const table = tables.find((one) => one.id === id);
  if (table === undefined) throw new RangeError(`cellAt: id must be that of a table, got ${id}`);
  const cell = table.cells.find((one) =>
    table.dimensions.every((dimension) => one.at[dimension.id] === (at[dimension.id] ?? dimension.total)),
  );
  if (cell === undefined) throw new RangeError(`cellAt: at must be a cell of ${id}, got ${JSON.stringify(at)}`);
  return cell;
}
