import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeEngine, type Engine, openEngine } from "@likewise/engine";
import type { Results } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { runCommand, temporaryFolder } from "./run-command.ts";

/** What a tool set up once relies on: a name that changes here breaks somebody's charts. */
const names = {
  blocks:
    "outcome group block window at_risk with_event share lower upper events person_years rate_per_year withheld unbounded",
  coverage: "outcome arm people searched_and_found observed_to_end withheld unbounded",
  estimates:
    "comparison estimate_id outcome definition window subgroup primary measure estimand estimator adjustment estimate lower upper level p_value treated_people treated_value comparison_people comparison_value withheld unbounded",
  funnel:
    "step label count open of_previous share_of_previous lower upper of_referrals share_of_referrals median_days withheld unbounded",
  safety:
    "item question who reporter status definition window numerator denominator value lower upper unknown before_numerator before_denominator before_value withheld unbounded",
  tables:
    "table title unit definition window dimension_1 level_1 label_1 dimension_2 level_2 label_2 dimension_3 level_3 label_3 dimension_4 level_4 label_4 dimension_5 level_5 label_5 is_total numerator denominator value lower upper withheld unbounded",
} as const;
type Name = keyof typeof names;
const kinds = Object.keys(names) as Name[];

/** A share, by its figures: the part over the whole, of somebody. A level that is everybody is 1 by definition; a P value may happen to be the same number. */
function isShare({ at, numerator, denominator, value }: Results["tables"][number]["cells"][number]): boolean {
  if (at.figure === "mcnemar") return false;
  if (typeof numerator !== "number" || typeof denominator !== "number" || typeof value !== "number") return false;
  return denominator > 0 && numerator < denominator && Math.abs(value - numerator / denominator) < 1e-12;
}

/** No rate that was found: what it would be had everybody who is unknown been counted on one side. It stands for the unknown, as an interval does for chance. */
function isBound({ at }: Results["tables"][number]["cells"][number]): boolean {
  return ["least", "most"].includes(at.bound ?? at.figure ?? "");
}

describe("flat files for a tool that draws its own charts", () => {
  const study = join(temporaryFolder(), "study");
  const out = join(study, "out");
  let engine: Engine;
  let results: Results;

  beforeAll(async () => {
    engine = await openEngine({ threads: 1, memoryGb: 1 });
    await runCommand("simulate", study, "--seed", "5", "--referrals", "60", "--pool", "200");
    const file = join(study, "study.yaml");
    const plan = parse(readFileSync(file, "utf8"));
    // a label that a spreadsheet would run
    plan.cohort.funnel = {
      steps: [
        { stage: "referred", label: "=referred, all" },
        { stage: "started", label: "Started" },
      ],
    };
    writeFileSync(file, stringify(plan));
    expect([0, 4]).toContain((await runCommand("run", study)).code);
    results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  }, 120_000);
  afterAll(() => closeEngine(engine));

  /** As a database reads it, told nothing of its columns. */
  async function loaded(name: Name) {
    const path = join(out, `flat/${name}.csv`).replaceAll("'", "''");
    const reader = await engine.connection.runAndReadAll(`SELECT * FROM read_csv('${path}', header = true)`);
    return { columns: reader.columnNames(), rows: reader.getRowObjectsJson() };
  }

  const json = (name: Name): Record<string, unknown>[] =>
    JSON.parse(readFileSync(join(out, `flat/${name}.json`), "utf8"));

  it("practice-C7: CSV and JSON load, under column names that are the same in every study", async () => {
    expect(readdirSync(join(out, "flat")).sort()).toEqual(kinds.flatMap((name) => [`${name}.csv`, `${name}.json`]));
    for (const name of kinds) {
      const { columns, rows } = await loaded(name);
      expect(columns).toEqual(names[name].split(" "));
      const records = json(name);
      expect(rows).toHaveLength(records.length);
      for (const record of records) {
        expect(Object.keys(record)).toEqual(columns);
        // nothing nested, or a tool of this kind does not load it
        for (const value of Object.values(record)) expect(value === null || typeof value !== "object").toBe(true);
      }
    }
  });

  it("hold every published number and no other: those withheld are blank, and named", async () => {
    expect(json("estimates")).toHaveLength(results.comparisons.flatMap(({ estimates }) => estimates).length);
    expect(json("tables")).toHaveLength(results.tables.flatMap(({ cells }) => cells).length);
    const blocks = (await loaded("blocks")).rows;
    expect(blocks).toHaveLength(results.blocks.length);
    results.blocks.forEach((block, row) => {
      const shown = typeof block.withEvent === "number" ? block.withEvent : null;
      expect(blocks[row]!.with_event === null ? null : Number(blocks[row]!.with_event)).toBe(shown);
      expect(String(blocks[row]!.withheld ?? "").includes("with_event")).toBe(shown === null);
    });
    const shares = json("blocks").map(({ share }) => share);
    expect(shares.filter((share) => typeof share === "number").length).toBeGreaterThan(0);
  });

  it("practice-F1: no rate of a run is without denominator, window or definition, design level and interval", () => {
    const working: Results = JSON.parse(readFileSync(join(out, "private/results.json"), "utf8"));
    const shares = working.tables.flatMap((table) => table.cells.filter(isShare).map((cell) => ({ table, cell })));
    expect(new Set(shares.map(({ table }) => table.id)).size).toBeGreaterThan(5);
    const bare = shares.filter(({ cell }) => cell.interval === null && !isBound(cell));
    expect(bare.map(({ table, cell }) => [table.id, cell.at])).toEqual([]);
    for (const { definition, window, title } of working.tables) {
      expect([definition, title]).not.toContain("");
      expect(window).not.toBe("");
    }
    for (const block of working.blocks.filter(({ share }) => share !== null))
      expect([typeof block.atRisk, block.window, block.interval?.length]).toEqual(["number", expect.any(String), 2]);
    for (const item of working.safety.filter(({ value }) => value !== null)) {
      expect([typeof item.denominator, item.interval?.length]).toEqual(["number", 2]);
      expect(item.uncontrolled).toBe(true);
    }
    for (const { share, interval, denominators } of working.funnel.map((step) => ({
      ...step,
      share: step.shareOfPrevious,
    })))
      if (share !== null) expect([typeof denominators.previous, interval?.length]).toEqual(["number", 2]);
    for (const { estimates, evidence } of working.comparisons) {
      expect(evidence.map(({ scale }) => scale)).toEqual(expect.arrayContaining(["wwclg", "original"]));
      for (const estimate of estimates) {
        expect([estimate.definition, estimate.interval.length]).not.toContain("");
        expect([typeof estimate.treated.n, typeof estimate.comparison.n]).toEqual(["number", "number"]);
        const declared = (working.options as { outcomes: { id: string; window?: string }[] }).outcomes;
        expect(estimate.window).toBe(declared.find(({ id }) => id === estimate.outcome)!.window ?? null);
      }
    }
  });

  it("run no formula, and are among the files that the manifest has a hash of", () => {
    const text = readFileSync(join(out, "flat/funnel.csv"), "utf8");
    expect(text).toContain(`referred,"'=referred, all",`);
    const { outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(outputs.map(({ file }: { file: string }) => file)).toContain("flat/tables.csv");
  });

  it("are written again by report, byte for byte", async () => {
    const before = readFileSync(join(out, "flat/estimates.csv"), "utf8");
    writeFileSync(join(out, "flat/estimates.csv"), "");
    expect((await runCommand("report", out)).code).toBe(0);
    expect(readFileSync(join(out, "flat/estimates.csv"), "utf8")).toBe(before);
  });

  it("are not named one by one by report, which says what to open, and with --quiet nothing else", async () => {
    const { out: text, err } = await runCommand("report", out);
    const opened = text.trimEnd().split("\n");
    expect(opened.slice(0, 2)).toEqual([`Report     ${out}/report.html`, `Dashboard  ${out}/dashboard.html`]);
    expect(opened.length).toBeLessThan(6);
    expect(err).toMatch(/^and \d+ more files in /);
    const quiet = await runCommand("report", out, "--quiet");
    expect([quiet.out, quiet.err]).toEqual([text, ""]);
  });
});
