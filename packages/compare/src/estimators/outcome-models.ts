import { designMatrix, fitLeastSquares, fitLogistic, linearPredictor } from "@likewise/stats";
import { modelColumns } from "../covariates/model-columns.ts";
import { namedInWords } from "../covariates/named-in-words.ts";
import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import type { EffectRefusal } from "./estimator.ts";

/** What everybody's outcome is predicted to be in either arm, from a regression on the covariates in that arm alone. */
export interface OutcomePredictions {
  readonly treated: Float64Array;
  readonly comparison: Float64Array;
  readonly covariates: readonly string[];
}

/** By least squares, or logistic regression for what happens or does not. */
export function outcomePredictions(
  people: AnalysisSet,
): OutcomePredictions | { readonly refusal: Omit<EffectRefusal, "measure"> } {
  const { columns } = modelColumns(people.covariates);
  const names = ["(Intercept)", ...columns.map(({ term }) => term)];
  const everybody = designMatrix([ones(people.value.length), ...columns.map(({ values }) => values)], {
    intercept: false,
  });
  const predictions: Float64Array[] = [];
  for (const arm of [1, 0] as const) {
    const rows = rowsOfArm(people, arm);
    if (rows.length <= names.length) return { refusal: tooManyTerms };
    const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
    const design = designMatrix([ones(rows.length), ...columns.map(({ values }) => take(values))], {
      intercept: false,
    });
    const outcome = take(people.value);
    if (people.kind !== "binary") {
      const fit = fitLeastSquares({ design, outcome, names });
      predictions.push(linearPredictor(everybody, fit.coefficients));
      continue;
    }
    // Where nobody or everybody in the arm has the event the arm's own share is all a model could say.
    if (outcome.every((value) => value === outcome[0])) {
      predictions.push(new Float64Array(people.value.length).fill(outcome[0]!));
      continue;
    }
    const fit = fitLogistic({ design, outcome, names });
    if (fit.separated) return { refusal: separation(fit.separatingColumns.map((j) => names[j]!)) };
    predictions.push(linearPredictor(everybody, fit.coefficients).map((linear) => 1 / (1 + Math.exp(-linear))));
  }
  return {
    treated: predictions[0]!,
    comparison: predictions[1]!,
    covariates: [...new Set(columns.map(({ covariate }) => covariate))],
  };
}

/** Covariates may be none that vary. */
function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

const tooManyTerms = {
  rule: "too-few-people",
  why: "an arm has no more people than its own regression has terms",
  unlocks: "fewer covariates or more people",
};

function separation(terms: readonly string[]): Omit<EffectRefusal, "measure"> {
  return {
    rule: "separation",
    why: `within an arm, some combination of ${namedInWords(terms)} says for certain who has the event, so its regression has no finite fit`,
    unlocks: "leave out or merge the levels named, more people, or weighting alone",
  };
}
