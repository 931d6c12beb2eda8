import {
  type Baseline,
  type Columns,
  type Comparison,
  type ComparisonPlan,
  columnsOf,
  type Exclusion,
  exact,
  Failure,
  integerColumn,
  type JointCovariance,
  numberColumn,
  type Outcomes,
  type Provenance,
  type Refusal,
  textColumn,
} from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { balanceTable } from "./balance/balance-table.ts";
import { type OutcomeEstimates, outcomeEstimates } from "./estimates/outcome-estimates.ts";
import { type PrimaryChoice, primaryChoice } from "./estimates/primary-choice.ts";
import { jointCovariances, type OutcomeInfluence } from "./joint-covariance.ts";
import { setCodes } from "./matching/matched-sets.ts";
import { tieDraws, tieRange } from "./matching/tie-range.ts";
import type { ComparisonGroup } from "./methods/comparison-group.ts";
import { comparisonMethod } from "./methods/index.ts";
import type { ComparisonMethod } from "./methods/method.ts";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";
import { type OutcomeRows, outcomeRows } from "./outcomes/outcome-rows.ts";
import type { People } from "./people/people.ts";
import { peopleCompared } from "./people/people-compared.ts";

export interface CompareInput {
  readonly id: string;
  readonly label: string;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  /** Outcomes of the plan, or no more than an id and a kind for a column of a table. */
  readonly declarations: readonly ComparedOutcome[];
  readonly plan: ComparisonPlan;
  readonly provenance: Provenance;
  /** Rows read before any exclusion: rows of the baseline plus the sum of `exclusions`. */
  readonly rowsRead: number;
  /** Who was left out before this, by reason. */
  readonly exclusions: readonly Exclusion[];
  /** What the arms are called; default "treated" and "comparison". */
  readonly labels?: Comparison["arms"]["labels"];
  /** Covariates that are essential for grading; default none. */
  readonly essential?: readonly string[];
  /** Who is analysed, from the plan's cohort; left out when the plan does not say. */
  readonly analysisSet?: "referred" | "offered" | "started" | "completed";
  /** Random ways of breaking ties looked at; default 300, fewer when there are more than 5,000 people. 0 for none. */
  readonly tieDraws?: number;
}

export interface ComparisonResult {
  readonly comparison: Comparison;
  /** Private: unit, id, set (from 1), weight and score of everybody matched; no rows without matching. */
  readonly matchedRows: Columns;
  /** Private: joint covariance of the primary estimates' arm values. */
  readonly jointCovariance: readonly JointCovariance[];
}

/**
 * One comparison of a treated with a comparison group: the group formed, how alike the arms are, the effects on every
 * outcome with the interval their design calls for, and what is refused.
 *
 * The group is formed from the baseline alone, before any outcome is looked at. People are taken in natural order of their
 * ids, so neither the order of rows nor that of columns changes a digit. Who lacks a covariate is left out of the whole
 * comparison; who lacks an outcome is left out of that outcome, and a matched set with anybody missing is left out whole.
 *
 * @returns the comparison with `evidence` and `claims` still empty, and two private artefacts
 * @throws Failure usage when the plan asks for what is not available; Failure data when an arm is empty or an outcome
 *         holds values it cannot have; RangeError when the rows do not add up
 */
export function compareGroups(input: CompareInput): ComparisonResult {
  const { plan, baseline } = input;
  requireAvailable(plan);
  const method = comparisonMethod(plan.method ?? "none");
  requireEstimand(plan, method);
  const covariates = plan.covariates ?? baseline.covariates;
  requireCovariates(method, covariates);
  const used = { covariates, exact: plan.exact ?? [], cluster: plan.cluster ?? null };
  const { people, excluded } = peopleCompared(baseline, used);
  requireBothArms(people);
  const exclusions = [...input.exclusions, ...excluded];
  requireClosedAccount(input, people, exclusions);

  const seed = input.provenance.seed ?? baseline.seed ?? 1;
  const formed = method.form(people, { plan, seed });
  const group = "group" in formed ? formed.group : null;
  const outcomes = chosenOutcomes(input).map((declaration) => ({
    declaration,
    rows: outcomeRows(input.outcomes, declaration, people),
  }));
  const unit = baseline.unitKind;
  const answers = outcomes.flatMap(({ rows }) => {
    if (rows === null) return [];
    const primary = primaryChoice(rows, plan, method, covariates.length > 0);
    return [{ rows, primary, result: outcomeEstimates(rows, primary, { people, plan, method, group, unit }) }];
  });
  const draws = input.tieDraws ?? defaultTieDraws(people.numRows);
  const refusals = [
    ...outcomes.filter(({ rows }) => rows === null).map(({ declaration }) => noRows(declaration.id)),
    ...answers.flatMap(({ rows, primary, result }) => [
      ...("refusal" in formed ? [groupRefusal(rows.declaration.id, primary, method, formed.refusal)] : []),
      ...result.refusals,
    ]),
    ...notYet(plan),
  ];
  const adjustedFor = method.estimators.includes("adjusted") ? covariates : [];
  const comparison: Comparison = {
    kind: "likewise/comparison",
    version: 1,
    id: input.id,
    label: input.label,
    rows: { read: input.rowsRead, used: people.numRows, excluded: exclusions },
    arms: {
      treated: people.treated.filter((arm) => arm === 1).length,
      comparison: people.treated.filter((arm) => arm === 0).length,
      labels: input.labels ?? { treated: "treated", comparison: "comparison" },
    },
    design: designOf(input, method, group, answers, { ...used, seed, draws }),
    matching: group?.matching ? { ...group.matching, tieRange: tieRanges(group, answers, draws, seed) } : null,
    weighting: null,
    balance: balanceTable(people.covariates, people.treated, group?.weights ?? null, {
      essential: input.essential ?? [],
      adjusted: adjustedFor.filter((name) => varies(people, name)),
    }),
    estimates: answers.flatMap(({ result }) => result.estimates),
    tests: answers.flatMap(({ result }) => result.tests),
    curves: answers.flatMap(({ result }) => result.curves),
    models: [...(group?.models ?? []), ...answers.flatMap(({ result }) => result.models)],
    evidence: [],
    claims: [],
    refusals,
    assumptions: assumptionsOf(plan, group, answers),
    provenance: input.provenance,
  };
  return {
    comparison,
    matchedRows: matchedRows(people, group),
    jointCovariance: jointCovariances(input.id, influences(people, group, answers), people.numRows),
  };
}

interface Answer {
  readonly rows: OutcomeRows;
  readonly primary: PrimaryChoice;
  readonly result: OutcomeEstimates;
}

function requireAvailable({ missing = "drop", preset }: ComparisonPlan): void {
  if (missing !== "drop") throw new Failure("usage", `missing: ${missing} is not available yet; available: drop`);
  if (preset !== undefined) throw new Failure("usage", `preset: ${preset} is not available yet`);
}

function requireEstimand({ estimand }: ComparisonPlan, method: ComparisonMethod): void {
  if (estimand === undefined || method.estimands.includes(estimand)) return;
  throw new Failure(
    "usage",
    `estimand: ${estimand} cannot be had with method ${method.id}; available: ${method.estimands.join(", ")}`,
  );
}

function requireCovariates({ id, needs }: ComparisonMethod, covariates: readonly string[]): void {
  if (needs.includes("covariates") && covariates.length === 0) {
    throw new Failure("usage", `covariates: method ${id} needs at least one`);
  }
}

function requireBothArms({ treated }: People): void {
  for (const [arm, name] of [
    [1, "treated"],
    [0, "comparison"],
  ] as const) {
    if (treated.includes(arm)) continue;
    throw new Failure("data", `the ${name} arm is empty: nobody in it has every covariate used`);
  }
}

function requireClosedAccount(input: CompareInput, people: People, exclusions: readonly Exclusion[]): void {
  const accounted = exclusions.reduce((sum, { rows }) => sum + exact(rows), people.numRows);
  if (accounted !== input.rowsRead) {
    throw new RangeError(
      `compareGroups: rowsRead must be rows used plus excluded (${accounted}), got ${input.rowsRead}`,
    );
  }
}

function chosenOutcomes({ declarations, plan }: CompareInput): readonly ComparedOutcome[] {
  const unknown = plan.outcomes?.find((id) => !declarations.some((one) => one.id === id));
  if (unknown !== undefined) {
    const known = declarations.map(({ id }) => id).join(", ");
    throw new Failure("usage", `outcomes: "${unknown}" is not declared; there are ${known}`);
  }
  return declarations.filter(({ id }) => plan.outcomes?.includes(id) ?? true);
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

function groupRefusal(
  outcome: string,
  { measure }: PrimaryChoice,
  method: ComparisonMethod,
  { rule, why, unlocks }: { rule: string; why: string; unlocks: string },
): Refusal {
  const what = `${outcome}:${measure}:${method.estimators[0]}`;
  return { id: `${rule}:${what}`, what, why, unlocks };
}

function notYet({ subgroups = [] }: ComparisonPlan): Refusal[] {
  return subgroups.map((name) => ({
    id: `subgroups-not-yet:${name}`,
    what: `subgroup ${name}`,
    why: "subgroups need the interaction tested first, which is not available yet",
    unlocks: "a later version; until then compare the subgroups in studies of their own",
  }));
}

function designOf(
  { plan, analysisSet }: CompareInput,
  method: ComparisonMethod,
  group: ComparisonGroup | null,
  answers: readonly Answer[],
  used: {
    covariates: readonly string[];
    exact: readonly string[];
    cluster: string | null;
    seed: number;
    draws: number;
  },
): Comparison["design"] {
  return {
    method: method.id,
    methodLabel: method.label,
    source: method.source,
    assignment: plan.assignment,
    comparator: plan.comparator,
    estimand: plan.estimand ?? method.estimands[0]!,
    covariates: used.covariates,
    exact: used.exact,
    cluster: used.cluster,
    baselineOutcome: plan.baselineOutcome ?? null,
    missing: "drop",
    level: plan.level ?? 0.95,
    seed: used.seed,
    ...group?.options,
    ...(group?.sets ? { tieDraws: used.draws } : {}),
    ...(analysisSet === undefined ? {} : { analysisSet }),
    primaryByDefault: answers.filter(({ primary }) => primary.byDefault).map(({ rows }) => rows.declaration.id),
    outcomeRows: answers.map(({ rows }) => ({ outcome: rows.declaration.id, excluded: rows.excluded })),
  };
}

function tieRanges(
  group: ComparisonGroup,
  answers: readonly Answer[],
  draws: number,
  seed: number,
): NonNullable<Comparison["matching"]>["tieRange"] {
  if (group.sets === null) return {};
  const ways = tieDraws(group.sets, group.redrawTies, draws, randomStream(seed).split("ties"));
  return Object.fromEntries(
    answers.map(({ rows, primary }) => [rows.declaration.id, tieRange(rows, primary.measure, ways)]),
  );
}

function varies({ covariates }: People, name: string): boolean {
  const covariate = covariates.find((one) => one.name === name);
  if (covariate === undefined) return false;
  if (covariate.kind === "factor") return covariate.levels.length > 1;
  return covariate.values.some((value) => value !== covariate.values[0]);
}

function assumptionsOf(plan: ComparisonPlan, group: ComparisonGroup | null, answers: readonly Answer[]): string[] {
  const stated = [
    ...(plan.method === undefined ? ["no method was declared, so the arms are compared as they are"] : []),
    ...answers
      .filter(({ primary }) => primary.byDefault)
      .map(
        ({ rows, primary }) =>
          `the primary of ${rows.declaration.id} (${primary.measure}, ${primary.estimator}) was fixed by default, not by the plan`,
      ),
    ...(group?.assumptions ?? []),
    ...(group?.sets && plan.cluster !== undefined
      ? [`matched estimates allow for matched sets, not for people of one ${plan.cluster} being alike`]
      : []),
    ...(group?.sets ? ["ties are broken by natural order of ids; the tie range shows what other ways would give"] : []),
    ...answers
      .filter(({ rows }) => rows.excluded.length > 0)
      .map(
        ({ rows }) =>
          `people whose ${rows.declaration.id} is not known are taken to be like those whose is, given the arm${group?.sets ? "; a matched set with one of them is left out whole" : ""}`,
      ),
    ...answers.flatMap(({ result }) => result.assumptions),
    ...(answers.some(({ result }) => result.estimates.some(({ sensitivity }) => sensitivity.eValue !== null))
      ? ["E-values of differences are those of the ratio of the same people; of mean differences, by exp(0.91 d)"]
      : []),
  ];
  return [...new Set(stated)];
}

function matchedRows(people: People, group: ComparisonGroup | null): Columns {
  const codes = setCodes(group?.sets ?? [], people.numRows);
  const rows = Array.from(codes, (_, row) => row).filter((row) => codes[row]! >= 0);
  return columnsOf({
    unit: integerColumn(rows.map((row) => people.units[row]!)),
    id: textColumn(rows.map((row) => people.ids[row]!)),
    set: integerColumn(rows.map((row) => codes[row]! + 1)),
    weight: numberColumn(rows.map((row) => group!.weights![row]!)),
    score: numberColumn(rows.map((row) => group!.score?.[row] ?? null)),
  });
}

function influences(people: People, group: ComparisonGroup | null, answers: readonly Answer[]): OutcomeInfluence[] {
  const sets = setCodes(group?.sets ?? [], people.numRows);
  return answers.flatMap(({ rows, primary, result }) => {
    if (result.influence === null) return [];
    const clusters = primary.estimator === "matched" ? sets : people.clusters;
    return [{ outcome: rows.declaration.id, influence: result.influence, clusters }];
  });
}
