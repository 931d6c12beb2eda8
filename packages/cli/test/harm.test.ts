import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Text } from "@likewise/engine";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { runCommand, temporaryFolder } from "./run-command.ts";

/** A synthetic study whose plan weighs harm with a table of invented weights, all but the last `leftOut` of its codes. */
async function harmStudy(leftOut = 0): Promise<string> {
  const study = join(temporaryFolder(), "study");
  await runCommand("simulate", study, "--seed", "11", "--referrals", "120", "--pool", "500");
  const police = join(study, "data/police");
  const codes = new Set<string>();
  for (const name of readdirSync(police).filter((file) => file.startsWith("events"))) {
    const [header, ...lines] = readFileSync(join(police, name), "utf8").split(/\r?\n/);
    const at = header!.split(",").indexOf("HO code");
    for (const line of lines) if (line.split(",")[at]) codes.add(line.split(",")[at]!);
  }
  const rows = [...codes].sort().slice(0, codes.size - leftOut);
  const text = `Code,Weight\n${rows.map((code, index) => `${code},${index + 1}`).join("\n")}\n`;
  writeFileSync(join(study, "data/weights.csv"), text);
  const file = join(study, "study.yaml");
  const plan = parse(readFileSync(file, "utf8"));
  plan.data.weights = [
    {
      id: "invented",
      scheme: "own",
      unit: "points",
      edition: "test",
      file: "data/weights.csv",
      columns: { code: "Code", weight: "Weight" },
      source: "Invented for a test",
    },
  ];
  plan.cohort.baseline.push({
    id: "prior_harm",
    label: "harm in the 24 months before",
    events: "all",
    measure: "harm",
    weights: "invented",
    window: "before-24m",
  });
  plan.cohort.scores = [
    {
      id: "rfgv",
      use: "description",
      inputs: ["prior_harm"],
      rfgv: {
        asOf: ["2023-01-01", "2023-06-30"],
        events: "domestic",
        weights: { recency: 1, frequency: 1, gravity: 1, victims: 1 },
        recency: { halfLifeDays: 180, points: 10 },
        frequency: { cap: 10 },
        gravity: { table: "invented", summary: "max" },
        victims: {},
      },
    },
  ];
  plan.outcomes.push({
    id: "harm-12m",
    label: "harm of recorded crime within 12 months",
    unit: "person",
    basis: "recorded-crime",
    reporter: "police",
    definition: "recorded",
    kind: "continuous",
    window: "recorded-12m",
    direction: "lower",
    measure: "meanDifference",
    harm: { weights: "invented", summary: "sum" },
  });
  // Every comparison is then of every outcome.
  for (const comparison of plan.comparisons) delete comparison.outcomes;
  writeFileSync(file, stringify(plan));
  return study;
}

describe("a check of a study that weighs harm", () => {
  it("opens the table of weights, so that a wrong column is known before a run", async () => {
    const study = await harmStudy();
    const right = await runCommand("check", study);
    expect([right.code, right.err]).toEqual([0, ""]);
    const file = join(study, "study.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("weight: Weight", "weight: Wieght"));
    const wrong = await runCommand("check", study);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/Wieght.*did you mean.*Weight/);
  });
});

describe("a run that weighs harm", () => {
  it("reads the study's table, estimates the outcome, publishes the match and keeps scores private", async () => {
    const study = await harmStudy();
    const { code, err } = await runCommand("run", study, "--threads", "1");
    expect(err).toBe("");
    expect([0, 4]).toContain(code);
    const results = JSON.parse(readFileSync(join(study, "out/private/results.json"), "utf8"));
    const weights = readFileSync(join(study, "data/weights.csv"), "utf8");
    expect(results.provenance.inputs).toContainEqual({
      file: "data/weights.csv",
      sha256: sha256Text(weights),
      rows: weights.trim().split("\n").length - 1,
    });
    expect(results.tables.map((table: { id: string }) => table.id)).toEqual(
      expect.arrayContaining(["harm-match-invented", "score-change-rfgv"]),
    );
    const estimates = results.comparisons[0].estimates.filter((one: { outcome: string }) => one.outcome === "harm-12m");
    expect(estimates.length).toBeGreaterThan(0);
    expect(JSON.stringify(results.comparisons[0].assumptions)).toContain("Own weights, edition test, table ");
    expect(readFileSync(join(study, "out/private/scores/rfgv.csv"), "utf8")).toMatch(/^asOf,rank,person,percentile,/);
    expect(existsSync(join(study, "out/scores"))).toBe(false);
  });

  it("refuses harm where too many crimes have no weight, and lists their offences in private/", async () => {
    const study = await harmStudy(3);
    const { err } = await runCommand("run", study, "--threads", "1");
    expect(err).toBe("");
    const results = JSON.parse(readFileSync(join(study, "out/private/results.json"), "utf8"));
    const refused = results.refusals.filter(({ id }: { id: string }) => id === "harm-unmatched");
    expect(refused.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(["harm by weights invented", "score rfgv"]),
    );
    expect(readFileSync(join(study, "out/private/harm/invented-unmatched.csv"), "utf8")).toMatch(
      /^code,offence,match,events\r\n/,
    );
  });
});
