import { sortedOrder } from "../ordering/sorted-order.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { fitLeastSquares } from "../regression/fit-least-squares.ts";
import { drawnCoefficients } from "./drawn-coefficients.ts";
import { type Predictors, predictionsFor } from "./predictors.ts";

/**
 * Numbers for the rows where one is not known, from a linear regression on those where it is: the residual variance and the
 * coefficients are drawn from their posterior under a flat prior, then a value is drawn for each row, or the value of one of
 * the five people of the nearest predictions is taken.
 *
 * @source Rubin (1987), section 5.3; matching by predictive means: Little (1988), doi:10.1080/07350015.1988.10509663, with
 *         drawn coefficients on the side of the gaps alone, as in van Buuren (2018), Flexible Imputation, section 3.4
 */
export function drawLinear(
  { known, gaps }: Predictors,
  outcome: Float64Array,
  draw: "normal" | "observed",
  stream: RandomStream,
): Float64Array {
  const fit = fitLeastSquares({ design: known, outcome });
  const deviation = fit.residualStandardDeviation * Math.sqrt(fit.residualDf / chiSquare(fit.residualDf, stream));
  const grown = fit.residualStandardDeviation > 0 ? deviation / fit.residualStandardDeviation : 0;
  const drawn = drawnCoefficients(fit, stream, grown);
  const predicted = predictionsFor(gaps, drawn);
  if (draw === "normal") return predicted.map((value) => value + deviation * stream.normal());
  const fitted = fit.fitted;
  const order = sortedOrder(fitted);
  return predicted.map((value) => outcome[donor(fitted, order, value, stream)]!);
}

/** Of how many people with the nearest predictions one is taken at random. */
const donors = 5;

function donor(fitted: Float64Array, order: Int32Array, value: number, stream: RandomStream): number {
  const wanted = Math.min(donors, order.length);
  let above = firstFrom(fitted, order, value);
  let below = above - 1;
  const near: number[] = [];
  while (near.length < wanted) {
    const takesAbove =
      below < 0 || (above < order.length && fitted[order[above]!]! - value < value - fitted[order[below]!]!);
    near.push(order[takesAbove ? above++ : below--]!);
  }
  return near[stream.integer(0, wanted - 1)]!;
}

function firstFrom(fitted: Float64Array, order: Int32Array, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fitted[order[middle]!]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chiSquare(df: number, stream: RandomStream): number {
  return stream.gamma(df / 2, 2);
}
