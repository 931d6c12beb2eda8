import { Failure } from "@likewise/schema";
import { type ImputedColumns, imputeByChains, randomStream, type VariableWithGaps } from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import type { CovariateWithGaps } from "./covariate-with-gaps.ts";

/**
 * The covariates with their gaps filled, several times over, each from the other covariates and the arm. Outcomes are not
 * among what values are read from: the group is formed before any outcome is looked at.
 *
 * A covariate of 0 and 1, or of levels, is drawn by logistic regressions. Other numbers take the value of somebody similar, so
 * that counts stay counts; only where hardly anybody shares a value, and not all are whole, is one drawn from a normal
 * distribution about a straight line.
 *
 * @returns `count` lists of covariates, in the order given
 * @throws Failure data when too few people have a covariate to read it from the others
 */
export function imputedCovariates(
  covariates: readonly CovariateWithGaps[],
  treated: Uint8Array,
  { count, seed }: { readonly count: number; readonly seed: number },
): Covariate[][] {
  const arm = {
    kind: "category",
    codes: Int32Array.from(treated),
    known: everybody(treated.length),
    categories: 2,
  } as const;
  const variables = covariates.map((one) => variableOf(one, treated.length));
  requireEnough(covariates, variables);
  const stream = randomStream(seed).split("imputations");
  return imputeByChains({ variables: [...variables, arm], imputations: count, stream }).map((columns) =>
    covariates.map((one, j) => withColumn(one.covariate, columns[j]!)),
  );
}

function everybody(length: number): Uint8Array {
  return new Uint8Array(length).fill(1);
}

function variableOf({ covariate, known }: CovariateWithGaps, length: number): VariableWithGaps {
  const where = known ?? everybody(length);
  if (covariate.kind === "factor") {
    return { kind: "category", codes: covariate.codes, known: where, categories: covariate.levels.length };
  }
  const present = covariate.values.filter((_, row) => where[row] === 1);
  const isFlag = present.every((value) => value === 0 || value === 1) && present.includes(0) && present.includes(1);
  if (isFlag) {
    const codes = Int32Array.from(covariate.values, (value, row) => (where[row] === 1 ? value : 0));
    return { kind: "category", codes, known: where, categories: 2 };
  }
  const draw = isSmooth(present) ? "normal" : "observed";
  return { kind: "number", values: covariate.values, known: where, draw };
}

/** No value is shared by more than a twentieth of people, and some are not whole. */
function isSmooth(values: Float64Array): boolean {
  if (values.every((value) => Number.isInteger(value))) return false;
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return Math.max(...times.values()) * 20 <= values.length;
}

function requireEnough(covariates: readonly CovariateWithGaps[], variables: readonly VariableWithGaps[]): void {
  const widths = variables.map((variable) => (variable.kind === "number" ? 1 : variable.categories - 1));
  const all = widths.reduce((sum, width) => sum + width, 0);
  for (const [j, { covariate, known }] of covariates.entries()) {
    if (known === null) continue;
    const people = known.reduce((sum, one) => sum + one, 0);
    if (people > all - widths[j]! + 2) continue;
    throw new Failure(
      "data",
      `missing: "${covariate.name}" is known of too few people to be imputed from so many other covariates; leave it out, or use indicator`,
    );
  }
}

function withColumn(covariate: Covariate, column: ImputedColumns[number]): Covariate {
  return covariate.kind === "number"
    ? { ...covariate, values: Float64Array.from(column) }
    : { ...covariate, codes: Int32Array.from(column) };
}
