import { normalCdf, quantile, type RandomStream, randomStream } from "@likewise/stats";
import { type Recording, riskBehindRecords } from "./corrected-for-recording.ts";

/** What is thought possible of how one arm's events are recorded. */
export interface RecordingRange {
  /** Share of events recorded: least and most, above 0 up to 1. */
  readonly sensitivity: readonly [number, number];
  /** Share of people without an event of whom none is recorded; exactly 1 when left out. */
  readonly specificity?: readonly [number, number];
}

/** A recorded risk, or rate (events over time at risk), of one arm. */
export interface RecordedArm {
  readonly value: number;
  /** Variance of the value; of chance alone. */
  readonly variance: number;
  readonly recording: RecordingRange;
}

export interface RecordingBiasInput {
  readonly treated: RecordedArm;
  readonly comparison: RecordedArm;
  readonly measure: RecordedMeasure;
  /** Random recordings looked at; default 10,000. */
  readonly draws?: number;
  /** Of the draws. */
  readonly seed: number | string;
  /** Of the two arms' sensitivities as drawn, 0 up to 1: records of one police force miss much the same; default 0. */
  readonly correlation?: number;
  /** Level of the intervals, default 0.95. */
  readonly level?: number;
}

export type RecordedMeasure = "riskDifference" | "riskRatio" | "rateDifference" | "rateRatio";

export interface RecordingBias {
  /** The effect at the least, middle and greatest sensitivity of each arm, false records at their middle; null where impossible. */
  readonly grid: readonly {
    readonly treated: number;
    readonly comparison: number;
    readonly estimate: number | null;
  }[];
  /** Median effect over recordings drawn evenly from their ranges. */
  readonly estimate: number | null;
  /** Over recordings alone. */
  readonly systematicInterval: readonly [number, number] | null;
  /** Over recordings and chance. */
  readonly interval: readonly [number, number] | null;
  /** Share of drawn recordings under which the records seen would be impossible; left out of the rest. */
  readonly impossible: number;
}

/**
 * Quantitative bias analysis for records that miss events, more in one arm than in the other: what the effect would be for
 * recordings in the ranges declared, on a grid and drawn at random. It judges no recording right; where most of the ranges
 * are impossible, they are wrong.
 *
 * @returns effects in the measure asked for; intervals null when all recordings drawn are impossible
 * @throws RangeError when a range is out of order or out of bounds, or a rate has false records
 * @source Lash, Fox and Fink (2009), Applying Quantitative Bias Analysis to Epidemiologic Data, chapters 6 and 8
 * @example
 * const arm = (value, low, high) => ({ value, variance: 0.0004, recording: { sensitivity: [low, high] } });
 * const input = { treated: arm(0.3, 0.6, 0.6), comparison: arm(0.2, 0.5, 0.5), measure: "riskRatio", draws: 10, seed: 1 };
 * recordingBias(input).estimate; // 1.25
 */
export function recordingBias(input: RecordingBiasInput): RecordingBias {
  const { treated, comparison, measure, draws = 10_000, seed, correlation = 0, level = 0.95 } = input;
  requireRanges(input);
  const stream = randomStream(seed);
  const effect = contrasts[measure];
  const arms = [treated, comparison] as const;
  const atCentre = (arm: RecordedArm, sensitivity: number) =>
    behind(arm.value, { sensitivity, specificity: middle(arm.recording.specificity ?? [1, 1]) }, measure);
  const grid = [treated, comparison].map(({ recording: { sensitivity } }) => [
    ...new Set([sensitivity[0], middle(sensitivity), sensitivity[1]]),
  ]) as [number[], number[]];

  const systematic: number[] = [];
  const total: number[] = [];
  let impossible = 0;
  for (let draw = 0; draw < draws; draw++) {
    const places = alike(stream, correlation);
    const recordings = arms.map(({ recording: { sensitivity, specificity = [1, 1] } }, arm) => ({
      sensitivity: within(sensitivity, places[arm]!),
      specificity: within(specificity, stream.uniform()),
    })) as [Recording, Recording];
    const seen = arms.map((arm, k) => behind(arm.value, recordings[k]!, measure)) as [number | null, number | null];
    const value = contrastOf(effect, seen);
    if (value === null) {
      impossible++;
      continue;
    }
    systematic.push(value);
    total.push(
      effect(...(seen.map((one, k) => byChance(one!, arms[k]!, recordings[k]!, measure, stream)) as [number, number])),
    );
  }
  const ends = [(1 - level) / 2, (1 + level) / 2] as const;
  const middleOf = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5));
  const intervalOf = (values: readonly number[]) =>
    values.length === 0 ? null : ([quantile(values, ends[0]), quantile(values, ends[1])] as const);
  return {
    grid: grid[0].flatMap((t) =>
      grid[1].map((c) => ({
        treated: t,
        comparison: c,
        estimate: contrastOf(effect, [atCentre(treated, t), atCentre(comparison, c)]),
      })),
    ),
    estimate: middleOf(systematic),
    systematicInterval: intervalOf(systematic),
    interval: intervalOf(total),
    impossible: impossible / draws,
  };
}

type Contrast = (treated: number, comparison: number) => number;

const contrasts: Readonly<Record<RecordedMeasure, Contrast>> = {
  riskDifference: (t, c) => t - c,
  riskRatio: (t, c) => t / c,
  rateDifference: (t, c) => t - c,
  rateRatio: (t, c) => t / c,
};

function isRate(measure: RecordedMeasure): boolean {
  return measure === "rateDifference" || measure === "rateRatio";
}

function isRatio(measure: RecordedMeasure): boolean {
  return measure === "riskRatio" || measure === "rateRatio";
}

function contrastOf(effect: Contrast, [treated, comparison]: readonly [number | null, number | null]): number | null {
  if (treated === null || comparison === null) return null;
  const value = effect(treated, comparison);
  return Number.isFinite(value) ? value : null;
}

/** Events that are recorded are so many times fewer in a rate; people may also be recorded wrongly in a risk. */
function behind(value: number, recording: Recording, measure: RecordedMeasure): number | null {
  return isRate(measure) ? value / recording.sensitivity : riskBehindRecords(value, recording);
}

/** Chance in the records, carried through the correction: on the log scale for ratios, which cannot turn negative. */
function byChance(
  corrected: number,
  { value, variance }: RecordedArm,
  { sensitivity, specificity = 1 }: Recording,
  measure: RecordedMeasure,
  stream: RandomStream,
): number {
  const gain = isRate(measure) ? sensitivity : sensitivity + specificity - 1;
  const error = (stream.normal() * Math.sqrt(variance)) / gain;
  if (!isRatio(measure)) return corrected + error;
  return value === 0 ? corrected : corrected * Math.exp(error / corrected);
}

/** Two places in 0 to 1 whose normal quantiles have the correlation asked for. */
function alike(stream: RandomStream, correlation: number): [number, number] {
  const [one, other] = [stream.normal(), stream.normal()];
  return [normalCdf(one), normalCdf(correlation * one + Math.sqrt(1 - correlation * correlation) * other)];
}

function within([least, most]: readonly [number, number], place: number): number {
  return least + (most - least) * place;
}

function middle([least, most]: readonly [number, number]): number {
  return (least + most) / 2;
}

function requireRanges({ treated, comparison, measure, correlation = 0 }: RecordingBiasInput): void {
  if (!(correlation >= 0 && correlation < 1)) {
    throw new RangeError(`recordingBias: correlation must be from 0 to below 1, got ${correlation}`);
  }
  for (const { recording } of [treated, comparison]) {
    const { sensitivity, specificity = [1, 1] } = recording;
    const inOrder = ([least, most]: readonly [number, number]) => least > 0 && least <= most && most <= 1;
    if (!inOrder(sensitivity) || !inOrder(specificity) || sensitivity[0] + specificity[0] <= 1) {
      throw new RangeError(
        `recordingBias: sensitivity and specificity must be ranges above 0 up to 1 with sums above 1, got ${sensitivity.join(" to ")} and ${specificity.join(" to ")}`,
      );
    }
    if (isRate(measure) && specificity[0] < 1) {
      throw new RangeError(`recordingBias: specificity must be 1 for a rate, got ${specificity.join(" to ")}`);
    }
  }
}
