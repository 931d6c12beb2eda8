import { readFileSync } from "node:fs";
import type { CoverageRow } from "./row-of-cell.ts";

/** Rows of cells done so far, in the order written. */
export function rowsOf(file: string | URL): CoverageRow[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as CoverageRow);
}
