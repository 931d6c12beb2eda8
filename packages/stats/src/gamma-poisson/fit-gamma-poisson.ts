import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { type CountsInput, cellsOf } from "./cells.ts";
import { bestLogMeanRate, dispersionSlope, logLikelihood, profileOfDispersion, risingEnd } from "./likelihood.ts";
import { type PlausibleParameters, plausibleParameters } from "./plausible-parameters.ts";
import { type GammaPoissonIntervals, profileIntervals } from "./profile-intervals.ts";

export interface GammaPoissonFit {
  readonly units: number;
  readonly events: number;
  /** summed over units */
  readonly exposure: number;
  /** expected events per unit of exposure: shape / rate */
  readonly meanRate: number;
  /** of the gamma distribution of personal rates; null when unbounded */
  readonly shape: number | null;
  /** of the gamma distribution, in units of exposure; null when unbounded */
  readonly rate: number | null;
  /** the counts vary no more than if all units had the same rate: the likelihood rises to shape = infinity */
  readonly unbounded: boolean;
  readonly logLikelihood: number;
  /** if all units had the same rate */
  readonly poissonLogLikelihood: number;
  /** profile likelihood */
  readonly intervals: GammaPoissonIntervals;
  readonly level: number;
  /** points of the likelihood, for predictions that carry what is not known of the parameters */
  readonly plausible: readonly PlausibleParameters[];
}

/**
 * Gamma–Poisson model by maximum likelihood: each unit has events at a rate of
 * its own, and the rates follow a gamma distribution.
 *
 * Fit it to everybody that a selection was made from, never to the selected: a
 * cohort chosen for its counts has not the distribution that it was chosen from.
 * The model also says that a unit's rate stays as it is; where rates drift
 * between windows, what is predicted after selection is too high.
 *
 * Counts that vary no more than Poisson's have no finite shape: `unbounded` is
 * then true, shape and rate null; the intervals still say which are too small.
 *
 * @param input counts of each unit; exposures, ones when left out; weights; level, default 0.95
 * @returns refused when there are fewer than 2 units or no events
 * @throws RangeError when lengths differ, a count is not a whole number >= 0, an exposure is not > 0, or level is out of range
 * @source Greenwood and Yule (1920), doi:10.2307/2341080; Lawless (1987), doi:10.2307/3314912
 * @example
 * const fit = fitGammaPoisson({ counts: [0, 0, 0, 0, 0, 1, 1, 2, 4, 7] });
 * fit.meanRate; // 1.5
 * fitGammaPoisson({ counts: [1, 1, 1, 2] }).unbounded; // true
 */
export function fitGammaPoisson({
  level = 0.95,
  ...input
}: CountsInput & { level?: number }): GammaPoissonFit | Refused {
  const caller = "fitGammaPoisson";
  checkLevel(caller, level);
  const cells = cellsOf(caller, input);
  const { units, events, exposure } = cells;
  if (units < 2) return refuse("gamma–Poisson fit", "one unit shows no spread between units", "at least 2 units");
  if (events === 0) return refuse("gamma–Poisson fit", "no unit has an event", "units with events");

  const slopeAt = (dispersion: number) => dispersionSlope(cells, bestLogMeanRate(cells, dispersion), dispersion);
  const dispersion = risingEnd(slopeAt, units / events);
  const logMeanRate = bestLogMeanRate(cells, dispersion);
  const best = { dispersion, logLikelihood: logLikelihood(cells, logMeanRate, dispersion) };
  const meanRate = Math.exp(logMeanRate);
  const unbounded = dispersion === 0;
  return {
    units,
    events,
    exposure,
    meanRate,
    shape: unbounded ? null : 1 / dispersion,
    rate: unbounded ? null : 1 / (dispersion * meanRate),
    unbounded,
    logLikelihood: best.logLikelihood,
    poissonLogLikelihood: profileOfDispersion(cells, 0),
    intervals: profileIntervals(cells, best, level),
    level,
    plausible: plausibleParameters(cells, best),
  };
}
