import type { Covariate } from "./covariate.ts";
import { levelColumn } from "./covariate-columns.ts";

/** One column of a regression, with the name and reference level printed beside its coefficient. */
export interface ModelColumn {
  readonly covariate: string;
  /** `age`, or `race=white` for a level. */
  readonly term: string;
  /** Reference level of a factor; null for a number. */
  readonly reference: string | null;
  readonly values: Float64Array;
}

export interface ModelColumns {
  readonly columns: readonly ModelColumn[];
  /** Covariates without variation, which no model can use. */
  readonly constant: readonly string[];
}

/**
 * Covariates as the columns of a regression: numbers as they are, factors as one column per level after the first in
 * natural order. A covariate that does not vary is left out and named.
 */
export function modelColumns(covariates: readonly Covariate[]): ModelColumns {
  const varying = covariates.filter(varies);
  return {
    columns: varying.flatMap(columnsOf),
    constant: covariates.filter((covariate) => !varies(covariate)).map(({ name }) => name),
  };
}

function varies(covariate: Covariate): boolean {
  if (covariate.kind === "factor") return covariate.levels.length > 1;
  return covariate.values.some((value) => value !== covariate.values[0]);
}

function columnsOf(covariate: Covariate): ModelColumn[] {
  const { name } = covariate;
  if (covariate.kind === "number") return [{ covariate: name, term: name, reference: null, values: covariate.values }];
  return covariate.levels.slice(1).map((level, index) => ({
    covariate: name,
    term: `${name}=${level}`,
    reference: covariate.levels[0]!,
    values: levelColumn(covariate, index + 1).values,
  }));
}
