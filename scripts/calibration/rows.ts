import { existsSync, readFileSync } from "node:fs";
import { type CalibrationDesign, smallestEffect } from "./designs.ts";
import type { PlannedPower } from "./planned-power.ts";
import type { StudyVerdict } from "./verdict-of-programme.ts";

/** What is true of the programmes of a cell: nothing, or the smallest effect of interest. */
export const truths = { none: 0, smallest: smallestEffect } as const;

/** Verdicts of consecutive seeds, one letter each, and their levels, one digit each. */
export interface VerdictRow {
  /** In this process from tables to claims, or by the full command on files. */
  readonly kind: "in-process" | "full-command";
  readonly design: CalibrationDesign["id"];
  readonly truth: keyof typeof truths;
  readonly from: number;
  readonly to: number;
  readonly verdicts: string;
  readonly levels: string;
}

export interface PlanRow extends PlannedPower {
  readonly kind: "plan";
  readonly design: CalibrationDesign["id"];
}

/** Power as `likewise plan` prints it, and the design it prints it for. */
export interface PrintedRow {
  readonly kind: "printed";
  readonly design: CalibrationDesign["id"];
  readonly as: string;
  readonly power: number;
}

export type CalibrationRow = VerdictRow | PlanRow | PrintedRow;

/** What is on file; none where there is no file yet. */
export function rowsOf(file: string | URL): CalibrationRow[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as CalibrationRow);
}

const letters = { better: "b", worse: "w", "no-clear-difference": "n", "cannot-say": "c" } as const;

/** One letter a study, and one digit, `-` without a level. */
export function written(studies: readonly StudyVerdict[]): Pick<VerdictRow, "verdicts" | "levels"> {
  return {
    verdicts: studies.map(({ verdict }) => letters[verdict]).join(""),
    levels: studies.map(({ level }) => (level === null ? "-" : String(level))).join(""),
  };
}
