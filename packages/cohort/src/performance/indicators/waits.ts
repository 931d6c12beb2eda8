import { type ContractTarget, contractIndicator } from "@likewise/schema";
import { dayReached } from "../../pathway/cases.ts";
import { type Waiting, waitOf } from "../../waiting/waiting-time.ts";
import type { Span } from "../periods.ts";
import type { DeliveryData, PerformanceIndicator } from "./indicator.ts";
import { shareCounted } from "./people-counted.ts";

/**
 * Of everyone who began to wait, those who arrived within so many days. Until everybody has been watched for that long
 * the share is the Kaplan–Meier estimate; those who wait no longer are never the only ones counted.
 */
export const waitWithin: PerformanceIndicator = {
  declared: contractIndicator("wait-within"),
  missing: missingStage,
  measure: (data, target, span) => {
    const days = target.withinDays!;
    const { waiting, unknown, withinOfAll } = waitIn(data, target, span, [days]);
    const { arrived, share, lower, upper } = withinOfAll[0]!;
    const settled = span.to + days <= data.asAt || isOver(data, target, span, days);
    // Nobody knows how long those without a day waited: they may all have arrived in time, or none.
    const final = shareCounted(arrived, waiting, 0, settled);
    const range =
      unknown === 0 ? null : ([arrived / (waiting + unknown), (arrived + unknown) / (waiting + unknown)] as const);
    if (settled) return { ...final, range };
    return { ...final, value: share, interval: lower === null || upper === null ? null : [lower, upper] };
  },
};

/** Days by which half had arrived, of those who stayed. */
export const waitMedian: PerformanceIndicator = {
  declared: contractIndicator("wait-median"),
  missing: missingStage,
  measure: (data, target, span) => {
    const { arrived, waiting, open, median } = waitIn(data, target, span, []);
    return {
      unit: "days",
      numerator: arrived,
      denominator: waiting,
      value: median.days,
      interval: median.days === null || median.lower === null ? null : [median.lower, median.upper],
      chance: true,
      range: null,
      settled: open === 0 || median.days !== null,
    };
  },
};

function stagesOf({ wait }: ContractTarget) {
  return wait ?? { from: "referred", to: "started" };
}

function missingStage({ cases }: DeliveryData, target: ContractTarget): string | null {
  const { from, to } = stagesOf(target);
  const stage = [from, to].find((one) => !cases.reached.has(one));
  return stage === undefined ? null : `the stage ${stage}`;
}

function unitsIn({ cases, asAt }: DeliveryData, target: ContractTarget, { from, to }: Span): number[] {
  const stage = cases.reached.get(stagesOf(target).from)!;
  return [...stage]
    .filter(([, { day }]) => day !== null && day >= from && day <= to && day <= asAt)
    .map(([unit]) => unit)
    .sort((a, b) => a - b);
}

function waitIn(data: DeliveryData, target: ContractTarget, span: Span, within: readonly number[]): Waiting {
  const { from, to } = stagesOf(target);
  return waitOf(data.cases, data.asAt, "period", unitsIn(data, target, span), from, to, within);
}

/** Nobody waits any more for whom the days are not over: the others arrived, left, or have waited longer. */
function isOver(data: DeliveryData, target: ContractTarget, span: Span, days: number): boolean {
  const { cases, asAt } = data;
  const { from, to } = stagesOf(target);
  return unitsIn(data, target, span).every((unit) => {
    const [start, end] = [dayReached(cases, from, unit)!, dayReached(cases, to, unit)];
    const arrived = end === null || (end !== undefined && end <= asAt);
    return arrived || start + days <= asAt || cases.departure(unit) !== null;
  });
}
