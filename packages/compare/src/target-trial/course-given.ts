import { type Courses, cell } from "@likewise/schema";

/** When one person reached a milestone and left, in days after time zero; or why neither can be said. */
export type GivenCourse =
  | { readonly reachedDay: number | null; readonly leftDay: number | null }
  | { readonly unknown: string };

/** Courses of one strategy by unit; a unit without a row has an unknown one. */
export function courseGiven({ numRows, columns }: Courses, strategy: string): (unit: number) => GivenCourse {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < numRows; row++) {
    if (cell(columns.strategy, row) === strategy) rowOf.set(columns.unit.values[row]!, row);
  }
  return (unit) => {
    const row = rowOf.get(unit);
    if (row === undefined) return { unknown: "course-not-given" };
    const unknown = cell(columns.unknown, row) as string | null;
    if (unknown !== null) return { unknown };
    const day = (column: Courses["columns"]["reachedDay"]) => cell(column, row) as number | null;
    return { reachedDay: day(columns.reachedDay), leftDay: day(columns.leftDay) };
  };
}
