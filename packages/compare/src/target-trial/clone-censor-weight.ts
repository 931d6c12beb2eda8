import { type BootstrapInterval, bootstrapInterval, bootstrapReplicates, type Refused } from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import type { ChangingCovariate } from "./changing-covariate.ts";
import { checkCloneInput } from "./check-clone-input.ts";
import { type Clones, clonesOf } from "./clones.ts";
import { covariateRows } from "./covariate-rows.ts";
import { naiveContrast } from "./naive-contrast.ts";
import type { Strategy } from "./strategy.ts";
import { type WeightedArm, weightedArm } from "./weighted-arm.ts";

export interface CloneCensorWeightInput {
  /** end of follow-up, days after time zero, >= 0, length n: one entry a person */
  readonly time: ArrayLike<number>;
  /** 1 = the event happened at `time`, 0 = observation ended first, length n */
  readonly event: ArrayLike<number>;
  /** what is compared: the first minus the second */
  readonly strategies: readonly [Strategy, Strategy];
  /** days after time zero by which the milestone is to be reached, whole, >= 0 */
  readonly graceDays: number;
  /** days after time zero at which risks are read, > 0 */
  readonly horizonDays: number;
  /** days in an interval of the model of leaving a strategy; `graceDays` is a multiple of it. Default 1 */
  readonly intervalDays?: number;
  /**
   * the last days of the grace period over which getting to the milestone is modelled for who is still without it;
   * covariates are as known when they begin. Default all of the grace period: shorter uses what happened in it, and needs
   * that anybody still without the milestone could yet get to it
   */
  readonly deadlineWindowDays?: number;
  /** known at time zero, length n */
  readonly covariates?: readonly Covariate[];
  /** known as they change */
  readonly changing?: readonly ChangingCovariate[];
  readonly seed: number | string;
  /** resamples of people, default 999 */
  readonly replicates?: number;
  /** default 0.95 */
  readonly level?: number;
}

export interface StrategyResult {
  readonly id: string;
  readonly label: string;
  /** compatible with the strategy at time zero */
  readonly clones: number;
  /** of them, with the event by the horizon while following it */
  readonly events: number;
  /** censored for leaving it */
  readonly deviated: number;
  /** followed past the grace period while keeping to it, and how many equally weighted people they are worth */
  readonly kept: number;
  readonly effectiveSampleSize: number;
  readonly largestWeight: number;
  /** probability of the event by the horizon */
  readonly risk: BootstrapInterval | Refused;
  /** weighted Kaplan–Meier: a point at each distinct time of an event */
  readonly curve: {
    readonly time: readonly number[];
    readonly atRisk: readonly number[];
    readonly events: readonly number[];
    readonly survival: readonly number[];
  };
}

/** First strategy against second. */
export interface RiskContrast {
  readonly riskDifference: BootstrapInterval | Refused;
  /** interval on the log scale */
  readonly riskRatio: BootstrapInterval | Refused;
}

export interface CloneCensorWeight extends RiskContrast {
  readonly kind: "likewise/clone-censor-weight";
  readonly people: number;
  readonly options: {
    readonly graceDays: number;
    readonly horizonDays: number;
    readonly intervalDays: number;
    readonly deadlineWindowDays: number;
    readonly covariates: readonly string[];
    readonly changing: readonly string[];
    readonly seed: number | string;
    readonly replicates: number;
    readonly level: number;
  };
  readonly strategies: readonly [StrategyResult, StrategyResult];
  /** What is shown in its place where nobody knows better, from the same people and resamples. */
  readonly naive: RiskContrast & {
    readonly label: string;
    readonly people: readonly [number, number];
    /** of them, with the event by the horizon */
    readonly events: readonly [number, number];
    readonly risk: readonly [BootstrapInterval | Refused, BootstrapInterval | Refused];
  };
  readonly source: string;
  readonly assumptions: readonly string[];
}

/**
 * Effect of completing, or of at least k sessions, by clone, censor, weight: what would the risk be had everybody followed
 * one strategy from time zero, and had everybody followed the other?
 *
 * At time zero nobody has completed, so everybody is copied to each strategy they could still follow, and a copy is
 * censored when its person leaves that strategy. No time is immortal, as all copies count from the start; leaving is not
 * by chance, so copies that stay are weighted by one over the probability of staying, from a pooled logistic regression
 * with an intercept for every interval and the covariates. People, not copies, are resampled, models refitted each time.
 *
 * @param input follow-up of everybody from one time zero, days of milestones, covariates
 * @returns risks at the horizon, their difference and ratio with percentile intervals, weighted curves, and the naive
 *          contrast of people by what became of them; refused where leaving is certain for some people, a strategy is
 *          followed by nobody, or follow-up ends before the horizon
 * @throws RangeError when lengths differ, a value is missing, or an option is out of range
 * @source Hernán and Robins (2016), doi:10.1093/aje/kwv254; Maringe et al. (2020), doi:10.1093/ije/dyaa057; Cain et al. (2010), doi:10.2202/1557-4679.1212
 * @example
 * const milestoneDay = [2, 2, null, null];
 * const result = cloneCensorWeight({
 *   time: [9, 4, 1, 9],
 *   event: [0, 1, 1, 0],
 *   strategies: [
 *     { id: "completed", label: "Complete within 3 days", kind: "reach", milestoneDay },
 *     { id: "not", label: "Do not complete within 3 days", kind: "avoid", milestoneDay },
 *   ],
 *   graceDays: 3,
 *   horizonDays: 8,
 *   seed: 1,
 * });
 * result.strategies[0].curve.survival; // [0.75, 0.375]
 * result.strategies[1].curve.survival; // [0.75]
 */
export function cloneCensorWeight(input: CloneCensorWeightInput): CloneCensorWeight | Refused {
  const { graceDays, horizonDays, seed } = input;
  const { intervalDays = 1, deadlineWindowDays = graceDays, replicates = 999, level = 0.95 } = input;
  const options = { graceDays, horizonDays, intervalDays, deadlineWindowDays, seed, replicates, level };
  checkCloneInput(input, options);
  const n = input.time.length;
  const { covariates = [], changing = [] } = input;
  const rows = covariateRows(n, covariates, changing);
  const clones = input.strategies.map((strategy) => clonesOf(strategy, input, options, rows)) as [Clones, Clones];
  const refusal = positivity(clones, graceDays, horizonDays);
  if (refusal !== null) return refusal;
  const arms = clones.map((one) => weightedArm(one, graceDays, horizonDays));
  const everybody = new Float64Array(n).fill(1);
  const whole = arms.map((arm) => arm(everybody));
  const [first, second] = whole;
  if (first == null || second == null) return separated(input.strategies[first == null ? 0 : 1]!);
  const naive = naiveContrast(input, clones);

  const statistic = (counts: Float64Array) => {
    const [one, two] = [arms[0]!(counts, first), arms[1]!(counts, second)];
    return [...contrast(one?.risk ?? Number.NaN, two?.risk ?? Number.NaN), ...contrast(...naive.risks(counts))];
  };
  const drawn = bootstrapReplicates({ units: n, statistic, seed }, 0, replicates);
  const estimates = [...contrast(first.risk, second.risk), ...contrast(...naive.risks(everybody))];
  const intervalOf = (s: number) =>
    n < fewestPeople
      ? tooFewPeople
      : bootstrapInterval({
          estimate: estimates[s]!,
          replicates: drawn.map((values) => values[s]!),
          acceleration: null,
          level,
        });
  return {
    kind: "likewise/clone-censor-weight",
    people: n,
    options: { ...options, covariates: covariates.map(({ name }) => name), changing: changing.map(({ name }) => name) },
    strategies: [
      strategyResult(clones[0], first, options, intervalOf(0)),
      strategyResult(clones[1], second, options, intervalOf(1)),
    ],
    riskDifference: intervalOf(2),
    riskRatio: ratioOf(intervalOf(3)),
    naive: {
      label:
        "People whose record ended up as the strategy says, counted from time zero: what it took to get there is counted as its effect",
      people: naive.people,
      events: naive.events,
      risk: [intervalOf(4), intervalOf(5)],
      riskDifference: intervalOf(6),
      riskRatio: ratioOf(intervalOf(7)),
    },
    source: "Hernán and Robins (2016), doi:10.1093/aje/kwv254; Maringe et al. (2020), doi:10.1093/ije/dyaa057",
    assumptions: assumptionsOf(input, deadlineWindowDays),
  };
}

/** Intervals need people enough to stand for those not seen. */
const fewestPeople = 20;

const tooFewPeople: Refused = {
  refused: {
    what: "bootstrap interval",
    why: "the people are too few to stand for those not seen",
    unlocks: `at least ${fewestPeople} people`,
  },
};

/** Risks, their difference, and the logarithm of their ratio. */
function contrast(first: number, second: number): [number, number, number, number] {
  return [first, second, first - second, Math.log(first / second)];
}

/** Bias and standard error stay those of the logarithm: a ratio's own are of no use. */
function ratioOf(interval: BootstrapInterval | Refused): BootstrapInterval | Refused {
  if ("refused" in interval) return interval;
  const { lower, upper } = interval.percentile;
  return {
    ...interval,
    estimate: Math.exp(interval.estimate),
    percentile: { lower: Math.exp(lower), upper: Math.exp(upper) },
  };
}

function strategyResult(
  { strategy, cloned, exit, event, deviated }: Clones,
  { weights, times, atRisk, events, survival }: WeightedArm,
  { graceDays, horizonDays }: { graceDays: number; horizonDays: number },
  risk: BootstrapInterval | Refused,
): StrategyResult {
  const kept = weights.filter((_, person) => cloned[person] === 1 && exit[person]! > graceDays);
  return {
    id: strategy.id,
    label: strategy.label,
    clones: count(cloned),
    events: count(event.map((happened, person) => (happened === 1 && exit[person]! <= horizonDays ? 1 : 0))),
    deviated: count(deviated),
    kept: kept.length,
    effectiveSampleSize: effectiveSampleSize(kept),
    largestWeight: weights.reduce((largest, weight) => Math.max(largest, weight), 0),
    risk,
    curve: {
      time: Array.from(times),
      atRisk: Array.from(atRisk),
      events: Array.from(events),
      survival: Array.from(survival),
    },
  };
}

function count(marks: Uint8Array): number {
  return marks.reduce((total, mark) => total + mark, 0);
}

/** Somebody has to follow each strategy to its end, and to the horizon; else the people say nothing about it. */
function positivity(clones: readonly Clones[], graceDays: number, horizonDays: number): Refused | null {
  for (const { strategy, cloned, exit, event } of clones) {
    const what = `risk under ${strategy.id}`;
    if (!cloned.includes(1)) {
      const why = "nobody could be following this strategy at time zero";
      return { refused: { what, why, unlocks: "a time zero before the milestone, or another strategy" } };
    }
    const last = exit.reduce((latest, day, person) => (cloned[person] === 1 ? Math.max(latest, day) : latest), 0);
    if (last >= horizonDays) continue;
    const allHadIt = exit.every((day, person) => cloned[person] === 0 || day < last || event[person] === 1);
    if (allHadIt && last > graceDays) continue;
    const why = "nobody who kept to this strategy was followed to the horizon";
    return { refused: { what, why, unlocks: "longer follow-up, a nearer horizon, or a longer grace period" } };
  }
  return null;
}

function separated({ id }: Strategy): Refused {
  return {
    refused: {
      what: `risk under ${id}`,
      why: "for some people leaving this strategy is certain given the covariates, so nobody stands for them",
      unlocks: "fewer or coarser covariates, longer intervals, or only people who could follow both strategies",
    },
  };
}

function assumptionsOf(
  { covariates = [], changing = [], graceDays }: CloneCensorWeightInput,
  windowDays: number,
): string[] {
  const names = [...covariates, ...changing].map(({ name }) => name);
  const given = names.length === 0 ? "by chance alone" : `by chance given ${names.join(", ")}`;
  return [
    `among people alike so far, who leaves a strategy is decided ${given}`,
    windowDays === graceDays
      ? "of people still in the strategy when the grace period ends, those who got to the milestone stand for those alike who did not"
      : `of people still without the milestone ${windowDays} days before the grace period ends, those who get to it stand for those who do not`,
    "the end of observation has nothing to do with the risk of the event",
    "a deviation takes effect at the end of its interval, and an event in the same interval counts",
  ];
}
