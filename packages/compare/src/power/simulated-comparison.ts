import { artefactsFromTable, type ComparisonPlan, columnsOf, numberColumn, textColumn } from "@likewise/schema";
import { normalDensity, type RandomStream } from "@likewise/stats";
import { compareGroups } from "../compare-groups.ts";

/** A study that is still to come: whom it would compare, how, and what is true. */
export interface PlannedComparison {
  /** method and its options, as a study plan has them; covariates and outcomes are those made up */
  readonly plan: ComparisonPlan;
  /** comparison people for each treated one, > 0 */
  readonly ratio: number;
  /** risk treated people would have untreated, above 0 and below 1 */
  readonly base: number;
  /** true difference of risk for the treated, signed; 0 shows how often nothing is taken for something */
  readonly effect: number;
  /** what the arms differ in: independent, normal, of standard deviation 1 */
  readonly covariates: readonly PlannedCovariate[];
}

export interface PlannedCovariate {
  readonly name: string;
  /** mean of the treated less that of comparison people, standard deviations */
  readonly difference: number;
  /** change of the log odds of the outcome for each standard deviation */
  readonly logOdds: number;
}

/**
 * One made-up study compared as the real one will be, for power where no formula holds: people are matched or weighted,
 * some are lost to a caliper, and the interval is the one the method has.
 *
 * Give it to `simulatedPower` or `unitsBySimulation`. Risks follow a logistic model in the covariates whose intercepts are
 * set so that treated people have the base risk untreated, and base plus effect treated: the effect on the treated holds
 * exactly, whatever the covariates.
 *
 * @param planned the study
 * @returns from a stream and a number of treated people: whether the primary interval of the risk difference lies on the
 *          effect's side of none (on either side where the effect is 0); null where the comparison refuses
 * @throws RangeError when a risk is not above 0 and below 1, the ratio is not > 0, or there is no covariate
 * @source Burton et al. (2006), doi:10.1002/sim.2673
 * @example
 * const plan = { id: "headline", assignment: "selected", comparator: "concurrent-untreated", method: "nearest" };
 * const covariates = [{ name: "risk", difference: 0.3, logOdds: 0.8 }];
 * const study = simulatedComparison({ plan, ratio: 3, base: 0.4, effect: -0.15, covariates });
 * // simulatedPower({ study: (stream) => study(stream, 60), seed: 1 }), of stats
 * typeof study; // "function"
 */
export function simulatedComparison(
  planned: PlannedComparison,
): (stream: RandomStream, treated: number) => boolean | null {
  checkPlanned(planned);
  const { plan, ratio, base, effect, covariates } = planned;
  const untreated = interceptFor(base, covariates);
  const treatedToo = interceptFor(base + effect, covariates);
  const names = covariates.map(({ name }) => name);
  const layout = {
    id: "id",
    treatment: "treated",
    covariates: names,
    outcomes: [{ id: outcomeId, kind: "binary", column: outcomeId }],
  } as const;
  const asked: ComparisonPlan = { ...plan, covariates: names, outcomes: [outcomeId] };
  return (stream, treated) => {
    const arms = [...new Array<number>(treated).fill(1), ...new Array<number>(Math.round(ratio * treated)).fill(0)];
    const values = covariates.map(({ difference }) => arms.map((arm) => arm * difference + stream.normal()));
    const events = arms.map((arm, row) => {
      let logOdds = arm === 1 ? treatedToo : untreated;
      for (let j = 0; j < covariates.length; j++) logOdds += covariates[j]!.logOdds * values[j]![row]!;
      return stream.bernoulli(chanceOf(logOdds)) ? 1 : 0;
    });
    const table = columnsOf({
      id: textColumn(arms.map((_, row) => `P${row + 1}`)),
      treated: numberColumn(arms),
      ...Object.fromEntries(names.map((name, j) => [name, numberColumn(values[j]!)])),
      [outcomeId]: numberColumn(events),
    });
    const { comparison } = compareGroups({
      id: plan.id,
      label: plan.id,
      ...artefactsFromTable(table, layout),
      declarations: [{ id: outcomeId, kind: "binary", direction: effect > 0 ? "higher" : "lower" }],
      plan: asked,
      provenance: { inputs: [], seed: 1, version: "", options: null },
      tieDraws: 0,
    });
    const primary = comparison.estimates.find((one) => one.primary && one.measure === "riskDifference");
    if (primary === undefined) return null;
    const [lower, upper] = primary.interval as readonly [number, number];
    const [isBelow, isAbove] = [upper < 0, lower > 0];
    return effect === 0 ? isBelow || isAbove : effect < 0 ? isBelow : isAbove;
  };
}

const outcomeId = "outcome";

function checkPlanned({ ratio, base, effect, covariates }: PlannedComparison): void {
  const caller = "simulatedComparison";
  for (const [name, risk] of [
    ["base", base],
    ["base + effect", base + effect],
  ] as const) {
    if (!(risk > 0 && risk < 1))
      throw new RangeError(`${caller}: ${name} must lie between 0 and 1 (risk), got ${risk}`);
  }
  if (!(ratio > 0 && Number.isFinite(ratio)))
    throw new RangeError(`${caller}: ratio must be > 0 (comparison people for each treated), got ${ratio}`);
  if (covariates.length === 0) throw new RangeError(`${caller}: covariates must hold at least one, got 0`);
}

/** The intercept at which treated people have this risk on average: their log odds are normal about it. */
function interceptFor(risk: number, covariates: readonly PlannedCovariate[]): number {
  const shift = covariates.reduce((sum, { difference, logOdds }) => sum + difference * logOdds, 0);
  const spread = Math.sqrt(covariates.reduce((sum, { logOdds }) => sum + logOdds ** 2, 0));
  const meanRisk = (intercept: number) => {
    let [total, mass] = [0, 0];
    for (let z = -8; z <= 8; z += 1 / 16) {
      const weight = normalDensity(z);
      mass += weight;
      total += weight * chanceOf(intercept + shift + spread * z);
    }
    return total / mass;
  };
  let [low, high] = [-50, 50];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (meanRisk(middle) < risk) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
