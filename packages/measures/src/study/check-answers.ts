import type { Columns, Issue, MeasureDefinition, MeasurePlan, Refusal, StudyPlan } from "@likewise/schema";
import { pairWaves } from "../change/pair-waves.ts";
import { describeIndicatorSet } from "./describe-indicator-set.ts";
import { nobodyTwice, placedIssues } from "./describe-line.ts";
import { measuredEntry } from "./describe-measures.ts";
import { scoredForms, scoresAsked, unique } from "./describe-scores.ts";
import { lineId } from "./result-of.ts";

/** What is wrong with the answers of a study, and which instruments cannot be scored or followed over time at all. */
export interface AnswersChecked {
  /** by row of the table `measures`, from 1 */
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
}

/**
 * Every instrument of a plan (`measures`) read, scored and paired, and nothing worked out: what `describeMeasures` would
 * report of its rows, without the cost.
 */
export function checkAnswers(input: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
}): AnswersChecked {
  const checked = (input.plan.measures ?? []).map((entry) => checkEntry(entry, input));
  return {
    issues: checked.flatMap(({ issues }) => issues),
    refusals: checked.flatMap(({ refusals }) => refusals),
  };
}

function checkEntry(entry: MeasurePlan, input: Parameters<typeof checkAnswers>[0]): AnswersChecked {
  const given = measuredEntry(entry, { ...input, armOf: new Map(), assigned: "not at random" });
  if ("why" in given) return { issues: [], refusals: [given] };
  const { definition, forms, plan } = given;
  if (definition.kind === "indicator-set") {
    const { issues, refusals } = describeIndicatorSet(given);
    return { issues: [...forms.issues, ...issues], refusals };
  }
  const scored = scoredForms(given);
  if ("why" in scored) return { issues: forms.issues, refusals: [scored] };
  if (plan.waves.length < 2) return { issues: [...forms.issues, ...scored.issues], refusals: [] };
  const asked = scoresAsked(given);
  const pairs = definition.scores
    .filter(({ id }) => asked.includes(id))
    .map((score) => {
      const { person, wave, date } = forms;
      const [pre, post] = [plan.waves[0], plan.waves.at(-1)!];
      const paired = pairWaves({ person, wave, date, score: scored.lineOf(score).values, pre, post });
      return { paired, id: lineId(given.id, definition.scores.length, score.id) };
    });
  return {
    issues: [...forms.issues, ...scored.issues, ...unique(pairs.flatMap(({ paired }) => placedIssues(paired, given)))],
    refusals: pairs.flatMap(({ paired, id }) => nobodyTwice(paired, given, id) ?? []),
  };
}
