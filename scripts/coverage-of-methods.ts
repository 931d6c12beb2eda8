/**
 * How often the intervals hold the truth, by method and situation: studies drawn from seeds fixed in advance, one row for
 * each cell, written as soon as the cell is done, so that a run that was stopped goes on where it stopped.
 *
 * Run: npx tsx --conditions=source scripts/coverage-of-methods.ts [--seeds 2000] [--only none] [--out FILE] [--document FILE]
 */
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { coverageCells } from "./coverage-of-methods/cells.ts";
import { coverStudy } from "./coverage-of-methods/cover-study.ts";
import { documentOf } from "./coverage-of-methods/document.ts";
import { rowOfCell } from "./coverage-of-methods/row-of-cell.ts";
import { rowsOf } from "./coverage-of-methods/rows-of.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "2000" },
    only: { type: "string" },
    document: { type: "string", default: "docs/interval-coverage.md" },
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
    Array.from({ length: cell.seeds ?? seeds }, (_, seed) => coverStudy(cell, seed + 1)),
  );
  appendFileSync(values.out, `${JSON.stringify(row)}\n`);
  console.error(`${row.id}: ${(100 * row.coverage).toFixed(1)} %, ${row.verdict}`);
}
writeFileSync(values.document, documentOf(rowsOf(values.out)));
