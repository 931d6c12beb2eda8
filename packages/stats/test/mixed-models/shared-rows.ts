import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Public data beside the repository. */
export const shared = resolve(import.meta.dirname, "../../../../../shared/data");

/** Rows of a comma-separated file of theirs, by name of column. */
export function rowsOfFile(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(resolve(shared, path), "utf8").trim().replaceAll('"', "").split(/\r?\n/);
  const names = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, cell])));
}
