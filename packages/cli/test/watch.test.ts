import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { studyFolder } from "./faults/study-folder.ts";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const bin = join(repository, "packages/cli/src/bin.ts");

describe("likewise run --watch", () => {
  const study = studyFolder();
  const plan = join(study, "study.yaml");
  const original = readFileSync(plan, "utf8");
  const out = join(study, "out");
  const preview = join(study, "out-preview");
  const page = (name = "dashboard.html") => readFileSync(join(preview, name), "utf8");
  let watching: ChildProcess;
  let printed = "";

  beforeAll(async () => {
    const words = ["--import", "tsx", "--conditions=source", bin, "run", study, "--watch"];
    watching = spawn(process.execPath, words, { cwd: repository });
    for (const stream of [watching.stdout!, watching.stderr!])
      stream.on("data", (text) => {
        printed += String(text);
      });
    await said(/^Took .*$/m);
  }, 120_000);

  afterAll(() => {
    watching.kill("SIGKILL");
  });

  /** What is printed from here on; waits until it says this. */
  async function said(pattern: RegExp): Promise<string> {
    for (;;) {
      if (pattern.test(printed)) {
        const text = printed;
        printed = "";
        return text;
      }
      if (watching.exitCode !== null) throw new Error(`the watch ended: ${printed}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  it("previews pages that reload by themselves, under the policy of the published ones, which do not", () => {
    for (const name of ["dashboard.html", "report.html"]) {
      const published = readFileSync(join(out, name), "utf8");
      expect(published).not.toMatch(/http-equiv="refresh"|Preview:/);
      expect(page(name)).toContain('<meta http-equiv="refresh" content="2">');
      const policy = /http-equiv="Content-Security-Policy" content="[^"]+"/.exec(published)![0];
      expect(page(name)).toContain(policy);
      expect(page(name)).toContain("Preview: made again whenever the study changes");
    }
  });

  it("runs again when the plan changes", async () => {
    writeFileSync(plan, original.replace(/^title: .*$/m, "title: Another title while it is written"));
    await said(/^Took .*$/m);
    expect(page()).toContain("Another title while it is written");
    expect(readFileSync(join(out, "results.json"), "utf8")).toContain("Another title while it is written");
  }, 120_000);

  it("keeps the last good pages when the plan fails, with one clear message, and goes on", async () => {
    const before = readFileSync(join(out, "results.json"), "utf8");
    writeFileSync(plan, original.replace(/^title:/m, "titel:"));
    const text = await said(/did you mean "title"/);
    expect(text.match(/^likewise: (?!the study changed)/gm)).toHaveLength(1);
    await expect.poll(() => page(), { timeout: 10_000 }).toContain("Not made again since the last change: ");
    expect(page()).toContain("Another title while it is written");
    expect(readFileSync(join(out, "results.json"), "utf8")).toBe(before);
    writeFileSync(plan, original);
    await said(/^Took .*$/m);
    expect(page()).not.toContain("Not made again");
  }, 120_000);

  it("runs again when the data change, and says of data that cannot be used why", async () => {
    const data = join(study, "data/releases.csv");
    const rows = readFileSync(data, "utf8");
    writeFileSync(data, `${rows.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
    await said(/^Took .*$/m);
    expect(JSON.parse(readFileSync(join(out, "results.json"), "utf8")).comparisons[0].rows.read).toBe(431);
    writeFileSync(data, `${rows.split("\n")[0]}\n`);
    await said(/^likewise: (?!the study changed).*\n/m);
    await expect.poll(() => page(), { timeout: 10_000 }).toContain("Not made again since the last change: ");
  }, 120_000);

  it("stops in order when asked to, and takes the preview away", async () => {
    const ended = new Promise<number | null>((done) => watching.once("exit", done));
    watching.kill("SIGINT");
    expect(await ended).toBe(0);
    expect([existsSync(preview), existsSync(join(out, "report.html"))]).toEqual([false, true]);
  }, 60_000);

  it("of a plan that cannot be read at the start is a wrong call", async () => {
    const { code, err } = await runCommand("run", temporaryFolder(), "--watch");
    expect([code, err]).toEqual([2, expect.stringContaining("holds no study.yaml")]);
  });
});
