import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  beforeAfterEffects,
  cronbachAlpha,
  cutOff,
  definitionTemplate,
  findMeasure,
  groupDifferences,
  itemValues,
  outcomeCategories,
  reliableChange,
  scoreBands,
  scoreMeasure,
} from "@likewise/measures";
import { columnsOf, type MeasureDefinition, numberColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const data = path.resolve(import.meta.dirname, "../../../../shared/data");

/** Cells by column; blanks are null. None of these files has a comma inside a cell. */
function read(file: string): Record<string, (string | null)[]> {
  const [header, ...lines] = readFileSync(path.join(data, file), "utf8").trim().split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
  const rows = lines.map(cells);
  return Object.fromEntries(cells(header!).map((name, at) => [name, rows.map((row) => row[at] || null)]));
}

const numbers = (cells: readonly (string | null)[]) => cells.map((cell) => (cell === null ? null : Number(cell)));

const wait = (file: string) => (existsSync(path.join(data, file)) ? "" : ` (skipped: ${file} is not there)`);

function scored(
  definition: MeasureDefinition,
  table: Record<string, (string | null)[]>,
  names: readonly string[],
  missingCodes: number[] = [],
) {
  const answers = columnsOf(Object.fromEntries(names.map((name) => [name, numberColumn(numbers(table[name]!))])));
  const result = scoreMeasure({ definition, answers, columns: names, missingCodes });
  if ("refused" in result) throw new Error(result.refused.why);
  const complete = Array.from(result.scores[0]!.values.values).filter(
    (_, row) => result.scores[0]!.values.valid?.[row] !== 0,
  );
  return { result, answers, complete };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0) / (values.length - 1));

const phq = "nhanes-phq9/DPQ_J.csv";
describe.skipIf(wait(phq) !== "")(`NHANES 2017-18 depression screener${wait(phq)}`, () => {
  const names = Array.from({ length: 9 }, (_, at) => `DPQ0${at + 1}0`);
  const definition = findMeasure("phq-9");

  it("has 5,068 complete PHQ-9s, in bands of 3,772, 837, 292, 124 and 43; refused and do-not-know are missing", () => {
    const { result, complete, answers } = scored(definition, read(phq), names, [7, 9]);
    expect(result.scores[0]!.counts).toEqual({ complete: 5068, prorated: 0, missing: 465, refused: 0 });
    expect(scoreBands(result.scores[0]!, definition.scores[0]!.bands![0]!).bands.map(({ rows }) => rows)).toEqual([
      3772, 837, 292, 124, 43,
    ]);
    expect(meanOf(complete)).toBeCloseTo(3.24112076, 8);
    expect(sdOf(complete)).toBeCloseTo(4.2449973, 8);
    const { values, answered } = itemValues({ definition, answers, columns: names, missingCodes: [7, 9] });
    const rows = Array.from({ length: answers.numRows }, (_, row) => row).filter((row) =>
      answered.every((one) => one[row] === 1),
    );
    expect(cronbachAlpha(values.map((item) => rows.map((row) => item[row]!))).alpha).toBeCloseTo(0.83099443, 8);
  });

  it("refuses the 58 answers coded 7 and 9 where nobody said they mean no answer, row by row and never as blanks", () => {
    const { result } = scored(definition, read(phq), names);
    expect(result.issues).toHaveLength(58);
    expect(result.scores[0]!.counts.refused).toBe(result.rowsRefused);
    expect(result.scores[0]!.counts.complete).toBe(5068);
    expect(result.issues.every((issue) => issue.code === "answer_out_of_range" && !/[79]/.test(issue.found))).toBe(
      true,
    );
  });
});

const wenchuan = "wenchuan-pclc/Wenchuan.csv";
describe.skipIf(wait(wenchuan) !== "")(`PCL-C after the Wenchuan earthquake${wait(wenchuan)}`, () => {
  it("has 344 complete of 17 items: mean 45.45, alpha .9407, 168 at 44 and 126 at 50", () => {
    const table = read(wenchuan);
    const definition: MeasureDefinition = {
      ...definitionTemplate("outcome"),
      id: "seventeen-items",
      items: { count: 17, pattern: "q{n}", responses: [{ items: "all", values: [1, 2, 3, 4, 5] }], reverse: [] },
      scores: [{ id: "total", items: "all", method: "sum", range: [17, 85], missing: { rule: "none" } }],
    };
    const names = Object.keys(table).map((name) => name);
    for (const name of names) table[name] = table[name]!.map((cell) => (cell === "NA" ? null : cell));
    const { result, complete, answers } = scored(definition, table, names);
    expect(result.scores[0]!.counts.complete).toBe(344);
    expect(meanOf(complete)).toBeCloseTo(45.45348837, 8);
    expect(sdOf(complete)).toBeCloseTo(14.57955514, 8);
    expect([44, 50].map((cut) => complete.filter((score) => score >= cut).length)).toEqual([168, 126]);
    const { values, answered } = itemValues({ definition, answers, columns: names });
    const rows = Array.from({ length: answers.numRows }, (_, row) => row).filter((row) =>
      answered.every((one) => one[row] === 1),
    );
    expect(cronbachAlpha(values.map((item) => rows.map((row) => item[row]!))).alpha).toBeCloseTo(0.94071521, 8);
  });
});

const rogers = "rogers-qids-ybocs/Rogers.csv";
describe.skipIf(wait(rogers) !== "")(`QIDS of 408 patients${wait(rogers)}`, () => {
  it("totals the highest of sleep, appetite and pace items with six single ones: mean 12.7525, bands 36, 113, 132, 90, 37", () => {
    const highest = (id: string, items: number[]) =>
      ({ id, items, method: "max", range: [0, 3] as [number, number], missing: { rule: "none" } }) as const;
    const definition: MeasureDefinition = {
      ...definitionTemplate("outcome"),
      id: "sixteen-items",
      items: { count: 16, pattern: "q{n}", responses: [{ items: "all", values: [0, 1, 2, 3] }], reverse: [] },
      scores: [
        highest("sleep", [1, 2, 3, 4]),
        highest("appetite", [6, 7, 8, 9]),
        highest("pace", [15, 16]),
        { id: "single", items: [5, 10, 11, 12, 13, 14], method: "sum", range: [0, 18], missing: { rule: "none" } },
        {
          id: "total",
          scores: { sleep: 1, appetite: 1, pace: 1, single: 1 },
          method: "linear",
          range: [0, 27],
          missing: { rule: "none" },
          bands: [
            {
              set: "severity",
              ranges: [
                { label: "none", from: 0, to: 5 },
                { label: "mild", from: 6, to: 10 },
                { label: "moderate", from: 11, to: 15 },
                { label: "severe", from: 16, to: 20 },
                { label: "very severe", from: 21, to: 27 },
              ],
            },
          ],
        },
      ],
    };
    const table = read(rogers);
    const { result } = scored(definition, table, Object.keys(table).slice(0, 16));
    const total = result.scores.find(({ id }) => id === "total")!;
    const values = Array.from(total.values.values);
    expect(meanOf(values)).toBeCloseTo(12.75245098, 8);
    expect(sdOf(values)).toBeCloseTo(5.35106537, 8);
    expect([Math.min(...values), Math.max(...values)]).toEqual([1, 25]);
    expect(scoreBands(total, definition.scores[4]!.bands![0]!).bands.map(({ rows }) => rows)).toEqual([
      36, 113, 132, 90, 37,
    ]);
    expect(total.expected).toBe(16);
  });
});

const couples = "jacobson-1989/jacobson_1989.csv";
describe.skipIf(wait(couples) !== "")(`30 couples in marital therapy${wait(couples)}`, () => {
  it("19 improved, 10 did not change and 1 deteriorated at reliability .88", () => {
    const { das, time } = read(couples);
    const at = (wave: string) => numbers(das!.filter((_, row) => time![row] === wave)) as number[];
    const scores = { pre: at("pre"), post: at("post") };
    const { pre } = beforeAfterEffects({ ...scores, better: "higher" });
    const error = {
      kind: "reliability",
      reliability: 0.88,
      reliabilityType: "test-retest",
      sd: pre.sd,
      source: "example",
    } as const;
    const change = reliableChange({ ...scores, better: "higher", error });
    expect(change.standardErrorOfDifference).toBeCloseTo(5.79336719, 8);
    expect([change.improved, change.unchanged, change.deteriorated]).toEqual([19, 10, 1]);
  });
});

const claus = "claus-2020/claus_2020.csv";
describe.skipIf(wait(claus) !== "")(`Inpatients with depression, Claus et al. 2020${wait(claus)}`, () => {
  const wide = (name: string) => {
    const table = read(claus);
    const value = new Map(table.id!.map((id, row) => [`${id} ${table.time![row]}`, table[name]![row]]));
    const ids = [...new Set(table.id)];
    const arm = new Map(table.id!.map((id, row) => [id, table.treatment![row]]));
    const known = (cell: string | null | undefined) => cell !== undefined && cell !== null && cell !== "NA";
    const both = ids.filter((id) => known(value.get(`${id} 1`)) && known(value.get(`${id} 4`)));
    return {
      pre: both.map((id) => Number(value.get(`${id} 1`))),
      post: both.map((id) => Number(value.get(`${id} 4`))),
      treated: both.map((id) => (arm.get(id) === "TAU" ? 1 : 0)),
    };
  };

  it("29 improved on the HAM-D and 26 of them recovered, 1 deteriorated", () => {
    const { pre, post } = wide("hamd");
    const spread = beforeAfterEffects({ pre, post, better: "lower" }).pre;
    const error = {
      kind: "reliability",
      reliability: 0.8,
      reliabilityType: "not stated",
      sd: spread.sd,
      source: "example",
    } as const;
    const change = reliableChange({ pre, post, better: "lower", error });
    const cut = cutOff("c", { clinical: spread, functional: { mean: 8, sd: 8 }, better: "lower" });
    const found = outcomeCategories({ pre, post, change, cutOff: cut });
    expect(pre).toHaveLength(40);
    expect([change.improved, change.deteriorated, change.unchanged]).toEqual([29, 1, 10]);
    expect(found.recovered).toBe(26);
  });

  it("ANCOVA of the BDI: usual treatment 9.8288 (3.2501) above placebo amplification", () => {
    const { differences } = groupDifferences({ ...wide("bdi"), assigned: "random" });
    expect(differences[0].estimate).toBeCloseTo(9.82879851, 8);
    expect(differences[0].standardError).toBeCloseTo(3.25007698, 8);
  });
});

const trial = "antidepressant-hamd/antidepressant_data.csv";
describe.skipIf(wait(trial) !== "")(`An antidepressant against placebo${wait(trial)}`, () => {
  it("completers' ANCOVA: placebo 2.6575 (1.1743) above the drug; visits nobody made are rows that are absent", () => {
    const { VISIT, THERAPY, BASVAL, HAMDTL17 } = read(trial);
    const rows = VISIT!.map((_, row) => row).filter((row) => VISIT![row] === "7");
    const [pre, post] = [BASVAL!, HAMDTL17!].map((cells) => rows.map((row) => Number(cells[row])));
    const treated = rows.map((row) => (THERAPY![row] === "PLACEBO" ? 1 : 0));
    const {
      differences,
      treated: placebo,
      comparison: drug,
    } = groupDifferences({ pre: pre!, post: post!, treated, assigned: "random" });
    expect([drug, placebo]).toEqual([64, 65]);
    // The file's outcome is change; with first scores in the model the coefficient of group is the same.
    expect(differences[0].estimate).toBeCloseTo(2.65745098, 8);
    expect(differences[0].standardError).toBeCloseTo(1.17428033, 8);
  });
});
