import { type Estimate, effectMeasure, type Refusal, type Test } from "@likewise/schema";
import { adjustedPValues } from "@likewise/stats";
import { effectToEstimate } from "../estimates/effect-to-estimate.ts";
import { type Compared, describes, peopleFor } from "../estimates/people-for.ts";
import { peopleIn } from "../estimators/arm-summary.ts";
import type { Effect, EffectEstimator, EstimatorOptions } from "../estimators/estimator.ts";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import { effectInfluence } from "./effect-influence.ts";
import { type Interaction, interaction, type LevelEffect } from "./interaction.ts";
import { levelPeople } from "./level-people.ts";
import type { Subgroup } from "./subgroup.ts";

export interface SubgroupAnswers {
  readonly estimates: readonly Estimate[];
  /** Of each subgroup that could be compared: whether the effects differ. */
  readonly tests: readonly Test[];
  readonly refusals: readonly Refusal[];
  readonly assumptions: readonly string[];
}

/** The primary estimate of an outcome, which is what subgroups are compared on. */
export interface SubgroupQuestion {
  readonly outcome: OutcomeRows;
  readonly estimator: EffectEstimator;
  readonly measure: Effect["measure"];
  readonly unit: Estimate["unit"];
  readonly options: EstimatorOptions;
}

/**
 * Whether an effect differs between the levels of each declared subgroup, and only then the effect in each level. A subgroup
 * whose levels cannot be compared with each other has no effects of levels either: two intervals side by side are not a test.
 * Subgroups are exploratory, never primary; their tests are adjusted by Holm for the number declared.
 */
export function subgroupAnswers(
  subgroups: readonly Subgroup[],
  question: SubgroupQuestion,
  compared: Compared,
): SubgroupAnswers {
  const answers = subgroups.map((subgroup) => answerOf(subgroup, question, compared));
  const all = answers.flatMap(({ overall }) => (overall === null ? [] : [overall.pValue]));
  const adjusted = adjustedPValues(all, "holm");
  let at = 0;
  const tests = answers.flatMap(({ overall, contrasts }) =>
    overall === null ? [] : testsOf(overall, contrasts, adjusted[at++]!),
  );
  return {
    estimates: answers.flatMap(({ estimates }) => estimates),
    tests,
    refusals: answers.flatMap(({ refusals }) => refusals),
    assumptions: tests.length === 0 ? [] : [exploratory],
  };
}

const exploratory =
  "subgroups are exploratory: whether effects differ is tested on the scale of the primary estimate and adjusted by Holm for the subgroups declared; effects within levels are not adjusted for their number";

type TestOfSubgroup = Test & { readonly pValue: number };

interface Answer {
  readonly overall: TestOfSubgroup | null;
  readonly contrasts: readonly Test[];
  readonly estimates: readonly Estimate[];
  readonly refusals: readonly Refusal[];
}

interface Level {
  readonly effect: Effect;
  readonly asLevel: LevelEffect;
}

function answerOf(subgroup: Subgroup, question: SubgroupQuestion, compared: Compared): Answer {
  const levels = subgroup.levels.map((level, code) => ({ level, found: levelOf(subgroup, code, question, compared) }));
  const refusals = levels.flatMap(({ level, found }) =>
    "why" in found ? [refusal("subgroup-level", `${subgroup.name}=${level}`, question, found.why, found.unlocks)] : [],
  );
  const kept = levels.flatMap(({ found }) => ("why" in found ? [] : [found]));
  const refuse = (rule: string, why: string, unlocks: string): Answer => ({
    overall: null,
    contrasts: [],
    estimates: [],
    refusals: [...refusals, refusal(rule, subgroup.name, question, why, unlocks)],
  });
  if (kept.length < 2) {
    return refuse(
      "subgroup-one-level",
      "fewer than two levels have an effect that can be compared",
      "more people in each level, or levels that are put together",
    );
  }
  const clusters = clustersOf(peopleFor(question.outcome, compared)(question.estimator.needs), compared.people.numRows);
  const between = interaction(
    kept.map(({ asLevel }) => asLevel),
    clusters,
    question.options.level,
  );
  if (between === null || !Number.isFinite(between.pValue)) {
    return refuse(
      "subgroup-no-interaction",
      "the levels share people or clusters, and how those move both effects is not known for this estimator",
      "a primary estimate that is a difference or ratio of two arms",
    );
  }
  return {
    ...interactionTests(subgroup, between, question),
    estimates: levelEstimates(subgroup, kept, question, compared),
    refusals,
  };
}

function levelOf(
  subgroup: Subgroup,
  code: number,
  { outcome, estimator, measure, options }: SubgroupQuestion,
  compared: Compared,
): Level | { readonly why: string; readonly unlocks: string } {
  const set = levelPeople(outcome, compared, estimator.needs, subgroup, code);
  if (set === null || Math.min(peopleIn(set, 0), peopleIn(set, 1)) < fewestPeople) {
    return { why: "too few people of this level in an arm", unlocks: "more people, or levels that are put together" };
  }
  const result = estimator.estimate(set, options);
  const effect = result.effects.find((one) => one.measure === measure);
  if (effect === undefined) {
    const { why, unlocks } = result.refusals.find((one) => one.measure === measure)!;
    return { why, unlocks };
  }
  if (effect.standardError === null || !(effect.standardError > 0) || !Number.isFinite(effect.estimate)) {
    return {
      why: "everybody of this level in an arm has the same outcome, so its effect has no standard error",
      unlocks: "more people, or longer follow-up",
    };
  }
  const { numRows } = compared.people;
  return {
    effect,
    asLevel: {
      level: subgroup.levels[code]!,
      value: effectMeasure(measure).ratio ? Math.log(effect.estimate) : effect.estimate,
      standardError: effect.standardError,
      df: effect.df,
      influence: effectInfluence(effect, result, numRows),
      people: rowsAsFlags(set.rows, numRows),
    },
  };
}

/** Fewer people than this in an arm, and what a level shows is chance. */
const fewestPeople = 10;

function rowsAsFlags(rows: Int32Array, numRows: number): Uint8Array {
  const flags = new Uint8Array(numRows);
  for (const row of rows) flags[row] = 1;
  return flags;
}

function clustersOf({ clusters, rows }: AnalysisSet, numRows: number): Int32Array | null {
  if (clusters === null) return null;
  const codes = new Int32Array(numRows).fill(-1);
  rows.forEach((row, at) => {
    codes[row] = clusters.codes[at]!;
  });
  return codes;
}

function interactionTests(
  { name }: Subgroup,
  { contrasts, statistic, df, pValue, test }: Interaction,
  { outcome, measure, options: { level } }: SubgroupQuestion,
): Pick<Answer, "overall" | "contrasts"> {
  const { ratio } = effectMeasure(measure);
  const back = ratio ? Math.exp : (value: number) => value;
  const about = { outcome: outcome.declaration.id, asks: "interaction", subgroup: name, measure } as const;
  const what = ratio ? "ratio of the ratios" : "difference of the differences";
  const one = contrasts.length === 1;
  const of = contrasts.map((contrast) => ({
    contrast: `${contrast.level} against ${contrast.against}`,
    estimate: back(contrast.value),
    interval: [back(contrast.interval[0]), back(contrast.interval[1])] as [number, number],
    level,
  }));
  const overall = {
    ...about,
    test: `interaction with ${name}, exploratory: ${one ? what : "whether the effects of all levels are one"} (${test})`,
    statistic,
    df,
    pValue,
    ...(one ? of[0]! : {}),
  };
  if (one) return { overall, contrasts: [] };
  return {
    overall,
    contrasts: contrasts.map((contrast, index) => ({
      ...about,
      test: `interaction with ${name}, exploratory: ${what}`,
      statistic: (contrast.value / contrast.standardError) ** 2,
      df: 1,
      pValue: contrast.pValue,
      ...of[index]!,
    })),
  };
}

function testsOf(overall: TestOfSubgroup, contrasts: readonly Test[], adjustedPValue: number): Test[] {
  return [{ ...overall, adjustedPValue }, ...contrasts];
}

function levelEstimates(
  { name }: Subgroup,
  levels: readonly Level[],
  { outcome, estimator, unit, options }: SubgroupQuestion,
  compared: Compared,
): Estimate[] {
  const { estimand, population } = describes(estimator, outcome, compared);
  return levels.map(({ effect, asLevel }) =>
    effectToEstimate(effect, {
      outcome: outcome.declaration,
      window: outcome.window,
      unit,
      estimator: estimator.estimator,
      primary: false,
      level: options.level,
      precision: null,
      estimand,
      population: `${population}, of those with ${name} ${asLevel.level} (exploratory)`,
      subgroup: `${name}=${asLevel.level}`,
    }),
  );
}

function refusal(
  rule: string,
  what: string,
  { outcome, measure, estimator }: SubgroupQuestion,
  why: string,
  unlocks: string,
): Refusal {
  const of = `subgroup ${what} of ${outcome.declaration.id}`;
  return { id: `${rule}:${outcome.declaration.id}:${measure}:${estimator.estimator}:${what}`, what: of, why, unlocks };
}
