import type { IdentifierValues } from "./read-identifiers.ts";

/** Both sides of a linkage with their identifiers numbered alike: equal numbers are equal values, -1 is missing. */
export interface CodedSides {
  readonly records: number;
  readonly people: number;
  readonly identifiers: ReadonlyMap<string, CodedIdentifier>;
  /** Which record each row of the table is: rows alike in every identifier are one, compared once. */
  readonly recordOf: Int32Array;
}

export interface CodedIdentifier {
  readonly ofRecords: Int32Array;
  readonly ofPeople: Int32Array;
  readonly values: readonly string[];
}

/**
 * Numbers the identifiers of two sides alike, and makes records of the rows of the first.
 *
 * @param apart rows that are records of their own, whatever they share (somebody has decided about them)
 */
export function linkRecords(
  rows: ReadonlyMap<string, IdentifierValues>,
  people: ReadonlyMap<string, IdentifierValues>,
  numbers: { readonly rows: number; readonly people: number },
  apart: ReadonlySet<number>,
): CodedSides {
  const shared = [...rows].map(([role, ofRows]) => [role, shareCodes(ofRows, people.get(role)!)] as const);
  const { recordOf, firstRows } = distinctRows(
    shared.map(([, { left }]) => left),
    numbers.rows,
    apart,
  );
  const identifiers = shared.map(([role, { left, right, values }]) => {
    return [role, { ofRecords: firstRows.map((row) => left[row]!), ofPeople: right, values }] as const;
  });
  return { records: firstRows.length, people: numbers.people, identifiers: new Map(identifiers), recordOf };
}

function shareCodes(left: IdentifierValues, right: IdentifierValues) {
  const values = [...left.values];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const shared = right.values.map((value) => codeOf.get(value) ?? values.push(value) - 1);
  return { left: left.codes, right: right.codes.map((code) => (code === -1 ? -1 : shared[code]!)), values };
}

/** Rows numbered by what all their codes are together, one identifier at a time. */
function distinctRows(
  columns: readonly Int32Array[],
  rows: number,
  apart: ReadonlySet<number>,
): { recordOf: Int32Array; firstRows: Int32Array } {
  let keys = Float64Array.from({ length: rows }, (_, row) => (apart.has(row) ? row + 1 : 0));
  for (const codes of columns) {
    const widest = codes.reduce((most, code) => Math.max(most, code), 0) + 2;
    keys = renumbered(keys.map((key, row) => key * widest + codes[row]! + 1));
  }
  keys = renumbered(keys);
  const firstRows: number[] = [];
  keys.forEach((key, row) => {
    if (key === firstRows.length) firstRows.push(row);
  });
  return { recordOf: Int32Array.from(keys), firstRows: Int32Array.from(firstRows) };
}

/** Keys numbered from 0 in the order in which they first occur. */
function renumbered(keys: Float64Array): Float64Array<ArrayBuffer> {
  const numberOf = new Map<number, number>();
  return Float64Array.from(keys, (key) => {
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, numberOf.size);
    return numberOf.size - 1;
  });
}
