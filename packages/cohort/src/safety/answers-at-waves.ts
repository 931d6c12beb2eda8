import type { Columns } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";

/** One answer of one person. */
export interface AnswerAtWave {
  readonly person: string;
  readonly wave: string;
  readonly day: number | null;
  readonly response: string;
  readonly row: number;
}

/**
 * Answers to one item of a measure, or its totals (rows without an item). Of several of one person at one wave the last
 * by date stands; two of one day that differ contradict each other, and none does.
 *
 * @param who whose answers count
 */
export function answersAtWaves(
  measures: Columns | undefined,
  { measure, item }: { readonly measure: string; readonly item?: string | undefined },
  who: (person: string) => boolean,
): AnswerAtWave[] {
  if (measures === undefined) return [];
  const { columns } = measures;
  const standing = new Map<string, AnswerAtWave | null>();
  const last = new Map<string, AnswerAtWave>();
  for (let row = 0; row < measures.numRows; row++) {
    const [person, wave, response] = [
      textAt(columns.person, row),
      textAt(columns.wave, row),
      textAt(columns.response, row),
    ];
    if (person === null || wave === null || response === null || !who(person)) continue;
    if (textAt(columns.measure, row) !== measure || textAt(columns.item, row) !== (item ?? null)) continue;
    const now = { person, wave, day: dayAt(columns.date, row), response, row };
    const key = JSON.stringify([person, wave]);
    const before = last.get(key);
    const order = before === undefined ? 1 : (now.day ?? -Infinity) - (before.day ?? -Infinity);
    if (Number.isNaN(order) || order === 0) {
      if (before!.response !== response) standing.set(key, null);
    } else if (order > 0) {
      last.set(key, now);
      standing.set(key, now);
    }
  }
  return [...standing.values()].filter((one) => one !== null);
}

/** The number an answer is; null where it is none. */
export function numberOf(response: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(response) ? Number(response) : null;
}
