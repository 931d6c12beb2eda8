import { designMatrix } from "@likewise/stats";
import { modelColumns } from "../covariates/model-columns.ts";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";

/** Name of the treatment's own term in every model. */
export const treatedTerm = "treated";

export interface AdjustedDesign {
  readonly design: ReturnType<typeof designMatrix>;
  readonly names: readonly string[];
  readonly references: readonly (string | null)[];
  /** Column of the treatment: the last, so that a covariate that says the same as the arm leaves nothing for it. */
  readonly treatedColumn: number;
  /** Names of the covariates in it. */
  readonly covariates: readonly string[];
  readonly constant: readonly string[];
}

/** Covariates that vary, then treatment, with or without a leading intercept. */
export function adjustedDesign(people: AnalysisSet, { intercept }: { intercept: boolean }): AdjustedDesign {
  const { columns, constant } = modelColumns(people.covariates);
  const lead = intercept ? 1 : 0;
  return {
    design: designMatrix([...columns.map(({ values }) => values), Float64Array.from(people.treated)], { intercept }),
    names: [...(intercept ? ["(Intercept)"] : []), ...columns.map(({ term }) => term), treatedTerm],
    references: [...(intercept ? [null] : []), ...columns.map(({ reference }) => reference), "comparison"],
    treatedColumn: columns.length + lead,
    covariates: [...new Set(columns.map(({ covariate }) => covariate))],
    constant,
  };
}
