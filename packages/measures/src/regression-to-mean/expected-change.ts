import { normalCdf, normalDensity } from "@likewise/stats";

/** The population people were selected from, never the people selected; points. */
export interface UnselectedPopulation {
  readonly mean: number;
  readonly sd: number;
  /** between two scores of one person without a programme, −1 to 1 */
  readonly correlation: number;
}

/**
 * The later score to expect of one person if nothing happened: part of the way back to the mean.
 *
 * @param first score at first, points
 * @throws RangeError when sd is not > 0 or the correlation is not in −1 to 1
 * @source Barnett, van der Pols and Dobson (2005), doi:10.1093/ije/dyh299
 * @example
 * expectedLaterScore(20, { mean: 12, sd: 6, correlation: 0.84 }); // 18.72
 */
export function expectedLaterScore(first: number, population: UnselectedPopulation): number {
  check("expectedLaterScore", population);
  return population.mean + population.correlation * (first - population.mean);
}

export interface ExpectedAfterSelection {
  /** mean first score of people beyond the limit, points */
  readonly meanFirst: number;
  /** points their mean moves back if nothing happened; positive is towards the mean */
  readonly regression: number;
}

/**
 * What people selected for scores beyond a limit would show later if nothing happened, of normal scores.
 *
 * @param limit  points
 * @param beyond which side is selected
 * @throws RangeError when sd is not > 0 or the correlation is not in −1 to 1
 * @source Barnett, van der Pols and Dobson (2005), doi:10.1093/ije/dyh299
 * @example
 * expectedAfterSelection({ limit: 12, beyond: "above", population: { mean: 12, sd: 6, correlation: 1 } }).regression; // 0
 */
export function expectedAfterSelection({
  limit,
  beyond,
  population,
}: {
  readonly limit: number;
  readonly beyond: "above" | "below";
  readonly population: UnselectedPopulation;
}): ExpectedAfterSelection {
  check("expectedAfterSelection", population);
  const sign = beyond === "above" ? 1 : -1;
  const z = (sign * (limit - population.mean)) / population.sd;
  const mills = normalDensity(z) / normalCdf(z, { upper: true });
  return {
    meanFirst: population.mean + sign * population.sd * mills,
    regression: (1 - population.correlation) * population.sd * mills,
  };
}

function check(caller: string, { mean, sd, correlation }: UnselectedPopulation): void {
  if (!Number.isFinite(mean) || !(sd > 0))
    throw new RangeError(`${caller}: population must have a mean and an sd > 0 (points), got ${mean} and ${sd}`);
  if (!(correlation >= -1 && correlation <= 1))
    throw new RangeError(`${caller}: correlation must be from -1 to 1, got ${correlation}`);
}
