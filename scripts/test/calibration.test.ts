import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calibrationDesigns, smallestEffect } from "../calibration/designs.ts";
import { documentOf } from "../calibration/document.ts";
import { drawProgramme } from "../calibration/draw-programme.ts";
import { plannedPower } from "../calibration/planned-power.ts";
import { printedPower } from "../calibration/printed-power.ts";
import { rowsOf, truths, type VerdictRow, written } from "../calibration/rows.ts";
import { studyFiles } from "../calibration/study-files.ts";
import { programmesWanted, summariseCalibration } from "../calibration/summarise-calibration.ts";
import { verdictOfProgramme } from "../calibration/verdict-of-programme.ts";
import { verdictOfRun } from "../calibration/verdict-of-run.ts";

const rows = rowsOf(new URL("../calibration/rows.jsonl", import.meta.url));
const cells = summariseCalibration(rows);
const verdictRows = (kind: VerdictRow["kind"]) => rows.filter((row): row is VerdictRow => row.kind === kind);

describe("verdicts from tables to claims", () => {
  it("stand on 2,000 programmes of each design and truth whose design reaches level 3, each seed once", () => {
    expect(cells).toHaveLength(2 * calibrationDesigns.length);
    for (const { counted } of cells) expect(counted).toBe(programmesWanted);
    for (const { from, to, verdicts, levels } of verdictRows("in-process"))
      expect([verdicts.length, levels.length]).toEqual([to - from + 1, to - from + 1]);
    const places = verdictRows("in-process").map(({ design, truth, from }) => `${design} ${truth} ${from}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("of programmes that do nothing, call 3.0 to 6.5 in 100 better or worse", () => {
    for (const { design, truth, share } of cells) {
      if (truth !== "none") continue;
      expect(share, design).toBeGreaterThanOrEqual(0.03);
      expect(share, design).toBeLessThanOrEqual(0.065);
    }
  });

  it("of programmes with the smallest effect of interest, call better as many as the plan says, within 4 points, and none worse", () => {
    for (const { design, truth, share, plan, worse } of cells) {
      if (truth !== "smallest") continue;
      expect(Math.abs(share - plan!.power), design).toBeLessThanOrEqual(0.04);
      expect(worse, design).toBe(0);
    }
  });

  it("are better as often as `likewise plan` prints for that size, within 4 points, and it prints that today", async () => {
    for (const design of calibrationDesigns) {
      const { share, printed } = cells.find((cell) => cell.design === design.id && cell.truth === "smallest")!;
      const today = await printedPower(design);
      expect(printed === null ? null : { as: printed.as, power: printed.power }, design.id).toEqual(today);
      if (today !== null) expect(Math.abs(share - today.power), design.id).toBeLessThanOrEqual(0.04);
    }
    expect(cells.filter(({ truth, printed }) => truth === "smallest" && printed !== null)).toHaveLength(2);
  });

  it("are those on file for the first twenty seeds of each cell", () => {
    for (const design of calibrationDesigns)
      for (const [truth, effect] of Object.entries(truths)) {
        const studies = Array.from({ length: 20 }, (_, i) =>
          verdictOfProgramme(design, drawProgramme(design, effect, i + 1)),
        );
        const row = verdictRows("in-process").find(
          (one) => one.design === design.id && one.truth === truth && one.from === 1,
        )!;
        expect(written(studies), `${design.id}, ${truth}`).toEqual({
          verdicts: row.verdicts.slice(0, 20),
          levels: row.levels.slice(0, 20),
        });
      }
  });

  it("are said with cause from level 3 on, wherever they are better or worse", () => {
    for (const design of calibrationDesigns) {
      const studies = [1, 2, 3, 4, 5].map((seed) =>
        verdictOfProgramme(design, drawProgramme(design, smallestEffect, seed)),
      );
      for (const { level, verdict, causal } of studies)
        expect(causal).toBe((level ?? 0) >= 3 && (verdict === "better" || verdict === "worse"));
    }
  });
});

describe("the full command on files", () => {
  it("said the same as the tables in this process, level and verdict, for at least 100 programmes", () => {
    let compared = 0;
    for (const run of verdictRows("full-command")) {
      const own = verdictRows("in-process").find(
        ({ design, truth, from }) => design === run.design && truth === run.truth && from === run.from,
      )!;
      expect(own.verdicts.slice(0, run.verdicts.length), run.design).toBe(run.verdicts);
      expect(own.levels.slice(0, run.levels.length), run.design).toBe(run.levels);
      compared += run.verdicts.length;
    }
    expect(compared).toBeGreaterThanOrEqual(100);
  });

  it.each(calibrationDesigns)("says so again: $id", async (design) => {
    const drawn = drawProgramme(design, smallestEffect, 2);
    expect(await verdictOfRun(studyFiles(design, drawn))).toEqual(verdictOfProgramme(design, drawn));
  });
});

describe("power as planned", () => {
  it("is the formula's for a trial, and 80 % at the size taken", () => {
    const trial = calibrationDesigns.find(({ id }) => id === "trial")!;
    const planned = plannedPower(trial, 1);
    expect(rows.find((row) => row.kind === "plan" && row.design === "trial")).toEqual({
      kind: "plan",
      design: "trial",
      ...planned,
    });
    expect(planned.power).toBeGreaterThanOrEqual(0.8);
    expect(plannedPower({ ...trial, treated: trial.treated - 1 }, 1).power).toBeLessThan(0.8);
  });
});

it("the page on calibration is printed as it is", () => {
  expect(readFileSync(new URL("../../docs/calibration.md", import.meta.url), "utf8")).toBe(documentOf(rows));
});
