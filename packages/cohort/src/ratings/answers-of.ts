import type { Columns } from "@likewise/schema";
import type { Cases } from "../pathway/cases.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import type { RatingsPlan } from "./rating-change.ts";

/** The answer that stands at one time point. */
export interface Answer {
  /** Place on the scale; null where two answers of one day differ. */
  readonly score: number | null;
  readonly day: number | null;
  readonly row: number;
}

/** Answers of one measure by item, unit and time point, of people who are cases. */
export function answersOf(
  measures: Columns | undefined,
  { people, members, reached }: Cases,
  { measure, answers: words }: RatingsPlan,
): { readonly answers: Map<string, Map<number, Map<string, Answer>>>; readonly notRead: number } {
  const answers = new Map<string, Map<number, Map<string, Answer>>>();
  if (measures === undefined) return { answers, notRead: 0 };
  const isCase = new Set([...members, ...(reached.get("started")?.keys() ?? [])]);
  const units = unitsOfRows(measures, people);
  let notRead = 0;
  for (let row = 0; row < units.length; row++) {
    const { measure: measured, item, wave, response, date } = measures.columns;
    const [on, at, said] = [textAt(item, row), textAt(wave, row), textAt(response, row)];
    if (!isCase.has(units[row]!) || textAt(measured, row) !== measure) continue;
    if (on === null || at === null || said === null) continue;
    const score = scoreOf(said, words);
    if (score === null) {
      notRead += 1;
      continue;
    }
    const byUnit = answers.get(on) ?? new Map<number, Map<string, Answer>>();
    answers.set(on, byUnit);
    const byTime = byUnit.get(units[row]!) ?? new Map<string, Answer>();
    byUnit.set(units[row]!, byTime);
    byTime.set(at, standing(byTime.get(at), { score, day: dayAt(date, row), row }));
  }
  return { answers, notRead };
}

/** The last by date; an answer without a day comes before every dated one. */
function standing(before: Answer | undefined, now: Answer): Answer {
  if (before === undefined) return now;
  const [a, b] = [before.day ?? Number.NEGATIVE_INFINITY, now.day ?? Number.NEGATIVE_INFINITY];
  if (a !== b) return a > b ? before : now;
  return before.score === now.score ? before : { ...before, score: null };
}

function scoreOf(said: string, words: readonly string[] | undefined): number | null {
  if (words !== undefined) {
    const place = words.indexOf(said);
    return place < 0 ? null : place;
  }
  return /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : null;
}
