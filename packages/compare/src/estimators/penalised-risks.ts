import { designMatrix, fitFirthLogistic, fitLogistic, type RegressionFit } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { AdjustedDesign } from "./adjusted-design.ts";

/**
 * Firth's logistic regression made fit for standardising: its predictions are drawn towards a half, so the intercept is set
 * again (FLIC) until as many events are predicted as were seen. Null where it has no answer either.
 *
 * @source Puhr, Heinze, Nold, Lusa and Geroldinger (2017), doi:10.1002/sim.7273
 */
export function penalisedRisks(people: AnalysisSet, { design, names }: AdjustedDesign): RegressionFit | null {
  const firth = fitFirthLogistic({ design, outcome: people.value, names });
  const own = firth.coefficients[0];
  if (!firth.converged || own == null) return null;
  const intercept = fitLogistic({
    design: designMatrix([new Float64Array(design.rows).fill(1)], { intercept: false }),
    outcome: people.value,
    offset: firth.linearPredictor.map((linear) => linear - own),
  });
  return { ...firth, coefficients: [intercept.coefficients[0]!, ...firth.coefficients.slice(1)] };
}
