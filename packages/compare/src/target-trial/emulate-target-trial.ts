import type { Comparison, Courses, Exclusion, Refusal, TargetTrialPlan, TargetTrialStrategy } from "@likewise/schema";
import type { BootstrapInterval, Refused } from "@likewise/stats";
import type { CompareInput } from "../compare-input.ts";
import { type OutcomeRows, outcomeRows } from "../outcomes/outcome-rows.ts";
import type { People } from "../people/people.ts";
import { takePeople } from "../people/take-people.ts";
import { chosenOutcomes } from "../plan-checks.ts";
import { type CloneCensorWeight, cloneCensorWeight, type StrategyResult } from "./clone-censor-weight.ts";
import { courseGiven } from "./course-given.ts";
import type { Strategy } from "./strategy.ts";
import { strategyInWords, targetTrialTable } from "./target-trial-table.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;
type TrialOutcome = Trial["outcomes"][number];
type Contrast = TrialOutcome["contrasts"][number];

/**
 * The target trial of a plan among the treated of a comparison: completing, or a number of sessions, by strategies that
 * everybody could have followed from time zero, beside the contrast of people by what became of them. Each of the outcomes
 * compared that has times is answered (an outcome of days, not of other units); comparison people could not follow either strategy, and are not in it.
 *
 * Missing rule: who lacks a covariate is not among the people; somebody whose course or outcome is not known, or who had
 * reached the milestone by time zero and so could follow only one strategy, is left out and counted.
 *
 * @param people those compared; the treated of them are in the trial
 * @returns nothing where the plan has no target trial; without courses the trial is stated, and its effect refused
 */
export function emulateTargetTrial(
  input: CompareInput,
  people: People,
  seed: number,
): { readonly targetTrial?: Trial; readonly refusals: readonly Refusal[] } {
  const { plan, courses } = input;
  const trial = plan.targetTrial;
  if (trial === undefined) return { refusals: [] };
  const treated = takePeople(
    people,
    Int32Array.from(people.units, (_, row) => row).filter((row) => people.treated[row] === 1),
  );
  const compared = chosenOutcomes(input);
  const timed = compared.flatMap((outcome) => {
    const rows = outcomeRows(input.outcomes, outcome, treated);
    return rows?.time == null || (outcome.timeUnit ?? "day") !== "day" ? [] : [rows];
  });
  const answers =
    courses == null
      ? [refusalOf("courses-not-given", trial, coursesNotGiven)]
      : timed.length === 0
        ? [refusalOf("without-days", trial, withoutDays)]
        : timed.map((rows) => answerOf(rows, treated, { trial, courses, level: plan.level ?? 0.95, seed }));
  const answered = answers.filter((answer) => "contrasts" in answer);
  return {
    targetTrial: {
      people: input.labels?.treated ?? "the treated",
      table: targetTrialTable(trial, {
        outcomes: (timed.length === 0 ? compared : timed.map(({ declaration }) => declaration)).map(
          ({ id, label }) => label ?? id,
        ),
        covariates: treated.covariates.map(({ name }) => name),
      }),
      outcomes: answered.map(({ assumptions: _, ...answer }) => answer),
      assumptions: [...new Set(answered.flatMap(({ assumptions }) => assumptions))],
    },
    refusals: answers.filter((answer) => "why" in answer),
  };
}

const coursesNotGiven = {
  why: "the days on which people had their sessions and completed are not part of this comparison",
  unlocks: "the tables of sessions and stages, or a column with the day each person got there",
};

interface Given {
  readonly trial: TargetTrialPlan;
  readonly courses: Courses;
  readonly level: number;
  readonly seed: number;
}

type Answer = TrialOutcome & { readonly assumptions: readonly string[] };

function answerOf(rows: OutcomeRows, everybody: People, given: Given): Answer | Refusal {
  const { trial, courses, level, seed } = given;
  const { declaration: outcome } = rows;
  const { kept, excluded } = whoIsIn(rows, everybody, courses, trial);
  if (kept.length === 0) return refusalOf(`nobody:${outcome.id}`, trial, nobody);
  const people = takePeople(everybody, kept);
  const take = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]!);
  const { graceDays, horizonDays, intervalDays = 1 } = trial;
  const result = cloneCensorWeight({
    time: take(rows.time!),
    event: take(rows.value),
    strategies: trial.strategies.map((strategy) => strategyOf(strategy, people, given)) as [Strategy, Strategy],
    graceDays,
    horizonDays,
    intervalDays,
    covariates: people.covariates,
    level,
    seed,
  });
  if ("refused" in result) return refusalOf(`not-emulated:${outcome.id}`, trial, result.refused);
  const contrasts = contrastsOf(outcome.id, result);
  if ("why" in contrasts) return refusalOf(`not-estimated:${outcome.id}`, trial, contrasts);
  return {
    outcome: outcome.id,
    definition: outcome.definition ?? outcome.id,
    window: rows.window,
    rows: { read: everybody.numRows, used: people.numRows, excluded },
    graceDays,
    horizonDays,
    level,
    replicates: result.options.replicates,
    contrasts,
    assumptions: result.assumptions,
  };
}

const withoutDays = {
  why: "none of the outcomes compared says on which day the event happened or observation ended",
  unlocks: "an outcome as a time to the event, in days after time zero",
};

const nobody = {
  why: "nobody is left whose course and outcome are known and who had not reached the milestone by time zero",
  unlocks: "a time zero before the milestone, and records of those left out",
};

/** Who could follow either strategy at time zero, and of whom it is known what became; each other by the first reason. */
function whoIsIn(
  rows: OutcomeRows,
  people: People,
  courses: Courses,
  { strategies }: TargetTrialPlan,
): { readonly kept: Int32Array; readonly excluded: Exclusion[] } {
  const coursesGiven = strategies.map(({ id }) => courseGiven(courses, id));
  const reasons = new Map<string, number>();
  const kept = Int32Array.from(people.units, (_, row) => row).filter((row) => {
    const own = coursesGiven.map((given) => given(people.units[row]!));
    const unknown = own.find((course) => "unknown" in course);
    const reason =
      unknown !== undefined
        ? unknown.unknown
        : own.some((course) => "reachedDay" in course && course.reachedDay !== null && course.reachedDay <= 0)
          ? "reached-by-time-zero"
          : rows.timeUsable[row] === 1
            ? null
            : "outcome-not-known";
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return reason === null;
  });
  const excluded = [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => ({ reason, rows: count }));
  return { kept, excluded };
}

function strategyOf(strategy: TargetTrialStrategy, people: People, { courses, trial }: Given): Strategy {
  const given = courseGiven(courses, strategy.id);
  const own = Array.from(people.units, given);
  return {
    id: strategy.id,
    label: strategyInWords(strategy, trial.graceDays),
    kind: strategy.not === true ? "avoid" : "reach",
    milestoneDay: own.map((course) => ("unknown" in course ? null : course.reachedDay)),
    leftDay: own.map((course) => ("unknown" in course ? null : course.leftDay)),
  };
}

function contrastsOf(outcome: string, result: CloneCensorWeight): Contrast[] | Refused["refused"] {
  const { strategies, naive } = result;
  const followed = strategies.map((strategy) => ({ ...strategy, people: strategy.clones }));
  const became = strategies.map(({ id, label }, s) => ({
    id,
    label,
    people: naive.people[s]!,
    events: naive.events[s]!,
    risk: naive.risk[s]!,
  }));
  const both = [
    contrastOf(`${outcome}:riskDifference:clone-censor-weight`, "clone-censor-weight", followedLabel, followed, result),
    contrastOf(`${outcome}:riskDifference:naive`, "naive", naive.label, became, naive),
  ] as const;
  const refused = both[0];
  if ("why" in refused) return refused;
  return both.filter((one) => !("why" in one)) as Contrast[];
}

const followedLabel = "Everybody from time zero, by strategy: copies leave when their person leaves the strategy";

/** A contrast, or why it has no difference: without a difference nothing is shown. */
function contrastOf(
  id: string,
  analysis: Contrast["analysis"],
  label: string,
  strategies: readonly (Pick<StrategyResult, "id" | "label" | "events" | "risk"> &
    Partial<StrategyResult> & { readonly people: number })[],
  { riskDifference, riskRatio }: Pick<CloneCensorWeight, "riskDifference" | "riskRatio">,
): Contrast | Refused["refused"] {
  if ("refused" in riskDifference) return riskDifference.refused;
  const shown = strategies.map(({ id: strategy, label: name, people, events, deviated, risk, ...weights }) => {
    if ("refused" in risk) return risk.refused;
    const { effectiveSampleSize = null, largestWeight = null } = weights;
    const left = deviated ?? null;
    const { estimate, interval } = effectOf(risk);
    const counts = { people, events, left, effectiveSampleSize, largestWeight };
    return { id: strategy, label: name, ...counts, risk: estimate, interval };
  });
  const refused = shown.find((one) => "why" in one);
  if (refused !== undefined) return refused;
  return {
    id,
    analysis,
    label,
    strategies: shown as unknown as Contrast["strategies"],
    riskDifference: effectOf(riskDifference),
    riskRatio: "refused" in riskRatio ? null : effectOf(riskRatio),
    grades: [],
  };
}

function effectOf({
  estimate,
  standardError,
  percentile: { lower, upper },
}: BootstrapInterval): Contrast["riskDifference"] {
  return { estimate, standardError, interval: [lower, upper] };
}

function refusalOf(
  rule: string,
  { strategies: [first, second] }: TargetTrialPlan,
  { why, unlocks }: { readonly why: string; readonly unlocks: string },
): Refusal {
  return { id: `${rule}:${first.id}:${second.id}`, what: `${first.id} against ${second.id}`, why, unlocks };
}
