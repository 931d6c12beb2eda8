import { exactBinomialInterval } from "../../packages/stats/src/index.ts";
import { type CalibrationDesign, calibrationDesigns } from "./designs.ts";
import { type CalibrationRow, type PlanRow, type PrintedRow, truths, type VerdictRow } from "./rows.ts";

/** How the programmes of a design fared, of the first so many that reach level 3. */
export interface CellSummary {
  readonly design: CalibrationDesign["id"];
  readonly truth: keyof typeof truths;
  readonly drawn: number;
  /** Of all drawn, those whose design reaches level 3 or more. */
  readonly reached: number;
  /** The first of these, at most `programmesWanted`. */
  readonly counted: number;
  readonly better: number;
  readonly worse: number;
  readonly unclear: number;
  readonly cannotSay: number;
  /** Better or worse where nothing is true, better where the smallest effect is; and its exact 99 % interval. */
  readonly share: number;
  readonly interval: readonly [number, number];
  /** The same share of all drawn, whatever their level. */
  readonly shareOfAll: number;
  /** What a plan prints for this design and size. */
  readonly plan: PlanRow | null;
  /** What `likewise plan` prints, where it has a design like this one. */
  readonly printed: PrintedRow | null;
}

export const programmesWanted = 2000;

/** Each design under each truth, in the order of the designs. */
export function summariseCalibration(rows: readonly CalibrationRow[]): CellSummary[] {
  return calibrationDesigns.flatMap(({ id: design }) =>
    (Object.keys(truths) as (keyof typeof truths)[]).flatMap((truth) => {
      const blocks = rows
        .filter((row): row is VerdictRow => row.kind === "in-process" && row.design === design && row.truth === truth)
        .sort((a, b) => a.from - b.from);
      return blocks.length === 0 ? [] : [summaryOf(design, truth, blocks, rows)];
    }),
  );
}

function summaryOf(
  design: CellSummary["design"],
  truth: CellSummary["truth"],
  blocks: readonly VerdictRow[],
  rows: readonly CalibrationRow[],
): CellSummary {
  const verdicts = blocks.map((block) => block.verdicts).join("");
  const levels = blocks.map((block) => block.levels).join("");
  const reached = [...verdicts].filter((_, seed) => Number(levels[seed]) >= 3);
  const counted = reached.slice(0, programmesWanted);
  const of = (letter: string, among: readonly string[]) => among.filter((one) => one === letter).length;
  const found = (among: readonly string[]) => of("b", among) + (truth === "none" ? of("w", among) : 0);
  const { lower, upper } = exactBinomialInterval({ events: found(counted), total: counted.length, level: 0.99 });
  return {
    design,
    truth,
    drawn: verdicts.length,
    reached: reached.length,
    counted: counted.length,
    better: of("b", counted),
    worse: of("w", counted),
    unclear: of("n", counted),
    cannotSay: of("c", counted),
    share: found(counted) / counted.length,
    interval: [lower, upper],
    shareOfAll: found([...verdicts]) / verdicts.length,
    plan: rows.find((row): row is PlanRow => row.kind === "plan" && row.design === design) ?? null,
    printed: rows.find((row): row is PrintedRow => row.kind === "printed" && row.design === design) ?? null,
  };
}
