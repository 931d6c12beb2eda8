import { type Comparison, type Exclusion, Failure, type Refusal } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { balanceTable } from "./balance/balance-table.ts";
import type { CompareInput } from "./compare-input.ts";
import type { ComparisonResult } from "./comparison-result.ts";
import { modelColumns } from "./covariates/model-columns.ts";
import { declaredPrimary } from "./declared-primary.ts";
import { outcomeEstimates } from "./estimates/outcome-estimates.ts";
import { type PrimaryChoice, primaryChoice } from "./estimates/primary-choice.ts";
import { jointCovariances, type OutcomeInfluence } from "./joint-covariance.ts";
import { matchedRows } from "./matched-rows.ts";
import { setCodes } from "./matching/matched-sets.ts";
import { tieRanges } from "./matching/tie-range.ts";
import type { ComparisonGroup } from "./methods/comparison-group.ts";
import { estimandOf } from "./methods/estimand-of.ts";
import type { ComparisonMethod } from "./methods/method.ts";
import { missingAssumptions } from "./missing/missing-assumptions.ts";
import { withAdjustedPValues } from "./multiplicity/with-adjusted-p-values.ts";
import type { OutcomeAnswer } from "./outcome-answer.ts";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";
import { type OutcomeRows, outcomeRows } from "./outcomes/outcome-rows.ts";
import { windowNotOver } from "./outcomes/window-not-over.ts";
import { overlapTable } from "./overlap/overlap-table.ts";
import type { People } from "./people/people.ts";
import type { peopleCompared } from "./people/people-compared.ts";
import { chosenOutcomes } from "./plan-checks.ts";
import { resampledFor } from "./resampling/resampled-for.ts";
import { checkSensitivity } from "./sensitivity/check-sensitivity.ts";
import { statedAssumptions, statedDesign } from "./stated-design.ts";
import { readStrata } from "./subgroups/strata.ts";
import { readSubgroup, type Subgroup } from "./subgroups/subgroup.ts";
import { emulateTargetTrial } from "./target-trial/emulate-target-trial.ts";

/** The comparison of these people, whose covariates are all known or filled in. */
export function compareArms(people: People, input: CompareInput, settings: ArmsSettings): ComparisonResult {
  const { method, used, exclusions, seed, gaps } = settings;
  const { plan } = input;
  const formed = method.form(people, { plan, seed });
  const group = "group" in formed ? formed.group : null;
  const outcomes = outcomesOf(people, input);
  const subgroups = (plan.subgroups ?? []).map((name) => ({
    name,
    subgroup: readSubgroup(input.baseline, people, name),
  }));
  const divided = subgroups.flatMap(({ subgroup }) => (subgroup === null ? [] : [subgroup]));
  const answers = answersOf(people, input, settings, { group, outcomes, subgroups: divided });
  const draws = Math.min(
    input.tieDraws ?? defaultTieDraws(people.numRows),
    group?.tieDrawsAtMost ?? Number.POSITIVE_INFINITY,
  );
  const trial = emulateTargetTrial(input, people, seed);
  const estimates = answers.flatMap(({ result }) => result.estimates);
  const checked = checkSensitivity({ input, people, group, answers, seed }, estimates);
  const refused = "refusal" in formed ? formed.refusal : null;
  const comparison: Comparison = {
    kind: "likewise/comparison",
    version: 1,
    id: input.id,
    label: input.label,
    rows: { read: input.rowsRead, used: people.numRows, excluded: [...exclusions] },
    arms: {
      treated: people.treated.filter((arm) => arm === 1).length,
      comparison: people.treated.filter((arm) => arm === 0).length,
      labels: input.labels ?? { treated: "treated", comparison: "comparison" },
    },
    design: statedDesign(input, method, group, answers, { ...used, seed, draws }),
    matching: matchingOf(group, answers, draws, seed),
    weighting: method.adjustment === "weighting" ? (group?.weighting?.summary ?? null) : null,
    balance: balanceOf(people, input, settings, group),
    estimates: withAdjustedPValues(checked.estimates, declaredPrimary(input), plan.multiplicity),
    ...(checked.sensitivity === undefined ? {} : { sensitivity: checked.sensitivity }),
    ...(trial.targetTrial === undefined ? {} : { targetTrial: trial.targetTrial }),
    tests: answers.flatMap(({ result }) => result.tests),
    curves: answers.flatMap(({ result }) => result.curves),
    models: [...(group?.models ?? []), ...answers.flatMap(({ result }) => result.models)],
    evidence: [],
    claims: [],
    refusals: [
      ...outcomes.flatMap(({ declaration, rows }) => (rows === null ? [noRows(declaration.id)] : [])),
      ...answers.flatMap(({ rows, primary, result }) => [
        ...(refused === null ? [] : [groupRefusal(rows.declaration.id, primary, method, refused)]),
        ...result.refusals.map(windowNotOver(rows, input.dataEnd)),
      ]),
      ...subgroups.flatMap(({ name, subgroup }) => (subgroup === null ? [noLevels(name)] : [])),
      ...trial.refusals,
      ...checked.refusals,
    ],
    assumptions: [...missingAssumptions(plan, gaps), ...statedAssumptions(plan, group, answers)],
    provenance: input.provenance,
  };
  return {
    comparison,
    overlap: overlapTable(input.id, people, group?.score ?? null),
    matchedRows: matchedRows(people, group),
    jointCovariance: jointCovariances(input.id, influences(people, group, answers), people.numRows),
  };
}

/** What is settled of a comparison before its group is formed. */
export interface ArmsSettings {
  readonly method: ComparisonMethod;
  readonly used: Parameters<typeof peopleCompared>[1];
  readonly exclusions: readonly Exclusion[];
  readonly seed: number;
  readonly gaps: ReturnType<typeof peopleCompared>["gaps"];
}

interface AskedOutcome {
  readonly declaration: ComparedOutcome;
  /** null where no row has the outcome */
  readonly rows: OutcomeRows | null;
}

function outcomesOf(people: People, input: CompareInput): AskedOutcome[] {
  const outcomes = chosenOutcomes(input).map((declaration) => ({
    declaration,
    rows: outcomeRows(input.outcomes, declaration, people),
  }));
  requireTimes(
    input,
    outcomes.map(({ rows }) => rows),
  );
  return outcomes;
}

/** What is estimated of each outcome that has rows. */
function answersOf(
  people: People,
  { plan, baseline }: CompareInput,
  { method, used: { covariates }, seed }: ArmsSettings,
  {
    group,
    outcomes,
    subgroups,
  }: {
    readonly group: ComparisonGroup | null;
    readonly outcomes: readonly AskedOutcome[];
    readonly subgroups: readonly Subgroup[];
  },
): OutcomeAnswer[] {
  const hasCovariates = covariates.length > 0;
  const strata = readStrata(baseline, people, plan.strata ?? []);
  const all = outcomes.flatMap(({ rows }) => rows ?? []);
  const resampled = resampledFor(all, { people, plan, method, group, seed, hasCovariates });
  const context = { people, plan, method, group, unit: baseline.unitKind, subgroups, seed, strata, resampled };
  return all.map((rows) => {
    const primary = primaryChoice(rows, plan, method, hasCovariates);
    return { rows, primary, result: outcomeEstimates(rows, primary, context) };
  });
}

function balanceOf(
  people: People,
  { plan, essential = [] }: CompareInput,
  { method, used }: ArmsSettings,
  group: ComparisonGroup | null,
): Comparison["balance"] {
  const varying = modelColumns(people.covariates).columns.map(({ covariate }) => covariate);
  const adjustedFor = method.estimators.includes("adjusted") ? used.covariates : [];
  return balanceTable(
    people.covariates,
    people.treated,
    method.id === "none" ? null : (group?.weights ?? null),
    { essential, adjusted: adjustedFor.filter((name) => varying.includes(name)) },
    standardiserOf(plan, method),
    people.samplingWeights ?? null,
  );
}

/** A million people need no hundreds of rematches to show how much ties matter; a small study does. */
function defaultTieDraws(numRows: number): number {
  return Math.max(20, Math.min(300, Math.floor(1_500_000 / Math.max(1, numRows))));
}

function noRows(outcome: string): Refusal {
  return {
    id: `no-rows:${outcome}`,
    what: outcome,
    why: "no row has this outcome",
    unlocks: "data for the outcome, or another id",
  };
}

function noLevels(name: string): Refusal {
  return {
    id: `subgroup-of-numbers:${name}`,
    what: `subgroup ${name}`,
    why: "a number of many values does not divide people into levels, and where to cut it would be chosen after the fact",
    unlocks: "a column of levels, cut before anything was compared",
  };
}

/** An effect on everybody is measured in everybody's spread, one on the treated in theirs; a trial's is everybody's. */
function standardiserOf(plan: CompareInput["plan"], method: ComparisonMethod) {
  const isOnEverybody = plan.assignment === "random" || estimandOf(plan, method) === "ate";
  return isOnEverybody ? "pooled" : "treated";
}

function groupRefusal(
  outcome: string,
  { measure }: PrimaryChoice,
  method: ComparisonMethod,
  { rule, why, unlocks }: { rule: string; why: string; unlocks: string },
): Refusal {
  const what = `${outcome}:${measure}:${method.estimators[0]}`;
  return { id: `${rule}:${what}`, what, why, unlocks };
}

function matchingOf(
  group: ComparisonGroup | null,
  answers: readonly OutcomeAnswer[],
  draws: number,
  seed: number,
): Comparison["matching"] {
  if (group?.matching == null || group.sets === null) return null;
  const ranged = answers.map(({ rows, primary }) => ({ rows, measure: primary.measure }));
  const stream = randomStream(seed).split("ties");
  if (group.tieDrawsAtMost === 0) {
    const unknown = Object.fromEntries(ranged.map(({ rows }) => [rows.declaration.id, null]));
    return { ...group.matching, tieRange: unknown };
  }
  return { ...group.matching, tieRange: tieRanges(ranged, group.sets, group.redrawTies, draws, stream) };
}

/** A setting for times is a mistake where nothing has them. */
function requireTimes({ plan }: CompareInput, outcomes: readonly (OutcomeRows | null)[]): void {
  if (outcomes.some((rows) => rows?.time != null)) return;
  for (const option of ["horizon", "strata"] as const) {
    if (plan[option] === undefined) continue;
    throw new Failure("usage", `${option}: goes with times to an event, and no outcome has any`);
  }
}

function influences(
  people: People,
  group: ComparisonGroup | null,
  answers: readonly OutcomeAnswer[],
): OutcomeInfluence[] {
  const clusters = { "matched set": setCodes(group?.sets ?? [], people.numRows), cluster: people.clusters };
  return answers.flatMap(({ rows, result: { influence } }) => {
    if (influence === null) return [];
    const { dependence } = influence;
    return [
      {
        outcome: rows.declaration.id,
        group: rows.declaration.offenceGroup ?? null,
        influence,
        clusters: dependence === null ? null : clusters[dependence],
      },
    ];
  });
}
