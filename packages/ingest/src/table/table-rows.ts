import type { FlatFile } from "../files/flat-file.ts";

/** The rows of all files of a table, one after the other; row numbers below are positions in it, 0 for the first. */
export interface TableRows {
  readonly files: readonly FlatFile[];
  /** Position of each file's first row. */
  readonly starts: readonly number[];
  readonly cells: readonly (readonly string[])[];
}

/** Where a row came from. */
export interface RowOrigin {
  /** Position of the file in the plan's list. */
  readonly file: number;
  /** 1-based row of data in that file, blank rows counted, the header not. */
  readonly row: number;
  /** Line of the file on which it begins. */
  readonly line: number;
}

export function tableRows(files: readonly FlatFile[]): TableRows {
  const starts: number[] = [];
  let start = 0;
  for (const file of files) {
    starts.push(start);
    start += file.rows.length;
  }
  return { files, starts, cells: files.length === 1 ? files[0]!.rows : files.flatMap((file) => file.rows) };
}

export function originOf({ files, starts }: TableRows, row: number): RowOrigin {
  let file = 0;
  while (file + 1 < starts.length && starts[file + 1]! <= row) file++;
  const index = row - starts[file]!;
  const { lines } = files[file]!;
  return { file, row: index + 1, line: typeof lines === "number" ? lines + index : lines[index]! };
}
