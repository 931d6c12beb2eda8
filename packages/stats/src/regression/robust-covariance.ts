import type { Matrix } from "../linear-algebra/matrix.ts";
import { scaledCrossproduct } from "./independent-columns.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { leverages, sandwich, sandwichParts } from "./sandwich.ts";

export type RobustKind = "HC0" | "HC1" | "HC2" | "HC3";

export interface RobustCovariance {
  readonly kind: RobustKind;
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly (number | null)[];
}

/**
 * Covariance of regression coefficients that does not trust the model's
 * variance (sandwich, heteroskedasticity-consistent).
 *
 * HC0 is the plain sandwich, HC1 multiplies it by n / (n − k), HC2 divides each
 * squared residual by 1 − h and HC3 by (1 − h)², h the row's leverage; HC3 is
 * the cautious choice in small samples. Weights enter as in the score (squared
 * in the middle), as sampling and balancing weights must; a row with a frequency
 * is that many rows. For a person entered as several rows use
 * `clusterCovariance`. Rows of weight 0 do not count towards n.
 *
 * @param design the matrix that was fitted
 * @param fit    from `fitLeastSquares`, `fitLogistic` or `fitPoisson`
 * @param kind   default "HC0"
 * @returns covariance k by k, zeros for aliased terms, and standard errors
 * @throws RangeError when the design is not the fitted one, the fit did not converge, or a leverage of 1 leaves HC2 or HC3 undefined
 * @source MacKinnon and White (1985), doi:10.1016/0304-4076(85)90158-7; Zeileis (2006), doi:10.18637/jss.v016.i09
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * const fit = fitLeastSquares({ design, outcome: [1, 3, 5, 9] });
 * robustCovariance({ design, fit }).covariance[1][1]; // 2.5
 */
export function robustCovariance({
  design,
  fit,
  kind = "HC0",
}: {
  design: Matrix;
  fit: RegressionFit;
  kind?: RobustKind;
}): RobustCovariance {
  const parts = sandwichParts("robustCovariance", design, fit);
  const times = (i: number) => fit.frequencies?.[i] ?? 1;
  // A row that stands for f people holds f equal scores u: its square is f · u², not (f · u)².
  const squares = fit.scoreResiduals.map((u, i) => (u === 0 ? 0 : (u * u) / times(i)));
  if (kind === "HC2" || kind === "HC3") {
    const h = leverages(design, parts, fit.informationWeights);
    const power = kind === "HC2" ? 1 : 2;
    for (let i = 0; i < squares.length; i++) {
      if (fit.informationWeights[i] === 0) continue;
      const rest = 1 - h[i]! / times(i);
      if (rest < 1e-10) {
        throw new RangeError(`robustCovariance: kind ${kind} needs every leverage below 1, row ${i} (from 0) has 1`);
      }
      squares[i] = squares[i]! / rest ** power;
    }
  }
  const factor = kind === "HC1" ? fit.rows / (fit.rows - fit.rank) : 1;
  const covariance = sandwich(parts, scaledCrossproduct(design, parts.scaling, parts.columns, squares), factor);
  return { kind, covariance, standardErrors: standardErrorsOf(covariance, fit.aliased) };
}
