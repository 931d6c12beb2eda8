/**
 * How often a programme that does nothing is called better or worse, and how often one with the smallest effect of interest
 * is called better, from tables to claims. Seeds are fixed in advance; each block of a hundred is written as soon as it is
 * done, so that a run that was stopped goes on where it stopped.
 *
 * Run: npx tsx --conditions=source scripts/calibration.ts [--runs 17] [--out FILE] [--document FILE]
 */
import { appendFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type CalibrationDesign, calibrationDesigns } from "./calibration/designs.ts";
import { documentOf } from "./calibration/document.ts";
import { drawProgramme } from "./calibration/draw-programme.ts";
import { plannedPower } from "./calibration/planned-power.ts";
import { printedPower } from "./calibration/printed-power.ts";
import { type CalibrationRow, rowsOf, truths, type VerdictRow, written } from "./calibration/rows.ts";
import { studyFiles } from "./calibration/study-files.ts";
import { programmesWanted, summariseCalibration } from "./calibration/summarise-calibration.ts";
import { type StudyVerdict, verdictOfProgramme } from "./calibration/verdict-of-programme.ts";
import { verdictOfRun } from "./calibration/verdict-of-run.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "17" },
    document: { type: "string", default: "docs/calibration.md" },
    out: { type: "string", default: "scripts/calibration/rows.jsonl" },
  },
});
const inBlock = 100;

for (const design of calibrationDesigns) {
  for (const truth of Object.keys(truths) as (keyof typeof truths)[]) {
    for (let from = 1; !isDone(design, truth); from += inBlock) {
      if (isOnFile("in-process", design, truth, from)) continue;
      const studies = seeds(from, from + inBlock - 1).map((seed) =>
        verdictOfProgramme(design, drawProgramme(design, truths[truth], seed)),
      );
      keepVerdicts("in-process", design, truth, from, studies);
    }
    if (isOnFile("full-command", design, truth, 1)) continue;
    const studies: StudyVerdict[] = [];
    for (const seed of seeds(1, Number(values.runs)))
      studies.push(await verdictOfRun(studyFiles(design, drawProgramme(design, truths[truth], seed))));
    keepVerdicts("full-command", design, truth, 1, studies);
  }
  const isPlanned = rowsOf(values.out).some((row) => row.kind === "plan" && row.design === design.id);
  if (!isPlanned) keep({ kind: "plan", design: design.id, ...plannedPower(design, programmesWanted) });
  const isPrinted = rowsOf(values.out).some((row) => row.kind === "printed" && row.design === design.id);
  const printed = isPrinted ? null : await printedPower(design);
  if (printed !== null) keep({ kind: "printed", design: design.id, ...printed });
}
writeFileSync(values.document, documentOf(rowsOf(values.out)));

function isDone(design: CalibrationDesign, truth: keyof typeof truths): boolean {
  const cell = summariseCalibration(rowsOf(values.out)).find((one) => one.design === design.id && one.truth === truth);
  return (cell?.reached ?? 0) >= programmesWanted;
}

function isOnFile(
  kind: VerdictRow["kind"],
  design: CalibrationDesign,
  truth: keyof typeof truths,
  from: number,
): boolean {
  return rowsOf(values.out).some(
    (row) => row.kind === kind && row.design === design.id && row.truth === truth && row.from === from,
  );
}

function keepVerdicts(
  kind: VerdictRow["kind"],
  design: CalibrationDesign,
  truth: keyof typeof truths,
  from: number,
  studies: readonly StudyVerdict[],
): void {
  keep({ kind, design: design.id, truth, from, to: from + studies.length - 1, ...written(studies) });
}

function keep(row: CalibrationRow): void {
  appendFileSync(values.out, `${JSON.stringify(row)}\n`);
  console.error(`${row.kind}: ${row.design}${"truth" in row ? `, ${row.truth}, seeds ${row.from} to ${row.to}` : ""}`);
}

function seeds(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
