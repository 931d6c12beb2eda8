import type { FunnelStep, Issue, StudyPlan } from "@likewise/schema";
import { median, wilsonInterval } from "@likewise/stats";
import { cohortIssue } from "../cohort-issues.ts";
import type { LeavingReason } from "./case-states.ts";
import { type PathwayStep, pathwaySteps } from "./funnel-steps.ts";
import type { StageRecord, StagesReached } from "./stages-reached.ts";
import { gapsInOrder, stepCounts } from "./step-counts.ts";

/**
 * The pathway, step by step, among people referred.
 *
 * A person counts at a step only where that step is recorded: a later step does not stand in for an earlier one. Where
 * the two disagree it is reported (`step_not_recorded`), and the person appears among those leaving the missing step as
 * `recorded-at-a-later-step`. So, for every step after the referral:
 * count of the step before = those of them who passed + open + everyone in `leaving`.
 *
 * People whose case is still open at a step are censored: they are left out of the denominators of both shares, not
 * counted as having left. `shareOfPrevious` is of the people recorded at the step before; `shareOfReferrals` is of all
 * referred, and `interval` is its 95 % Wilson interval. Steps before the referral count everyone recorded there and
 * have no share of referrals. `medianDays` is from the step before, among people with both dates in order.
 *
 * @param armUnits units of each arm, for a funnel that counts an arm instead of referrals
 * @returns no steps when nobody is counted
 */
export function pathwayFunnel(
  plan: StudyPlan,
  reached: StagesReached,
  leavingReason: LeavingReason,
  armUnits: Readonly<Record<"treated" | "comparison", readonly number[]>>,
): { readonly funnel: FunnelStep[]; readonly issues: readonly Issue[] } {
  const members = peopleCounted(plan, reached, armUnits);
  const steps = stepsToShow(plan, reached);
  if (members.length === 0) return { funnel: [], issues: [] };
  const start = Math.max(
    0,
    steps.findIndex((step) => step.stage === "referred"),
  );
  const funnel = steps.map((step, position) =>
    position < start || (position === start && start > 0)
      ? stepOutside(step, steps[position - 1], reached, position === start ? members : null)
      : stepInside(steps, position, start, reached, leavingReason, members),
  );
  return { funnel, issues: contradictions(steps.slice(start), reached, members) };
}

function peopleCounted(
  plan: StudyPlan,
  reached: StagesReached,
  armUnits: Readonly<Record<"treated" | "comparison", readonly number[]>>,
): readonly number[] {
  const from = plan.cohort.funnel?.from ?? "referrals";
  if (from === "treated" || from === "comparison") return armUnits[from];
  return [...(reached.get("referred")?.keys() ?? [])].sort((a, b) => a - b);
}

function stepsToShow(plan: StudyPlan, reached: StagesReached): readonly PathwayStep[] {
  return plan.cohort.funnel?.steps ?? pathwaySteps.filter((step) => reached.has(step.stage));
}

/** Up to and with the referral there is no case yet, so nobody is open and nobody leaves it. */
function stepOutside(
  step: PathwayStep,
  previous: PathwayStep | undefined,
  reached: StagesReached,
  members: readonly number[] | null,
): FunnelStep {
  const here = reached.get(step.stage) ?? new Map<number, StageRecord>();
  const before = previous === undefined ? null : (reached.get(previous.stage) ?? new Map<number, StageRecord>());
  const passed = before === null ? [] : [...before.keys()].filter((unit) => here.has(unit));
  const gaps = before === null ? [] : gapsInOrder(passed, before, here);
  return {
    step: step.stage,
    label: step.label,
    count: members === null ? here.size : members.length,
    open: 0,
    shareOfPrevious: before === null || before.size === 0 ? null : passed.length / before.size,
    shareOfReferrals: members === null ? null : 1,
    interval: null,
    medianDays: before === null || gaps.length === 0 ? null : median(gaps),
    leaving: [],
    denominators: { previous: before?.size || null, referrals: members === null ? null : members.length },
  };
}

function stepInside(
  steps: readonly PathwayStep[],
  position: number,
  start: number,
  reached: StagesReached,
  leavingReason: LeavingReason,
  members: readonly number[],
): FunnelStep {
  const step = steps[position]!;
  const isFirst = position === start;
  const counts = stepCounts(steps, position, isFirst, reached, leavingReason, members);
  const { count, known, passed, openOfPrevious: open, leaving, gaps } = counts;
  const knownOfPrevious = counts.countIn === null ? null : counts.countIn - open;
  // Everyone referred is referred: that share has no uncertainty.
  const wilson = known > 0 && step.stage !== "referred" ? wilsonInterval({ events: count, total: known }) : null;
  return {
    step: step.stage,
    label: step.label,
    count,
    open,
    shareOfPrevious: knownOfPrevious === null || knownOfPrevious === 0 ? null : passed / knownOfPrevious,
    shareOfReferrals: known > 0 ? count / known : null,
    interval: wilson === null ? null : [wilson.lower, wilson.upper],
    medianDays: gaps.length === 0 ? null : median(gaps),
    leaving: [...leaving],
    denominators: { previous: knownOfPrevious, referrals: known },
  };
}

/** One issue for a person and step; the row is that of the record which contradicts. */
function contradictions(steps: readonly PathwayStep[], reached: StagesReached, members: readonly number[]): Issue[] {
  const issues: Issue[] = [];
  for (const unit of members) {
    const records = steps.map((step) => reached.get(step.stage)?.get(unit));
    const last = records.findLastIndex((record) => record !== undefined);
    for (let position = 1; position < last; position++) {
      if (records[position] === undefined) {
        const next = records.slice(position + 1).find((record) => record !== undefined)!;
        issues.push(cohortIssue("step_not_recorded", next));
      }
    }
    for (let position = 1; position <= last; position++) {
      const from = records[position - 1]?.day ?? null;
      const to = records[position]?.day ?? null;
      if (from !== null && to !== null && to < from) issues.push(cohortIssue("steps_out_of_order", records[position]!));
    }
    const started = reached.get("started")?.get(unit)?.day ?? null;
    const exit = reached.get("exit")?.get(unit);
    if (started !== null && exit !== undefined && exit.day !== null && exit.day < started) {
      issues.push(cohortIssue("exit_before_start", exit));
    }
  }
  return issues;
}
