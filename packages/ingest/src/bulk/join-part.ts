import { type EncodedPart, type PackedPart, widened } from "./encode-part.ts";

/** A part of a file with the part behind it put at its end; the first is used up. */
export function joinPart(first: EncodedPart, second: PackedPart): EncodedPart {
  const numRows = first.numRows + second.numRows;
  const codes = widened(first.codes, numRows, first.numRows, 1);
  for (const [column, { absorb }] of first.dictionaries.entries()) {
    const numbers = absorb(second.texts[column]!);
    const [own, its] = [codes[column]!, second.codes[column]!];
    renumber(its, second.numRows, numbers, own, first.numRows);
  }
  const places = {
    rows: [...first.places.rows, ...second.places.rows.map((row) => first.numRows + row)],
    starts: [...first.places.starts, ...second.places.starts],
  };
  const other = second.firstOther === null ? null : Buffer.from(second.firstOther);
  return {
    bytes: second.bytes,
    numRows,
    dictionaries: first.dictionaries,
    codes,
    uneven: [...first.uneven, ...second.uneven.map((row) => first.numRows + row)],
    wide: first.wide || second.wide,
    places,
    firstOther: first.firstOther ?? other,
  };
}

function renumber(codes: Int32Array, rows: number, numbers: Int32Array, into: Int32Array, start: number): void {
  for (let row = 0; row < rows; row++) into[start + row] = codes[row] === -1 ? -1 : numbers[codes[row]!]!;
}
