import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

/** Every published file below a folder: all but `private/`, and of the manifest all but its `run` part. */
function publishedFiles(folder: string, below = ""): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(join(folder, below)).sort()) {
    const path = join(below, name);
    if (path === "private") continue;
    if (statSync(join(folder, path)).isDirectory()) {
      for (const [inner, text] of publishedFiles(folder, path)) files.set(inner, text);
    } else files.set(path, readFileSync(join(folder, path), "utf8"));
  }
  const manifest = files.get("manifest.json");
  if (manifest !== undefined) {
    const { run: _clock, ...rest } = JSON.parse(manifest);
    files.set("manifest.json", JSON.stringify(rest));
  }
  return files;
}

describe("a run of a synthetic study", () => {
  it("writes the same published bytes twice, with one thread and with two, and again from results.json alone", async () => {
    const study = join(temporaryFolder(), "study");
    await runCommand("simulate", study, "--seed", "11", "--referrals", "120", "--pool", "500");
    const outs = [join(study, "one"), join(study, "two"), join(study, "again")];
    for (const [out, threads] of [
      [outs[0], "1"],
      [outs[1], "2"],
      [outs[2], "2"],
    ] as const) {
      const { code, err } = await runCommand("run", study, "--out", out!, "--threads", threads);
      expect(err).toBe("");
      expect([0, 4]).toContain(code);
    }
    const [one, two, again] = outs.map((out) => publishedFiles(out)) as [
      Map<string, string>,
      Map<string, string>,
      Map<string, string>,
    ];
    expect([...one.keys()]).toEqual(
      expect.arrayContaining(["dashboard.html", "report.html", "results.json", "manifest.json"]),
    );
    expect(two).toEqual(one);
    expect(again).toEqual(one);

    writeFileSync(join(outs[0]!, "report.html"), "");
    expect((await runCommand("report", outs[0]!)).code).toBe(0);
    expect(publishedFiles(outs[0]!)).toEqual(two);
  }, 240_000);
});
