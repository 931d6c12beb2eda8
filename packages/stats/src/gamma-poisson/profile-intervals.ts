import { chiSquareQuantile } from "../distributions/chi-square.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import type { Cells } from "./cells.ts";
import {
  bestLogMeanRate,
  dispersionSlope,
  logLikelihood,
  meanRateDerivatives,
  profileOfDispersion,
  risingEnd,
} from "./likelihood.ts";

/** Limits between which the profile likelihood stays within half a chi-square quantile of its maximum. */
export interface ProfileInterval {
  readonly lower: number;
  /** null = no value is too large */
  readonly upper: number | null;
}

export interface GammaPoissonIntervals {
  readonly meanRate: ProfileInterval;
  readonly shape: ProfileInterval;
  readonly rate: ProfileInterval;
}

/** Profile likelihood intervals of the mean rate, the gamma's shape and its rate, given the maximum. */
export function profileIntervals(
  cells: Cells,
  best: { readonly dispersion: number; readonly logLikelihood: number },
  level: number,
): GammaPoissonIntervals {
  const drop = chiSquareQuantile(1 - level, 1, { upper: true }) / 2;
  const below = (value: number) => best.logLikelihood - value - drop;
  const centre = bestLogMeanRate(cells, best.dispersion);

  const dispersionLoss = (dispersion: number) => below(profileOfDispersion(cells, dispersion));
  const most = outwards(dispersionLoss, best.dispersion, initialStep(cells));
  const least = dispersionLoss(0) > 0 ? bracketedRoot(dispersionLoss, 0, best.dispersion) : 0;

  const meanLoss = (logMeanRate: number) =>
    below(
      logLikelihood(
        cells,
        logMeanRate,
        risingEnd((dispersion) => dispersionSlope(cells, logMeanRate, dispersion), initialStep(cells)),
      ),
    );
  const meanStep = 1 / Math.sqrt(-meanRateDerivatives(cells, centre, best.dispersion).curvature);

  const rateLoss = (logRate: number) => below(profileOfRate(cells, logRate));
  const logRateAt = (dispersion: number) => -Math.log(dispersion) - centre;
  // Without a finite best rate the search comes down from one that the data cannot tell from infinity.
  const rateCentre = logRateAt(best.dispersion > 0 ? best.dispersion : most / 1e4);

  return {
    meanRate: {
      lower: Math.exp(outwards(meanLoss, centre, -meanStep)),
      upper: Math.exp(outwards(meanLoss, centre, meanStep)),
    },
    shape: { lower: 1 / most, upper: least === 0 ? null : 1 / least },
    rate: {
      lower: Math.exp(outwards(rateLoss, rateCentre, -0.5)),
      upper: least === 0 ? null : Math.exp(outwards(rateLoss, rateCentre, 0.5)),
    },
  };
}

/** A dispersion of the size at which it begins to matter: the variance doubles. */
function initialStep({ units, events }: Cells): number {
  return units / events;
}

/** Where a loss that is negative at `from` becomes 0, in steps that double. */
function outwards(loss: (x: number) => number, from: number, firstStep: number): number {
  let near = from;
  let far = from + firstStep;
  for (let step = firstStep * 2; loss(far) < 0; step *= 2) {
    near = far;
    far += step;
  }
  return bracketedRoot(loss, near, far);
}

/** Best log-likelihood with the gamma's rate fixed: the mean rate and the shape then move together. */
function profileOfRate(cells: Cells, logRate: number): number {
  const slopeAt = (logShape: number) => {
    const dispersion = Math.exp(-logShape);
    const logMeanRate = logShape - logRate;
    const { slope } = meanRateDerivatives(cells, logMeanRate, dispersion);
    return slope - dispersion * dispersionSlope(cells, logMeanRate, dispersion);
  };
  const start = Math.log(cells.events / cells.exposure) + logRate;
  let low = start - 0.1;
  let high = start + 0.1;
  for (let step = 0.2; slopeAt(low) < 0; step *= 2) low -= step;
  for (let step = 0.2; slopeAt(high) > 0; step *= 2) high += step;
  const logShape = bracketedRoot(slopeAt, low, high);
  return logLikelihood(cells, logShape - logRate, Math.exp(-logShape));
}
