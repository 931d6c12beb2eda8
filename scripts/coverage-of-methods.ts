/**
 * How often the intervals hold the truth, by method and situation: studies drawn from seeds fixed in advance, one row for
 * each cell, written as soon as the cell is done, so that a run that was stopped goes on where it stopped.
 *
 * Run: npx tsx --conditions=source scripts/coverage-of-methods.ts [--seeds 2000] [--only none] [--out FILE]
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { coverageCells } from "./coverage-of-methods/cells.ts";
import { coverStudy } from "./coverage-of-methods/cover-study.ts";
import { type CoverageRow, rowOfCell } from "./coverage-of-methods/row-of-cell.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    only: { type: "string" },
    out: { type: "string", default: "scripts/coverage-of-methods/rows.jsonl" },
  },
});
const seeds = Number(values.seeds);
const done = new Set(existsSync(values.out) ? rowsOf(values.out).map(({ id }) => id) : []);
const wanted = coverageCells.filter(
  ({ id }) => !done.has(id) && (values.only === undefined || id.startsWith(values.only)),
);
for (const cell of wanted) {
  const row = rowOfCell(
    cell,
    Array.from({ length: seeds }, (_, seed) => coverStudy(cell, seed + 1)),
  );
  appendFileSync(values.out, `${JSON.stringify(row)}\n`);
  console.error(`${row.id}: ${(100 * row.coverage).toFixed(1)} %, ${row.verdict}`);
}

function rowsOf(file: string): CoverageRow[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as CoverageRow);
}
