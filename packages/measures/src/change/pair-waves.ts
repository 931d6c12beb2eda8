import {
  type CategoryColumn,
  cell,
  type DateColumn,
  type Issue,
  isPresent,
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
  const { ids, firstRows, laterRows, repeated, otherWaves } = rowsByPerson(person, wave, pre, post);
  const issues = Array.from(repeated, (row) =>
    rejected(row, "two_records_for_wave", "one record a person and time point", "another for the same"),
  );
  const order = inNaturalOrder(ids);
  if (date !== undefined) dropEarly(order, firstRows, laterRows, date, issues);
  const [first, later] = [columnOf(score, firstRows, order), columnOf(score, laterRows, order)];
  const counts = { both: 0, preOnly: 0, postOnly: 0, neither: 0 };
  for (let at = 0; at < ids.length; at++) {
    if (isPresent(first, at)) counts[isPresent(later, at) ? "both" : "preOnly"]++;
    else counts[isPresent(later, at) ? "postOnly" : "neither"]++;
  }
  return {
    ids: Array.from(order, (at) => ids[at]!),
    pre: first,
    post: later,
    account: { people: ids.length, ...counts, otherWaves },
    issues: issues.sort((a, b) => a.row! - b.row!),
  };
}

/** Row of a person who has none, or several of which neither is known to be the right one. */
const [noRow, severalRows] = [-1, -2];

/** Rows of both time points by person, each in the order in which their ids first stand. */
function rowsByPerson(person: PairWavesInput["person"], wave: PairWavesInput["wave"], pre: string, post: string) {
  const rows = person.values.length;
  const keys: (string | number)[] = [];
  const placeOf = new Map<string | number, number>();
  const firstRows = new Int32Array(rows).fill(noRow);
  const laterRows = new Int32Array(rows).fill(noRow);
  const repeated: number[] = [];
  const sideOf = sides(wave, pre, post);
  const idOf =
    person.type === "text"
      ? (key: string | number) => String(key)
      : (key: string | number) => person.levels[key as number]!;
  const { values, valid } = person;
  let otherWaves = 0;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    const side = sideOf(row);
    if (side === 0 || (valid !== null && valid[row] === 0)) {
      otherWaves++;
      continue;
    }
    const key = values[row]!;
    // Time points mostly stand one below the other in the same order of people, which no look-up is needed for.
    let place = keys[last + 1] === key ? last + 1 : placeOf.get(key);
    if (place === undefined) {
      place = keys.length;
      placeOf.set(key, place);
      keys.push(key);
    }
    last = place;
    const of = side === 1 ? firstRows : laterRows;
    const standing = of[place]!;
    if (standing === noRow) of[place] = row;
    else {
      if (standing !== severalRows) repeated.push(standing);
      repeated.push(row);
      of[place] = severalRows;
    }
  }
  return { ids: keys.map(idOf), firstRows, laterRows, repeated, otherWaves };
}

/** 1 at the first time point, 2 at the later one, 0 at others. */
function sides(wave: PairWavesInput["wave"], pre: string, post: string): (row: number) => 0 | 1 | 2 {
  const sideOf = (name: string) => (name === pre ? 1 : name === post ? 2 : 0);
  if (wave.type === "text") return (row) => (isPresent(wave, row) ? sideOf(wave.values[row]!) : 0);
  const byCode = wave.levels.map(sideOf);
  return (row) => (isPresent(wave, row) ? byCode[wave.values[row]!]! : 0);
}

/** Places in natural order of the ids; ids of a file are in order more often than not. */
function inNaturalOrder(ids: readonly string[]): Int32Array {
  const places = Int32Array.from(ids, (_, at) => at);
  const isOrdered = ids.every((id, at) => at === 0 || naturalOrder(ids[at - 1]!, id) < 0);
  return isOrdered ? places : places.sort((a, b) => naturalOrder(ids[a]!, ids[b]!));
}

/** A later time point answered on the day of the first or before is none. */
function dropEarly(
  order: Int32Array,
  firstRows: Int32Array,
  laterRows: Int32Array,
  date: DateColumn,
  issues: Issue[],
): void {
  for (const place of order) {
    const [first, later] = [firstRows[place]!, laterRows[place]!];
    if (first < 0 || later < 0) continue;
    const [from, to] = [cell(date, first) as number | null, cell(date, later) as number | null];
    if (from === null || to === null || to > from) continue;
    issues.push(rejected(later, "post_before_pre", "after the first time point", "the same day or before"));
    laterRows[place] = noRow;
  }
}

function rejected(row: number, code: string, expected: string, found: string): Issue {
  return { code, severity: "rejected", table: "measures", file: null, row: row + 1, column: null, expected, found };
}

function columnOf(score: NumberColumn, rows: Int32Array, order: Int32Array): NumberColumn {
  const values = new Float64Array(order.length);
  const valid = new Uint8Array(order.length);
  let present = 0;
  for (let at = 0; at < order.length; at++) {
    const row = rows[order[at]!]!;
    if (row < 0 || !isPresent(score, row)) continue;
    values[at] = score.values[row]!;
    valid[at] = 1;
    present++;
  }
  return { type: "number", values, valid: present === order.length ? null : valid };
}
