import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import type { Cells } from "./cells.ts";
import { bestLogMeanRate, logLikelihood, meanRateDerivatives, profileOfDispersion } from "./likelihood.ts";

/** One point of the likelihood of a gamma–Poisson fit. */
export interface PlausibleParameters {
  /** 1 / shape; 0 = all units have the same rate; below 0 = counts spread less than that */
  readonly dispersion: number;
  /** the best for this dispersion */
  readonly meanRate: number;
  /** of the log of the mean rate, at this dispersion */
  readonly logStandardError: number;
  /** share of the likelihood; all add up to 1 */
  readonly weight: number;
}

/** Points at equal steps: enough for predictions to four digits. */
const POINTS = 41;
/** Log-likelihood below its maximum at which a parameter is left out. */
const FURTHEST = 10;
/** At −1 over the largest count, that count becomes impossible. */
export const NEARLY_ALL = 0.999;

/**
 * The likelihood cut into points of the dispersion, each with the mean rate
 * integrated out (a normal distribution of its log).
 *
 * Beforehand the share of the counts' variance that is between units counts as
 * equally likely everywhere below 1, so a handful of events that leaves the
 * shape wide open does no harm. It goes on a little below 0, as far as chances
 * stay chances: with an edge at 0, where many samples of rare events lie,
 * predictions would be too high on average and their intervals to one side.
 */
export function plausibleParameters(
  cells: Cells,
  best: { readonly dispersion: number; readonly logLikelihood: number },
): PlausibleParameters[] {
  const mean = cells.events / cells.units;
  const dispersionAt = (between: number) => between / (1 - between) / mean;
  const betweenAt = (dispersion: number) => (dispersion * mean) / (1 + dispersion * mean);
  const loss = (between: number) => best.logLikelihood - FURTHEST - profileOfDispersion(cells, dispersionAt(between));
  const centre = betweenAt(best.dispersion);
  const least = betweenAt(-NEARLY_ALL / largestCount(cells));
  const low = loss(least) > 0 ? bracketedRoot(loss, least, centre) : least;
  let rest = (1 - centre) / 2;
  while (loss(1 - rest) < 0) rest /= 2;
  const high = bracketedRoot(loss, centre, 1 - rest);

  const points = Array.from({ length: POINTS }, (_, k) => {
    const dispersion = dispersionAt(low + ((high - low) * k) / (POINTS - 1));
    const logMeanRate = bestLogMeanRate(cells, dispersion);
    const logStandardError = 1 / Math.sqrt(-meanRateDerivatives(cells, logMeanRate, dispersion).curvature);
    // Trapezium rule: the ends count half.
    const width = k === 0 || k === POINTS - 1 ? 0.5 : 1;
    const height = Math.exp(logLikelihood(cells, logMeanRate, dispersion) - best.logLikelihood);
    return { dispersion, meanRate: Math.exp(logMeanRate), logStandardError, weight: width * height * logStandardError };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return points.map((point) => ({ ...point, weight: point.weight / total }));
}

/** Of the counts, or of those to be expected in the two longest windows. */
function largestCount({ counts, exposures, events, exposure }: Cells): number {
  let largest = 0;
  for (let c = 0; c < counts.length; c++)
    largest = Math.max(largest, counts[c]!, (2 * events * exposures[c]!) / exposure);
  return largest;
}
