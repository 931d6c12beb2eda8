import type { Comparison, ComparisonPlan } from "@likewise/schema";
import type { CompareInput } from "./compare-input.ts";
import type { ComparisonGroup } from "./methods/comparison-group.ts";
import { estimandOf } from "./methods/estimand-of.ts";
import type { ComparisonMethod } from "./methods/method.ts";
import type { OutcomeAnswer } from "./outcome-answer.ts";
import { followedUnequally } from "./outcomes/followed-unequally.ts";

/** Every option used, declared or not, in one order: the `design` of a comparison. */
export function statedDesign(
  input: CompareInput,
  method: ComparisonMethod,
  group: ComparisonGroup | null,
  answers: readonly OutcomeAnswer[],
  used: {
    covariates: readonly string[];
    exact: readonly string[];
    cluster: string | null;
    seed: number;
    draws: number;
  },
): Comparison["design"] {
  const { plan, analysisSet } = input;
  return {
    method: method.id,
    methodLabel: method.label,
    source: method.source,
    assignment: plan.assignment,
    comparator: plan.comparator,
    estimand: estimandOf(plan, method),
    covariates: used.covariates,
    exact: used.exact,
    cluster: used.cluster,
    baselineOutcome: plan.baselineOutcome ?? null,
    missing: plan.missing ?? "drop",
    level: plan.level ?? 0.95,
    seed: used.seed,
    ...group?.options,
    ...(group?.sets ? { tieDraws: used.draws } : {}),
    ...(analysisSet === undefined ? {} : { analysisSet }),
    ...statedIfAsked(plan),
    primaryByDefault: answers.filter(({ primary }) => primary.byDefault).map(({ rows }) => rows.declaration.id),
    outcomeRows: answers.map(({ rows }) => ({ outcome: rows.declaration.id, excluded: rows.excluded })),
  };
}

/** Options that change nothing unless asked for. */
function statedIfAsked(plan: ComparisonPlan): Record<string, unknown> {
  const options = [
    "subgroups",
    "strata",
    "horizon",
    "bootstrap",
    "multiplicity",
    "targetTrial",
    "samplingWeights",
  ] as const;
  return Object.fromEntries(options.flatMap((name) => (plan[name] === undefined ? [] : [[name, plan[name]]])));
}

/** What was assumed and not declared, each once. */
export function statedAssumptions(
  plan: ComparisonPlan,
  group: ComparisonGroup | null,
  answers: readonly OutcomeAnswer[],
): string[] {
  const stated = [
    ...(plan.method === undefined ? ["no method was declared, so the arms are compared as they are"] : []),
    ...(group?.assumptions ?? []),
    ...(group?.sets ? ["ties are broken by natural order of ids; the tie range shows what other ways would give"] : []),
    ...answers
      .filter(({ rows }) => rows.excluded.length > 0)
      .map(
        ({ rows }) =>
          `people whose ${rows.declaration.id} is not known are taken to be like those whose is, given the arm${group?.sets ? "; a matched set with one of them is left out whole, and balance is that of all matched sets" : ""}`,
      ),
    ...answers
      .filter(({ rows }) => followedUnequally(rows))
      .map(
        ({ rows }) =>
          `shares with ${rows.declaration.id} count people without it as without it to the end, though some were last seen before it came to others`,
      ),
    ...answers.flatMap(({ result }) => result.assumptions),
    ...(answers.some(({ result }) => result.estimates.some(({ sensitivity }) => sensitivity.eValue !== null))
      ? ["E-values of differences are those of the ratio of the same people; of mean differences, by exp(0.91 d)"]
      : []),
  ];
  return [...new Set(stated)];
}
