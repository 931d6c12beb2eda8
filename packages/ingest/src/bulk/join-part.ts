import type { EncodedPart, PackedPart, RowRoom } from "./encode-part.ts";
import type { CodeMove, CodeRenaming } from "./move-codes.ts";

/**
 * A part of a file with the part behind it put at its end; the first is used up. Null where the codes of the second cannot
 * be moved.
 *
 * @param room      of the second part, in the columns of the first
 * @param moveCodes moves codes on another thread: meanwhile the texts of the next column are put together on this one
 */
export async function joinPart(
  first: EncodedPart,
  second: PackedPart,
  room: RowRoom,
  moveCodes: (move: CodeMove) => Promise<true | null>,
): Promise<EncodedPart | null> {
  const numRows = first.numRows + second.numRows;
  const moves: Promise<true | null>[] = [];
  const rowsOf = first.dictionaries.map(({ absorb, texts }, column) => {
    const ownSize = texts.size;
    const its = second.texts[column]!;
    const renaming = absorb(its);
    const codes = first.codes[column]!;
    moves.push(moveCodes({ codes, from: room.from, to: first.numRows, count: second.numRows, renaming }));
    return texts.size === numRows
      ? null
      : summed(first.rowsOf[column]!, second.rowsOf[column]!, renaming, [ownSize, its.size, texts.size]);
  });
  const places = {
    rows: [...first.places.rows, ...second.places.rows.map((row) => first.numRows + row)],
    starts: [...first.places.starts, ...second.places.starts],
  };
  const other = second.firstOther === null ? null : Buffer.from(second.firstOther);
  if ((await Promise.all(moves)).includes(null)) return null;
  return {
    bytes: second.bytes,
    numRows,
    dictionaries: first.dictionaries,
    codes: first.codes,
    rowsOf,
    uneven: [...first.uneven, ...second.uneven.map((row) => first.numRows + row)],
    wide: first.wide || second.wide,
    places,
    firstOther: first.firstOther ?? other,
  };
}

/** Rows of each text in both parts; of a part null where each of its texts stands in one row. */
function summed(
  own: Int32Array | null,
  its: Int32Array | null,
  renaming: CodeRenaming,
  [ownSize, itsSize, size]: readonly [number, number, number],
): Int32Array<ArrayBuffer> {
  const rowsOf = new Int32Array(size);
  if (own === null) rowsOf.fill(1, 0, ownSize);
  else rowsOf.set(own);
  for (let code = 0; code < itsSize; code++) {
    const renamed = typeof renaming === "number" ? code + renaming : renaming[code]!;
    rowsOf[renamed]! += its === null ? 1 : its[code]!;
  }
  return rowsOf;
}
