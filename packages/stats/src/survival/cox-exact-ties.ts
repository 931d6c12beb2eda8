import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { Evaluation } from "../regression/maximise.ts";
import { columnOf } from "./chunked-columns.ts";
import type { CoxHazard, CoxRows } from "./cox-likelihood.ts";

/**
 * The partial likelihood of discrete time: at each event time, the chance that
 * just these d of those at risk had the event, given that d of them had.
 *
 * The d that might have had it are drawn with chances in proportion to the
 * product of their risks. People are taken in one at a time; for k chosen among
 * those taken in so far the ratio of the k-th to the (k − 1)-th sum of products
 * is kept, and the mean and covariance of the chosen people's covariates. A new
 * person is among the k with chance q, so means and covariances are mixed, and
 * no sum of products is ever formed that could overflow.
 *
 * @source Cox (1972), section 6; Gail, Lubin and Rubinstein (1981), doi:10.1093/biomet/68.3.703
 */
export function exactTies(
  { sets, design }: CoxRows,
  { risk, linearPredictor, shift }: Pick<CoxHazard, "risk" | "linearPredictor" | "shift">,
): Evaluation {
  const p = design.columns;
  const columns = Array.from({ length: p }, (_, j) => columnOf(design, j));
  const covariates = new Float64Array(p);
  const gradient = new Float64Array(p);
  const information = zeroMatrix(p, p);
  let value = 0;
  for (let s = 0; s + 1 < sets.stratumStarts.length; s++) {
    const end = sets.starts[sets.stratumStarts[s + 1]!]!;
    for (let e = sets.stratumStarts[s]!; e < sets.stratumStarts[s + 1]!; e++) {
      const d = sets.deaths[e]!;
      const from = sets.starts[e]!;
      const draw = conditionalDraw(d, p);
      for (let i = from; i < end; i++) {
        if (sets.first[i]! > e) continue;
        for (let j = 0; j < p; j++) covariates[j] = columns[j]![i]!;
        draw.takeIn(risk[i]!, covariates);
      }
      value -= draw.logTotal();
      for (let i = from; i < from + d; i++) {
        value += linearPredictor[i]! - shift;
        for (let j = 0; j < p; j++) gradient[j] = gradient[j]! + columns[j]![i]!;
      }
      draw.addMoments(gradient, information.values);
    }
  }
  return { value, gradient, information };
}

/** Of those taken in, d chosen: what is known of the sum of their covariates. */
function conditionalDraw(d: number, p: number) {
  // ratios[k]: sum of products over all choices of k, over the same for k − 1.
  const ratios = new Float64Array(d + 1);
  const means = Array.from({ length: d + 1 }, () => new Float64Array(p));
  const covariances = Array.from({ length: d + 1 }, () => new Float64Array(p * p));
  const difference = new Float64Array(p);
  let taken = 0;
  return {
    takeIn(risk: number, covariates: Float64Array): void {
      taken++;
      for (let k = Math.min(d, taken); k >= 1; k--) {
        const without = ratios[k]!;
        const chance = risk / (without + risk);
        // With k − 1 = 0 chosen there is one choice, the empty one, with and without this person.
        ratios[k] = (without + risk) / (k === 1 ? 1 : 1 + risk / ratios[k - 1]!);
        const mean = means[k]!;
        const fewer = means[k - 1]!;
        const covariance = covariances[k]!;
        const ofFewer = covariances[k - 1]!;
        for (let j = 0; j < p; j++) difference[j] = fewer[j]! + covariates[j]! - mean[j]!;
        for (let j = 0; j < p; j++) {
          mean[j] = mean[j]! + chance * difference[j]!;
          for (let l = 0; l <= j; l++) {
            const at = l * p + j;
            covariance[at] =
              (1 - chance) * covariance[at]! +
              chance * ofFewer[at]! +
              chance * (1 - chance) * difference[j]! * difference[l]!;
          }
        }
      }
    },
    logTotal(): number {
      let log = 0;
      for (let k = 1; k <= d; k++) log += Math.log(ratios[k]!);
      return log;
    },
    /** takes the mean from the gradient, adds the covariance to the information */
    addMoments(gradient: Float64Array, information: Float64Array): void {
      for (let j = 0; j < p; j++) {
        gradient[j] = gradient[j]! - means[d]![j]!;
        for (let l = 0; l <= j; l++) {
          const amount = covariances[d]![l * p + j]!;
          information[l * p + j] = information[l * p + j]! + amount;
          if (l !== j) information[j * p + l] = information[j * p + l]! + amount;
        }
      }
    },
  };
}
