import { type EncodedPart, type PackedPart, widened } from "./encode-part.ts";

/** A part of a file with the part behind it put at its end; the first is used up. */
export function joinPart(first: EncodedPart, second: PackedPart): EncodedPart {
  const numRows = first.numRows + second.numRows;
  const codes = widened(first.codes, numRows, first.numRows, 1);
  const rowsOf = first.dictionaries.map(({ absorb, texts }, column) => {
    const numbers = absorb(second.texts[column]!);
    renumber(second.codes[column]!, second.numRows, numbers, codes[column]!, first.numRows);
    return summed(first.rowsOf[column]!, second.rowsOf[column]!, numbers, texts.size);
  });
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
    rowsOf,
    uneven: [...first.uneven, ...second.uneven.map((row) => first.numRows + row)],
    wide: first.wide || second.wide,
    places,
    firstOther: first.firstOther ?? other,
  };
}

function renumber(codes: Int32Array, rows: number, numbers: Int32Array, into: Int32Array, start: number): void {
  for (let row = 0; row < rows; row++) into[start + row] = codes[row] === -1 ? -1 : numbers[codes[row]!]!;
}

/** Rows of each text in both parts. */
function summed(own: Int32Array, its: Int32Array, numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const rowsOf = new Int32Array(size);
  rowsOf.set(own);
  for (let code = 0; code < its.length; code++) rowsOf[numbers[code]!]! += its[code]!;
  return rowsOf;
}
