import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const out = join(repository, "reports/tarp/out");
const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
const estimate = "comparisons/headline/estimates/arrest:riskDifference:crude";

describe("likewise explain", () => {
  it("leads from a number to its definition, counts, interval, method, disclosure and rows", async () => {
    const { code, out: text, err } = await runCommand("explain", out, `${estimate}/estimate`);
    expect([code, err]).toEqual([0, ""]);
    const { treated, comparison } = results.comparisons[0].estimates[0];
    expect(text).toContain(`treated: ${treated.events} of ${treated.n}; comparison: ${comparison.events} of`);
    for (const title of ["What", "Of", "Definition", "95% Interval", "Method", "Disclosure", "Rows", "Account"])
      expect(text).toMatch(new RegExp(`^  ${title}\\b`, "m"));
  });

  it("--json prints one object and nothing else", async () => {
    const { out: text } = await runCommand("explain", out, `${estimate}/estimate`, "--json");
    const { kind, key, value, what, filter, counts, interval, method, disclosure, rows, accounts, madeFrom } =
      JSON.parse(text);
    expect([kind, key, value]).toEqual([
      "likewise/explanation",
      `${estimate}/estimate`,
      results.comparisons[0].estimates[0].estimate,
    ]);
    for (const list of [what, filter, counts, method, accounts, madeFrom.inputs])
      expect(list.length).toBeGreaterThan(0);
    expect([interval.level, disclosure.state, rows.read]).toEqual([0.95, "shown", 432]);
  });

  it("without a key lists the keys by part, all of them as JSON", async () => {
    const { code, out: text } = await runCommand("explain", out);
    expect(code).toBe(0);
    expect(text).toMatch(/^comparisons: \d+ numbers$/m);
    const { kind, parts } = JSON.parse((await runCommand("explain", out, "--json")).out);
    expect([kind, parts.map(({ part }: { part: string }) => part)]).toEqual([
      "likewise/keys",
      expect.arrayContaining(["accounts", "coverage", "comparisons", "evidence"]),
    ]);
  });

  it("of a part lists what stands in it", async () => {
    const { out: text } = await runCommand("explain", out, "coverage/arrest:treated");
    expect(text).toMatch(/^coverage\/arrest:treated\/people {2}\d+$/m);
    const { kind, keys } = JSON.parse((await runCommand("explain", out, "comparisons/0/rows", "--json")).out);
    expect([kind, keys[0]]).toEqual(["likewise/part", { key: "comparisons/0/rows/read", value: 432 }]);
  });

  it("names the nearest keys of one that leads nowhere, and ends in 2", async () => {
    const { code, out: text, err } = await runCommand("explain", out, "comparisons/headline/rows/usd");
    expect([code, text]).toEqual([2, ""]);
    expect(err).toContain("leads to no result; nearest:\n  comparisons/headline/rows/");
  });

  it("needs a folder that holds results", async () => {
    const { code, err } = await runCommand("explain", temporaryFolder(), "funnel");
    expect([code, err]).toEqual([2, expect.stringContaining("holds no results.json: run the study first")]);
  });

  it("is a command of its own process", () => {
    const bin = join(repository, "packages/cli/src/bin.ts");
    const words = ["--import", "tsx", "--conditions=source", bin, "explain", out, "options/seed"];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", cwd: repository });
    expect([status, stdout]).toEqual([0, expect.stringContaining("Seed of every random step")]);
  });
});
