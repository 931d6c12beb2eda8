import {
  balanceTable,
  type Covariate,
  effectEstimators,
  matchingWeights,
  matchMahalanobis,
  matchNearest,
  propensityScore,
} from "../../packages/compare/src/index.ts";
import { randomStream } from "../../packages/stats/src/index.ts";

/** One piece of matching; seconds are medians, memory is the process's most at any moment so far. */
export interface MatchingTiming {
  readonly job: string;
  readonly people: number;
  readonly seconds: number;
  /** Of the processor, which other work on the machine moves less. */
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/**
 * Matching timed on made-up people, one treated to four, with fifteen covariates (six normal, six of 0 and 1, three counts),
 * columns in memory.
 *
 * @param people  rows
 * @param repeats how often each is run
 */
export function scoreMatchTimings(people: number, repeats: number): MatchingTiming[] {
  const cohort = matchingCohort(people);
  const job = "score, caliper match, balance with eCDF, clustered SE";
  return [{ job, people, ...medianSeconds(repeats, () => scoreMatch(cohort)), megabytes: peakMegabytes() }];
}

/** Mahalanobis distance on all fifteen covariates, nearest, without replacement, in the order of rows. */
export function mahalanobisTimings(people: number, repeats: number): MatchingTiming[] {
  const { covariates, treated } = matchingCohort(people);
  const spent = medianSeconds(repeats, () => {
    matchMahalanobis(covariates, treated);
  });
  return [{ job: "Mahalanobis nearest, 15 covariates", people, ...spent, megabytes: peakMegabytes() }];
}

interface MatchingCohort {
  readonly covariates: readonly Covariate[];
  readonly treated: Uint8Array;
  readonly outcome: Float64Array;
}

function matchingCohort(people: number): MatchingCohort {
  const stream = randomStream(`bench-matching-${people}`);
  const covariates = Array.from({ length: 15 }, (_, j) => ({
    kind: "number" as const,
    name: `x${j + 1}`,
    values: Float64Array.from({ length: people }, () =>
      j < 6 ? stream.normal() : j < 12 ? Number(stream.bernoulli(0.3)) : stream.integer(0, 5),
    ),
  }));
  const risk = (row: number) =>
    covariates.reduce((sum, { values }, j) => sum + (j % 2 === 0 ? 0.1 : -0.1) * values[row]!, 0);
  const treated = Uint8Array.from({ length: people }, (_, row) =>
    Number(stream.bernoulli(1 / (1 + Math.exp(1.68 - risk(row))))),
  );
  const outcome = Float64Array.from(treated, (arm, row) => 0.1 * arm + risk(row) + stream.normal());
  return { covariates, treated, outcome };
}

function scoreMatch({ covariates, treated, outcome }: MatchingCohort): void {
  const { probability } = propensityScore(covariates, treated);
  const { sets } = matchNearest(probability, treated, { caliperSd: 0.2 });
  const weights = matchingWeights(sets, treated.length);
  balanceTable(covariates, treated, weights, { essential: [], adjusted: [] });
  const setOf = new Int32Array(treated.length).fill(-1);
  sets.forEach((set, code) => {
    for (const row of set.treated) setOf[row] = code;
    for (const row of set.comparison) setOf[row] = code;
  });
  const rows = new Int32Array(treated.length).map((_, row) => row).filter((row) => setOf[row]! >= 0);
  const ofRows = <Values extends Uint8Array | Int32Array | Float64Array>(values: Values, taken: Values): Values => {
    for (let at = 0; at < rows.length; at++) taken[at] = values[rows[at]!]!;
    return taken;
  };
  effectEstimators
    .find(({ id }) => id === "matched-means")!
    .estimate(
      {
        kind: "continuous",
        rows,
        treated: ofRows(treated, new Uint8Array(rows.length)),
        value: ofRows(outcome, new Float64Array(rows.length)),
        exposureYears: null,
        time: null,
        covariates: [],
        weights: ofRows(weights, new Float64Array(rows.length)),
        weightModel: null,
        clusters: { codes: ofRows(setOf, new Int32Array(rows.length)), kind: "matched set" },
      },
      { level: 0.95, standardiseOver: "everyone" },
    );
}

function medianSeconds(repeats: number, job: () => void): { seconds: number; processorSeconds: number } {
  const spent = Array.from({ length: repeats }, () => {
    const started = performance.now();
    const before = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(before);
    return [(performance.now() - started) / 1000, (user + system) / 1e6] as const;
  });
  const median = (part: 0 | 1) => spent.map((one) => one[part]).toSorted((a, b) => a - b)[Math.floor(repeats / 2)]!;
  return { seconds: median(0), processorSeconds: median(1) };
}

/** Of the whole process, data included. */
function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
