import type { Issue, MeasureScore, NumberColumn, Refusal } from "@likewise/schema";
import { type ItemValues, itemValues } from "../scoring/item-values.ts";
import { type MeasureScores, type ScoreColumn, scoreMeasure } from "../scoring/score-measure.ts";
import { describeLine } from "./describe-line.ts";
import type { EntryDescribed, MeasuredEntry } from "./describe-measures.ts";

/** One score of an entry, one value a questionnaire. */
export interface ScoredLine {
  readonly score: MeasureScore;
  readonly values: NumberColumn;
  /** how it was made of items; null of totals made elsewhere */
  readonly made: ScoreColumn | null;
  /** answers as they count; null of totals made elsewhere */
  readonly items: ItemValues | null;
  readonly unverified: readonly string[];
}

/** The scores an entry asks for, each described; an entry whose answers look coded otherwise than stated has none. */
export function describeScores(entry: MeasuredEntry): EntryDescribed {
  const { definition, id } = entry;
  const asked = scoresAsked(entry);
  const missing = asked.filter((score) => !definition.scores.some((one) => one.id === score));
  const unknown = missing.map(
    (score): Refusal => ({
      id: `measure-score:${id}-${score}`,
      what: `${score === "" ? "a score" : `score ${score}`} of ${definition.abbreviation}`,
      why: `its definition holds ${definition.scores.length === 0 ? "no score" : `the scores ${definition.scores.map((one) => one.id).join(", ")}`}`,
      unlocks: "one of these in measures.scores",
    }),
  );
  const scored = scoredForms(entry);
  if ("why" in scored) return { ...nothing, refusals: [scored, ...unknown] };
  const lines = definition.scores.filter(({ id: score }) => asked.includes(score));
  const described = lines.map((score) => describeLine(entry, scored.lineOf(score)));
  return {
    measures: described.flatMap(({ measures }) => measures),
    tables: described.flatMap(({ tables }) => tables),
    refusals: [...unknown, ...described.flatMap(({ refusals }) => refusals)],
    issues: [...scored.issues, ...unique(described.flatMap(({ issues }) => issues))],
    scores: new Map(described.flatMap(({ scores }) => [...scores])),
  };
}

/** Scores an entry asks for, by id; its primary one where it asks for none. */
export function scoresAsked({ definition, plan }: MeasuredEntry): readonly string[] {
  return plan.scores ?? [(definition.scores.find(({ primary }) => primary) ?? definition.scores[0])?.id ?? ""];
}

const nothing: EntryDescribed = {
  measures: [],
  tables: [],
  refusals: [],
  issues: [],
  scores: new Map(),
};

interface Scored {
  readonly issues: readonly Issue[];
  lineOf(score: MeasureScore): ScoredLine;
}

/** The answers of an entry as scores, or why they are none. */
export function scoredForms(entry: MeasuredEntry): Scored | Refusal {
  const { forms, definition } = entry;
  const { answers, totals } = forms;
  if (answers === null) {
    if (totals!.values.length === 0) return nobody(entry);
    if (definition.scores.length > 1) return whichTotal(entry);
    const unverified = ["how the totals were added up, which was done elsewhere"];
    return {
      issues: [],
      lineOf: (score) => ({ score, values: totals!, made: null, items: null, unverified }),
    };
  }
  const found = scoresOf(entry, answers);
  if ("why" in found) return found;
  const items = itemValues(askedOf(entry, answers));
  return {
    issues: found.issues.map((issue) => {
      const item = columnNumber(entry, issue.column ?? "");
      return { ...issue, table: "measures", row: forms.placeOf(issue.row! - 1, item), column: "response" };
    }),
    lineOf: (score) => {
      const made = found.scores.find(({ id }) => id === score.id)!;
      return { score, values: made.values, made, items, unverified: made.unverified };
    },
  };
}

function askedOf({ definition, plan }: MeasuredEntry, answers: NonNullable<MeasuredEntry["forms"]["answers"]>) {
  const { missingCodes, coding, order } = plan;
  const variant = definition.items.order?.variants.find(({ id }) => id === order);
  const reverse = coding === "already-reversed" ? [] : (variant?.reverse ?? definition.items.reverse);
  return { definition, answers, reverse, ...(missingCodes === undefined ? {} : { missingCodes }) };
}

function scoresOf(
  entry: MeasuredEntry,
  answers: NonNullable<MeasuredEntry["forms"]["answers"]>,
): MeasureScores | Refusal {
  const { id, definition, plan } = entry;
  const { missingCodes, coding, order } = plan;
  const orders = definition.items.order;
  const known = orders === undefined ? [] : [orders.id, ...orders.variants.map((one) => one.id)];
  if (order !== undefined && !known.includes(order)) {
    return {
      id: `measure-order:${id}`,
      what: `scores of ${definition.abbreviation}`,
      why: `its definition does not know the order ${order} of items`,
      unlocks: known.length === 0 ? "no order in the plan: one alone is known" : `one of ${known.join(", ")}`,
    };
  }
  const found = scoreMeasure({
    definition,
    answers,
    ...(missingCodes === undefined ? {} : { missingCodes }),
    ...(coding === undefined ? {} : { coding }),
    ...(order === undefined ? {} : { order }),
  });
  return "refused" in found ? { id: `measure-coding:${id}`, ...found.refused } : found;
}

function columnNumber({ definition }: MeasuredEntry, column: string): number {
  const [before, after] = definition.items.pattern.split("{n}");
  return Number(column.slice(before!.length, column.length - (after ?? "").length)) || 1;
}

function nobody({ id, plan, definition }: MeasuredEntry): Refusal {
  return {
    id: `measure-no-answers:${id}`,
    what: `scores of ${definition.abbreviation}`,
    why: `the table holds no answers of this reporter at ${plan.waves.join(", ")}`,
    unlocks: "Answers under this measure, reporter and time point, or the names the table uses",
  };
}

function whichTotal({ id, definition }: MeasuredEntry): Refusal {
  return {
    id: `measure-totals:${id}`,
    what: `scores of ${definition.abbreviation}`,
    why: "the instrument has several scores, and the table holds totals that do not say which",
    unlocks: "Answers item by item",
  };
}

/** Several scores of one questionnaire meet the same wrong record. */
export function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, row, column }) => {
    const key = JSON.stringify([code, row, column]);
    return !seen.has(key) && seen.add(key);
  });
}
