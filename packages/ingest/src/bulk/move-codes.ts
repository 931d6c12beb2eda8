import type { SharedCodes } from "./shared-codes.ts";

/** Codes of a column to be renamed, and to be put further ahead in it. */
export interface CodeMove {
  readonly codes: SharedCodes;
  /** Where they begin, and where they shall: there, or before. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly renaming: CodeRenaming;
}

/** What becomes of codes: the new one by the old, or what is added to each. */
export type CodeRenaming = SharedCodes | number;

/** A code of -1, which stands for no text, stays as it is. */
export function moveCodes({ codes, from, to, count, renaming }: CodeMove): void {
  if (typeof renaming === "number") {
    for (let row = 0; row < count; row++) {
      const code = codes[from + row]!;
      codes[to + row] = code === -1 ? -1 : code + renaming;
    }
    return;
  }
  for (let row = 0; row < count; row++) {
    const code = codes[from + row]!;
    codes[to + row] = code === -1 ? -1 : renaming[code]!;
  }
}
