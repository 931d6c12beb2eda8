import type { Covariate } from "./covariate.ts";

/** One column of numbers made from a covariate: itself, or 1 for the people who hold one level. */
export interface CovariateColumn {
  readonly covariate: string;
  readonly level: string | null;
  readonly values: Float64Array;
  /** Only 0 and 1 occur. */
  readonly binary: boolean;
}

/** Every level of every factor, and every number: what a balance table has a row for. */
export function covariateColumns(covariates: readonly Covariate[]): CovariateColumn[] {
  return covariates.flatMap((covariate): CovariateColumn[] => {
    if (covariate.kind === "factor") return covariate.levels.map((_, code) => levelColumn(covariate, code));
    const { name, values } = covariate;
    return [{ covariate: name, level: null, values, binary: isBinary(values) }];
  });
}

/** 1 for those who hold the level, 0 for the rest. */
export function levelColumn(covariate: Extract<Covariate, { kind: "factor" }>, code: number): CovariateColumn {
  return {
    covariate: covariate.name,
    level: covariate.levels[code]!,
    values: holders(covariate.codes, code),
    binary: true,
  };
}

function isBinary(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (values[row] !== 0 && values[row] !== 1) return false;
  return true;
}

function holders(codes: Int32Array, code: number): Float64Array {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) values[row] = 1;
  return values;
}
