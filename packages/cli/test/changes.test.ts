import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { studyFolder } from "./faults/study-folder.ts";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

/** Two releases of the shipped trial: in the second four people are not there any more. */
const study = studyFolder();
const first = join(study, "first");
const out = join(study, "out");

function withPlan(change: (plan: Record<string, unknown>) => void): void {
  const file = join(study, "study.yaml");
  const plan = parse(readFileSync(file, "utf8"));
  change(plan);
  writeFileSync(file, stringify(plan));
}

beforeAll(async () => {
  expect((await runCommand("run", study, "--out", first)).code).toBe(0);
  const file = join(study, "data/releases.csv");
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd().split("\n").slice(0, -4).join("\n")}\n`);
  expect((await runCommand("run", study)).code).toBe(0);
}, 60_000);

describe("likewise report --compare", () => {
  it("says what changed and why, and writes it as a page", async () => {
    const { code, out: text } = await runCommand("report", out, "--compare", first);
    expect(code).toBe(0);
    expect(text).toContain("data/releases.csv changed: 432 rows before, 428 now");
    expect(text).toMatch(/^Plan {8}the same options$/m);
    expect(text).toContain(join(out, "changes.html"));
    expect(readFileSync(join(out, "changes.html"), "utf8")).toContain("comparisons/headline/rows/read");
  });

  it("--json prints one object, with every number by key", async () => {
    const { out: text } = await runCommand("report", out, "--compare", join(first, "results.json"), "--json");
    const { kind, inputs, numbers } = JSON.parse(text);
    expect([kind, inputs[0].change]).toEqual(["likewise/changes", "changed"]);
    expect(numbers.find(({ key }: { key: string }) => key === "comparisons/headline/rows/read")).toMatchObject({
      before: 432,
      now: 428,
      difference: -4,
      because: null,
    });
  });

  it("is the same, byte for byte, each time, and verify finds the folder as it was written", async () => {
    const page = () => readFileSync(join(out, "changes.html"), "utf8");
    await runCommand("report", out, "--compare", first);
    const once = page();
    await runCommand("report", out, "--compare", first);
    expect(page()).toBe(once);
    const { code, out: text } = await runCommand("verify", out, "--json");
    expect([code, JSON.parse(text).unlisted]).toEqual([0, []]);
  }, 30_000);

  it("is refused between releases that were not disclosed against each other, and done once they are", async () => {
    withPlan((plan) => {
      plan.disclosure = { profile: "default" };
    });
    const strict = join(study, "strict");
    expect([0, 4]).toContain((await runCommand("run", study, "--out", strict)).code);
    const refused = await runCommand("report", strict, "--compare", first);
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining("disclosure.releases in study.yaml")]);
    expect(existsSync(join(strict, "changes.html"))).toBe(false);
    withPlan((plan) => {
      plan.disclosure = { profile: "default", releases: ["first/results.json"] };
    });
    expect([0, 4]).toContain((await runCommand("run", study, "--out", strict)).code);
    expect((await runCommand("report", strict, "--compare", first)).code).toBe(0);
    // Another release than the one that is named.
    expect((await runCommand("report", strict, "--compare", out)).code).toBe(4);
  }, 60_000);

  it("needs a release, of the same study, that was published", async () => {
    const absent = await runCommand("report", out, "--compare", temporaryFolder());
    expect([absent.code, absent.err]).toEqual([2, expect.stringContaining("holds no results.json")]);
    const other = join(repository, "reports/perpetrator-programme/out");
    expect((await runCommand("report", out, "--compare", other)).err).toContain("is of another study");
    const working = join(temporaryFolder(), "results.json");
    cpSync(join(first, "private/results.json"), working);
    expect((await runCommand("report", out, "--compare", working)).err).toContain("is a working edition");
    expect(await runCommand("report", out, "--json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--json goes with --compare"),
    });
    expect((await runCommand("report", out, "--compare")).code).toBe(2);
  });

  it("is a process of its own", () => {
    const bin = join(repository, "packages/cli/src/bin.ts");
    const words = ["--import", "tsx", "--conditions=source", bin, "report", out, "--compare", first, "--json"];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", cwd: repository });
    expect([status, JSON.parse(stdout).kind]).toEqual([0, "likewise/changes"]);
  }, 30_000);
});
