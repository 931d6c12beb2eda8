import { cell } from "../columns/cell.ts";
import { booleanColumn } from "../columns/column-constructors.ts";
import type { BooleanColumn, ColumnData } from "../columns/columns.ts";
import { Failure } from "../issues/failures.ts";
import { readTruth } from "./read-truth.ts";

/**
 * The arm of each row from a treatment column: true = treated, missing = in neither arm.
 *
 * With two values that read as true and false (1 and 0, yes and no) the true one is treated; otherwise the treated value
 * must be named, because a guess that is wrong turns the effect round. A third value is not taken for the comparison: a
 * misspelt "yes" or "unknown" would then be somebody not treated; where it is, the value compared with is named. With one value, where nobody is compared with, it is
 * that of the treated. Messages hold no value of the data.
 */
export function readArms(
  column: ColumnData,
  names: {
    readonly treatment: string;
    readonly treatedValue?: string | undefined;
    readonly comparisonValue?: string | undefined;
    readonly onlyTreated?: boolean | undefined;
  },
): { readonly arm: BooleanColumn; readonly labels: { readonly treated: string; readonly comparison: string } } {
  const values = Array.from({ length: column.values.length }, (_, row) => {
    const value = cell(column, row);
    return value === null ? null : String(value);
  });
  const distinct = [...new Set(values.filter((value) => value !== null))];
  if (distinct.length < 2 && !(names.onlyTreated && distinct.length === 1)) {
    throw new Failure(
      "data",
      `treatment "${names.treatment}" must have two values, one for each arm, found ${distinct.length}`,
    );
  }
  const treated = treatedAmong(distinct, names);
  const others = distinct.filter((value) => value !== treated);
  const comparison = names.comparisonValue === undefined ? null : matching(others, names.comparisonValue);
  if (comparison === undefined) {
    throw new Failure(
      "usage",
      `comparison value "${names.comparisonValue}" must be a value of "${names.treatment}" other than the treated one`,
    );
  }
  if (comparison === null && others.length > 1 && !names.onlyTreated) {
    const rowsOf = (value: string) => values.filter((one) => one === value).length;
    const rows = others.map(rowsOf).sort((a, b) => b - a);
    throw new Failure(
      "data",
      `treatment "${names.treatment}" must have two values, or the comparison value must be named (--comparison-value): found ${distinct.length} (rows with the treated one: ${rowsOf(treated)}; with the others: ${counted(rows)})`,
    );
  }
  return {
    arm: booleanColumn(
      values.map((value) => {
        if (value === treated) return true;
        return value === null || (comparison !== null && value !== comparison) ? null : false;
      }),
    ),
    labels: { treated, comparison: comparison ?? (others.length === 1 ? others[0]! : `not ${treated}`) },
  };
}

function counted(rows: readonly number[]): string {
  return rows.slice(0, 5).join(", ") + (rows.length > 5 ? " and fewer" : "");
}

function treatedAmong(
  distinct: readonly string[],
  names: { readonly treatment: string; readonly treatedValue?: string | undefined },
): string {
  if (names.treatedValue !== undefined) {
    const treated = matching(distinct, names.treatedValue);
    if (treated !== undefined) return treated;
    throw new Failure(
      "usage",
      `treated value "${names.treatedValue}" must be one of the ${distinct.length} values of "${names.treatment}", found no row with it`,
    );
  }
  if (distinct.length === 1) return distinct[0]!;
  const truths = distinct.map(readTruth);
  if (distinct.length === 2 && truths.includes(true) && truths.includes(false)) return distinct[truths.indexOf(true)]!;
  throw new Failure(
    "usage",
    `treatment "${names.treatment}" must hold 0 and 1, no and yes or false and true, or the treated value must be named; found ${distinct.length} other values`,
  );
}

/** "1.0" on the command line names the number 1 of the data. */
function matching(distinct: readonly string[], wanted: string): string | undefined {
  return (
    distinct.find((value) => value === wanted) ??
    distinct.find((value) => wanted.trim() !== "" && Number(value) === Number(wanted))
  );
}
