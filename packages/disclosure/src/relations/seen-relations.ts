import type { Table } from "@likewise/schema";
import { type Column, type Face, facesOf } from "./faces.ts";
import { nullSpace } from "./null-space.ts";

/** Counts that hang together in the rows of tables, whoever says so; each by its key of the results. */
export type SeenRelation =
  | { readonly kind: "equal"; readonly one: string; readonly other: string }
  /** The part is never more than the whole: the people between are a count too. */
  | { readonly kind: "within"; readonly whole: string; readonly part: string }
  | { readonly kind: "sum"; readonly plus: readonly string[]; readonly minus: readonly string[] };

/**
 * What anyone can see who lays tables side by side, row by row: which columns are the same, which lie within another,
 * and which add up, also with the month before. What the makers of tables say of them is not asked, so that a link
 * nobody declared is found as well.
 *
 * A relation counts when it holds in every row, and rows are so many more than the columns they fix that chance would
 * need luck in each. Something may be taken for a relation that is none: counts are then protected against one that
 * knows more than anybody can.
 *
 * @param tables exact, in the shape they will be published in
 * @returns each relation once for every row it holds in
 */
export function seenRelations(tables: readonly Table[]): SeenRelation[] {
  const faces = tables.flatMap(facesOf);
  const found = new Map<string, SeenRelation>();
  for (const [index, face] of faces.entries())
    for (const other of faces.slice(index)) {
      const columns = sideBySide(face, other);
      for (const relation of columns === null ? [] : relationsAmong(columns))
        found.set(JSON.stringify(relation), relation);
    }
  return [...found.values()];
}

/** How many rows more than what they fix make a relation. */
const surplusRows = 4;
/** Tables wider than this side by side tell nobody anything. */
const mostColumns = 24;

function sideBySide(face: Face, other: Face): Column[] | null {
  if (face === other) return withMonthBefore(face.columns, face.byMonth);
  if (face.table === other.table || face.by !== other.by) return null;
  const place = new Map(other.rows.map((row, index) => [row, index]));
  const shared = face.rows.flatMap((row, index) => (place.has(row) ? [[index, place.get(row)!] as const] : []));
  if (shared.length < surplusRows) return null;
  const rowsOf = (columns: readonly Column[], side: 0 | 1) =>
    columns.map(({ keys, values }) => ({
      keys: shared.map((rows) => keys[rows[side]]!),
      values: shared.map((rows) => values[rows[side]]!),
    }));
  return withMonthBefore([...rowsOf(face.columns, 0), ...rowsOf(other.columns, 1)], face.byMonth && other.byMonth);
}

/** Before the first month there was nobody. */
function withMonthBefore(columns: readonly Column[], byMonth: boolean): Column[] {
  if (!byMonth) return [...columns];
  return [
    ...columns,
    ...columns.map(({ keys, values }) => ({ keys: [null, ...keys.slice(0, -1)], values: [0, ...values.slice(0, -1)] })),
  ];
}

function relationsAmong(all: readonly Column[]): SeenRelation[] {
  const columns = all.filter(isTelling);
  const { distinct, relations } = withoutTwins(columns);
  const wide = distinct.length > mostColumns;
  return wide ? relations : [...relations, ...linear(distinct), ...nested(distinct)];
}

/** A column that is mostly empty, or the same throughout, agrees with others by itself. */
function isTelling({ values }: Column): boolean {
  const present = values.filter((value) => !Number.isNaN(value));
  return present.length >= values.length / 2 && new Set(present.filter((value) => value > 0)).size > 1;
}

/** Columns without those equal to an earlier one, and what that says row by row. */
function withoutTwins(columns: readonly Column[]): { distinct: Column[]; relations: SeenRelation[] } {
  const distinct: Column[] = [];
  const relations: SeenRelation[] = [];
  for (const column of columns) {
    const twins = distinct.filter((other) => areEqual(column, other));
    if (twins.length === 0) distinct.push(column);
    for (const twin of twins.slice(0, 1))
      for (const [row, one] of column.keys.entries()) {
        const other = twin.keys[row]!;
        if (one !== null && other !== null && one !== other) relations.push({ kind: "equal", one, other });
      }
  }
  return { distinct, relations };
}

function areEqual(one: Column, other: Column): boolean {
  const rows = sharedRows(one, other);
  const values = new Set(rows.map((row) => one.values[row]!));
  return rows.length >= surplusRows && values.size >= 3 && rows.every((row) => one.values[row] === other.values[row]);
}

function sharedRows(one: Column, other: Column): number[] {
  return [...one.values.keys()].filter((row) => !Number.isNaN(one.values[row]! + other.values[row]!));
}

/** Columns that add up, each counted once: people come and go one by one. */
function linear(columns: readonly Column[]): SeenRelation[] {
  const rows = (columns[0]?.values ?? []).map((_, row) => columns.map(({ values }) => values[row]!));
  const full = rows.filter((row) => !row.some(Number.isNaN) && row.some((value) => value !== 0));
  const matrix = [...new Map(full.map((row) => [row.join(), row])).values()];
  const relations = nullSpace(matrix, columns.length);
  if (matrix.length < columns.length - relations.length + surplusRows) return [];
  return relations
    .filter((relation) => relation.every((factor) => [-1, 0, 1].includes(factor)))
    .flatMap((relation) => rows.flatMap((row, index) => (holds(relation, row) ? inRow(relation, columns, index) : [])));
}

/** In a row that lacks one of the counts nothing is said. */
function holds(relation: readonly number[], row: readonly number[]): boolean {
  const sum = relation.reduce((all, factor, column) => (factor === 0 ? all : all + factor * row[column]!), 0);
  return Math.abs(sum) < 1e-6;
}

function inRow(relation: readonly number[], columns: readonly Column[], row: number): SeenRelation[] {
  const side = (sign: 1 | -1) =>
    relation.flatMap((factor, column) => (factor === sign ? (columns[column]!.keys[row] ?? []) : []));
  const [plus, minus] = [side(1), side(-1)];
  return plus.length + minus.length < 2 ? [] : [{ kind: "sum", plus, minus }];
}

/** A column never above another, and most often equal to it, counts some of the same people. */
function nested(columns: readonly Column[]): SeenRelation[] {
  return columns.flatMap((whole) =>
    columns.flatMap((part) => {
      const rows = sharedRows(whole, part).filter((row) => whole.keys[row] !== null && part.keys[row] !== null);
      const same = rows.filter((row) => whole.values[row] === part.values[row]);
      if (rows.length < 2 * surplusRows || same.length < rows.length / 2 || same.length === rows.length) return [];
      if (new Set(same.map((row) => whole.values[row])).size < surplusRows) return [];
      if (rows.some((row) => whole.values[row]! < part.values[row]!)) return [];
      return rows.map((row): SeenRelation => ({ kind: "within", whole: whole.keys[row]!, part: part.keys[row]! }));
    }),
  );
}
