import {
  type CategoryColumn,
  cell,
  type DateColumn,
  type Issue,
  type NumberColumn,
  naturalOrder,
  type TextColumn,
} from "@likewise/schema";

export interface PairWavesInput {
  /** whose score it is, one entry a row */
  readonly person: TextColumn | CategoryColumn;
  /** time point of each row */
  readonly wave: TextColumn | CategoryColumn;
  readonly score: NumberColumn;
  /** day it was answered; checked where given */
  readonly date?: DateColumn;
  /** name of the first time point, as the data have it */
  readonly pre: string;
  /** name of the later one */
  readonly post: string;
}

/** People in natural order of their ids, with both scores where there are both. */
export interface PairedWaves {
  readonly ids: readonly string[];
  readonly pre: NumberColumn;
  readonly post: NumberColumn;
  readonly account: {
    readonly people: number;
    readonly both: number;
    readonly preOnly: number;
    readonly postOnly: number;
    readonly neither: number;
    /** rows of other time points */
    readonly otherWaves: number;
  };
  readonly issues: readonly Issue[];
}

/**
 * Joins the scores of two named time points by person. Two records of one person at one time point are both rejected, for
 * neither is known to be the right one; so is a later time point answered before the first.
 *
 * @returns everybody with a record at either time point; a missing score stays missing
 * @throws RangeError when lengths differ, or pre and post are the same
 * @example
 * const person = { type: "text", values: ["b", "a", "b"], valid: null };
 * const wave = { type: "text", values: ["intake", "intake", "exit"], valid: null };
 * const score = { type: "number", values: Float64Array.of(12, 9, 5), valid: null };
 * pairWaves({ person, wave, score, pre: "intake", post: "exit" }).account.both; // 1
 */
export function pairWaves({ person, wave, score, date, pre, post }: PairWavesInput): PairedWaves {
  const rows = score.values.length;
  if (
    person.values.length !== rows ||
    wave.values.length !== rows ||
    (date !== undefined && date.values.length !== rows)
  ) {
    throw new RangeError(
      `pairWaves: person, wave, score and date must have equal lengths, got ${person.values.length}, ${wave.values.length} and ${rows}`,
    );
  }
  if (pre === post) throw new RangeError(`pairWaves: pre and post must be different time points, got ${pre} twice`);
  const found = new Map<string, { pre: number[]; post: number[] }>();
  let otherWaves = 0;
  for (let row = 0; row < rows; row++) {
    const id = cell(person, row);
    const at = cell(wave, row);
    if (id === null || (at !== pre && at !== post)) {
      otherWaves++;
      continue;
    }
    let of = found.get(String(id));
    if (of === undefined) {
      of = { pre: [], post: [] };
      found.set(String(id), of);
    }
    of[at === pre ? "pre" : "post"].push(row);
  }
  const issues: Issue[] = [];
  const ids = [...found.keys()].sort(naturalOrder);
  const chosen = ids.map((id) => rowsOf(found.get(id)!, date, issues));
  const valueAt = (row: number | null) => (row === null ? null : (cell(score, row) as number | null));
  const first = chosen.map((one) => valueAt(one.pre));
  const later = chosen.map((one) => valueAt(one.post));
  const count = (has: (at: number) => boolean) => ids.reduce((total, _, at) => total + (has(at) ? 1 : 0), 0);
  return {
    ids,
    pre: columnOf(first),
    post: columnOf(later),
    account: {
      people: ids.length,
      both: count((at) => first[at] !== null && later[at] !== null),
      preOnly: count((at) => first[at] !== null && later[at] === null),
      postOnly: count((at) => first[at] === null && later[at] !== null),
      neither: count((at) => first[at] === null && later[at] === null),
      otherWaves,
    },
    issues: issues.sort((a, b) => a.row! - b.row!),
  };
}

function rowsOf(
  of: { pre: readonly number[]; post: readonly number[] },
  date: DateColumn | undefined,
  issues: Issue[],
) {
  const one = (rows: readonly number[]) => {
    if (rows.length > 1)
      for (const row of rows)
        issues.push(
          rejected(row, "two_records_for_wave", "one record a person and time point", "another for the same"),
        );
    return rows.length === 1 ? rows[0]! : null;
  };
  const pre = one(of.pre);
  const post = one(of.post);
  if (pre === null || post === null || date === undefined) return { pre, post };
  const [from, to] = [cell(date, pre), cell(date, post)];
  if (from === null || to === null || to > from) return { pre, post };
  issues.push(rejected(post, "post_before_pre", "after the first time point", "the same day or before"));
  return { pre, post: null };
}

function rejected(row: number, code: string, expected: string, found: string): Issue {
  return { code, severity: "rejected", table: "measures", file: null, row: row + 1, column: null, expected, found };
}

function columnOf(values: readonly (number | null)[]): NumberColumn {
  const valid = values.includes(null) ? Uint8Array.from(values, (value) => (value === null ? 0 : 1)) : null;
  return { type: "number", values: Float64Array.from(values, (value) => value ?? 0), valid };
}
