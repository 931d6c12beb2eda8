import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { studyFolder } from "./faults/study-folder.ts";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

describe("likewise verify", () => {
  const made = studyFolder();

  beforeAll(async () => {
    expect((await runCommand("run", made)).code).toBe(0);
  }, 60_000);

  /** A copy of the study as it was run, to spoil. */
  function copy(): { study: string; out: string } {
    const study = join(temporaryFolder(), "study");
    cpSync(made, study, { recursive: true });
    return { study, out: join(study, "out") };
  }

  const verified = async (...argv: string[]) => {
    const { code, out } = await runCommand("verify", ...argv, "--json");
    return { code, found: JSON.parse(out) };
  };

  it("of what a run wrote finds everything as written, runs it again and finds the same", async () => {
    const { study, out } = copy();
    const scratch = temporaryFolder();
    vi.stubEnv("TMPDIR", scratch);
    const { code, found } = await verified(out);
    vi.unstubAllEnvs();
    expect([code, found.kind, found.differs, found.plan]).toEqual([0, "likewise/verification", false, "same"]);
    expect([found.study, found.again]).toEqual([
      join(study, "study.yaml"),
      { state: "same", why: null, differences: [], files: [] },
    ]);
    for (const files of [found.outputs, found.private, found.inputs])
      expect([files.length > 0, files.filter((file: { state: string }) => file.state !== "same")]).toEqual([true, []]);
    expect(readdirSync(scratch)).toEqual([]);
  }, 60_000);

  it("names an output that was changed, one that is gone, and one that nobody wrote", async () => {
    const { out } = copy();
    writeFileSync(join(out, "report.html"), "<p>better</p>");
    rmSync(join(out, "dashboard.html"));
    writeFileSync(join(out, "notes.txt"), "mine");
    const { code, found } = await verified(out, "--no-rerun");
    expect(code).toBe(3);
    const other = found.outputs.filter(({ state }: { state: string }) => state !== "same");
    expect(other).toEqual(
      expect.arrayContaining([
        { file: "report.html", state: "changed" },
        { file: "dashboard.html", state: "absent" },
      ]),
    );
    expect([other.length, found.unlisted]).toEqual([2, ["notes.txt"]]);
    expect((await runCommand("verify", out, "--no-rerun")).out).toMatch(/^Differs {5}.*\n.*1 changed, 1 not there/);
  });

  it("after a change of the data says which file, and by key which numbers", async () => {
    const { study, out } = copy();
    const file = join(study, "data/releases.csv");
    writeFileSync(file, readFileSync(file, "utf8").trimEnd().split("\n").slice(0, -1).join("\n"));
    const { code, found } = await verified(out);
    expect([code, found.inputs, found.again.state]).toEqual([
      3,
      [{ file: "data/releases.csv", state: "changed" }],
      "differs",
    ]);
    const read = found.again.differences.find(({ key }: { key: string }) => key === "comparisons/headline/rows/read");
    expect(read).toEqual({ key: "comparisons/headline/rows/read", before: 432, now: 431 });
    expect(found.again.files).toContain("report.html");
    const { out: text } = await runCommand("verify", out);
    expect(text).toContain("  changed  data/releases.csv");
    expect(text).toMatch(/Run again {3}gives \d+ other values/);
  }, 60_000);

  it("of results changed by hand finds the number by key", async () => {
    const { out } = copy();
    const file = join(out, "results.json");
    const text = readFileSync(file, "utf8").replace('"rowsRejected": 0', '"rowsRejected": 7');
    writeFileSync(file, text);
    const { found } = await verified(out);
    expect(found.again.differences.map(({ before, now }: { before: number; now: number }) => [before, now])).toEqual([
      [7, 0],
    ]);
  }, 60_000);

  it("of a published folder alone checks what is there, and finds no fault with what is not", async () => {
    const { out } = copy();
    const alone = join(temporaryFolder(), "published");
    cpSync(out, alone, { recursive: true });
    rmSync(join(alone, "private"), { recursive: true });
    const { code, found } = await verified(alone);
    expect([code, found.private, found.study, found.again.state]).toEqual([0, null, null, "not-run"]);
    expect(found.inputs.map(({ state }: { state: string }) => state)).toEqual(["absent"]);
    const named = await verified(alone, "--study", made);
    expect([named.code, named.found.again.state]).toEqual([0, "same"]);
  }, 60_000);

  it("of pages drawn again with live charts, and of the same still, draws them in the same way and finds no difference", async () => {
    const { out } = copy();
    const still = readFileSync(join(out, "report.html"), "utf8");
    expect((await runCommand("report", out, "--interactive")).code).toBe(0);
    expect(readFileSync(join(out, "report.html"), "utf8")).not.toBe(still);
    const { code, found } = await verified(out);
    expect([code, found.again]).toEqual([0, { state: "same", why: null, differences: [], files: [] }]);
    expect((await runCommand("report", out)).code).toBe(0);
    expect(readFileSync(join(out, "report.html"), "utf8")).toBe(still);
    expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).pages).toEqual({ interactive: false });
  }, 60_000);

  it("says that another version wrote it", async () => {
    const { out } = copy();
    const file = join(out, "manifest.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"likewise": "[^"]+"/, '"likewise": "0.0.9"'));
    const { code, out: text } = await runCommand("verify", out, "--no-rerun");
    expect([code, text]).toEqual([3, expect.stringContaining("0.0.9 wrote this, and this is")]);
  });

  it("of a study that can no longer be run says why", async () => {
    const { study, out } = copy();
    rmSync(join(study, "data"), { recursive: true });
    const { code, found } = await verified(out);
    expect([code, found.again.state, found.again.why.length > 0]).toEqual([3, "failed", true]);
  }, 60_000);

  it("needs a manifest, and a study where one is named", async () => {
    expect(await runCommand("verify", temporaryFolder())).toMatchObject({
      code: 2,
      err: expect.stringContaining("holds no manifest.json"),
    });
    const { out } = copy();
    expect((await runCommand("verify", out, "--study", "nowhere")).code).toBe(2);
    writeFileSync(join(out, "manifest.json"), "{}");
    expect((await runCommand("verify", out)).code).toBe(3);
  });

  it("ends its process with 3 where something differs", () => {
    const { out } = copy();
    rmSync(join(out, "report.html"));
    const bin = join(repository, "packages/cli/src/bin.ts");
    const words = ["--import", "tsx", "--conditions=source", bin, "verify", out, "--no-rerun"];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", cwd: repository });
    expect([status, stdout, existsSync(join(out, "results.json"))]).toEqual([
      3,
      expect.stringContaining("absent   report.html"),
      true,
    ]);
  });
});
