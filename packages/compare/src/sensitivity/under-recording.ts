import { type Estimate, effectMeasure, type Refusal } from "@likewise/schema";
import { type AskedChecks, type AskedComparison, type CheckResult, checkRefusal, headlines } from "./asked.ts";
import { sensitivityWithoutEffect } from "./corrected-for-recording.ts";
import { type RecordedMeasure, type RecordingRange, recordingBias } from "./recording-bias.ts";

type Recording = NonNullable<Estimate["sensitivity"]["recording"]>;
type Declared = NonNullable<AskedChecks["recording"]>[number];

/**
 * Every answer the plan declares recording for, as it would be if events were recorded so, and how completely the treated's
 * would have to be recorded for the effect, or the limit of its interval nearer to none, to vanish.
 *
 * Chance is that of the estimate, shared out between the arms as their own counts would share it.
 */
export function underRecording({ input, answers, seed }: AskedComparison): CheckResult {
  const added = new Map<string, Partial<Estimate["sensitivity"]>>();
  const refusals: Refusal[] = [];
  for (const declared of input.plan.sensitivity?.recording ?? []) {
    for (const { estimate } of headlines(answers).filter(({ estimate }) => estimate.outcome === declared.outcome)) {
      const refused = whyNot(estimate, declared);
      if (refused === null) added.set(estimate.id, { recording: recordingOf(estimate, declared, seed) });
      else refusals.push(checkRefusal("recording", estimate.id, refused.why, refused.unlocks));
    }
  }
  return { added, refusals };
}

const measures: readonly Estimate["measure"][] = ["riskDifference", "riskRatio", "rateDifference", "rateRatio"];

function whyNot(estimate: Estimate, { treated, comparison }: Declared): { why: string; unlocks: string } | null {
  if (!measures.includes(estimate.measure) || !armValues(estimate).every((value) => value !== null && value > 0)) {
    return {
      why: "recording is allowed for in risks and rates above none, their differences and ratios",
      unlocks: "a risk or rate difference as the outcome's measure",
    };
  }
  if (isRate(estimate) && [treated, comparison].some(({ specificity = [1, 1] }) => specificity[0] < 1)) {
    return { why: "how many false events a rate holds does not follow from people", unlocks: "no specificity below 1" };
  }
  return null;
}

function recordingOf(estimate: Estimate, declared: Declared, seed: number): Recording {
  const { correlation = 0, draws = 10_000 } = declared;
  const [treated, comparison] = armValues(estimate) as [number, number];
  const variances = armVariances(estimate, treated, comparison);
  const found = recordingBias({
    treated: { value: treated, variance: variances[0], recording: declared.treated },
    comparison: { value: comparison, variance: variances[1], recording: declared.comparison },
    measure: estimate.measure as RecordedMeasure,
    draws,
    seed: `${seed} recording ${estimate.id}`,
    correlation,
    level: estimate.level,
  });
  const withoutEffect = (value: number) =>
    sensitivityAtNone({ treated: value, comparison }, declared, isRate(estimate));
  const limit = limitNearerNone(estimate);
  return {
    treated: bothRanges(declared.treated),
    comparison: bothRanges(declared.comparison),
    correlation,
    draws,
    grid: [...found.grid],
    estimate: found.estimate,
    systematicInterval: found.systematicInterval && [...found.systematicInterval],
    interval: found.interval && [...found.interval],
    impossible: found.impossible,
    noEffectAt: withoutEffect(treated),
    noEffectAtLimit: limit === null ? null : withoutEffect(withEffect(estimate, comparison, limit)),
  };
}

function armValues({ treated, comparison }: Estimate): (number | null)[] {
  return [treated, comparison].map(({ value }) => (typeof value === "number" ? value : null));
}

function isRate({ measure }: Estimate): boolean {
  return measure === "rateDifference" || measure === "rateRatio";
}

/** Variances of both arms' values that add up to the estimate's, in the proportion of independent counts. */
function armVariances(estimate: Estimate, treated: number, comparison: number): [number, number] {
  const own = (value: number, people: unknown) => (value * (isRate(estimate) ? 1 : 1 - value)) / (people as number);
  const parts = [own(treated, estimate.treated.n), own(comparison, estimate.comparison.n)] as const;
  const onLogs = effectMeasure(estimate.measure).ratio;
  const scales = onLogs ? [treated ** 2, comparison ** 2] : [1, 1];
  const total = parts[0] / scales[0]! + parts[1] / scales[1]!;
  const { standardError } = estimate;
  const factor = typeof standardError === "number" && total > 0 ? standardError ** 2 / total : 1;
  return [factor * parts[0], factor * parts[1]];
}

function limitNearerNone({ measure, interval: [lower, upper] }: Estimate): number | null {
  const none = effectMeasure(measure).nullValue;
  if (typeof lower === "number" && lower > none) return lower;
  return typeof upper === "number" && upper < none ? upper : null;
}

/** What the treated's recorded value would be with that effect. */
function withEffect({ measure }: Estimate, comparison: number, effect: number): number {
  return effectMeasure(measure).ratio ? comparison * effect : comparison + effect;
}

function sensitivityAtNone(
  recorded: { readonly treated: number; readonly comparison: number },
  { treated, comparison }: Declared,
  rate: boolean,
): number | null {
  const sensitivity = middle(comparison.sensitivity);
  if (rate) {
    const needed = (sensitivity * recorded.treated) / recorded.comparison;
    return needed > 0 && needed <= 1 ? needed : null;
  }
  const specificity = middle(comparison.specificity ?? [1, 1]);
  return sensitivityWithoutEffect(recorded, { sensitivity, specificity }, middle(treated.specificity ?? [1, 1]));
}

function middle([least, most]: readonly [number, number]): number {
  return (least + most) / 2;
}

function bothRanges({ sensitivity, specificity = [1, 1] }: RecordingRange): Recording["treated"] {
  return { sensitivity: [...sensitivity], specificity: [...specificity] };
}
