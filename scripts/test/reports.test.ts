import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../../packages/cli/src/index.ts";

const reports = fileURLToPath(new URL("../../reports", import.meta.url));
const studies = readdirSync(reports).filter((name) => existsSync(join(reports, name, "study.yaml")));

/** Files a reader is meant to see, by path. */
function shipped(folder: string, below = ""): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(join(folder, below)).sort()) {
    const path = join(below, name);
    if (name === "private" || name === "manifest.json") continue;
    if (statSync(join(folder, path)).isDirectory())
      for (const [key, bytes] of shipped(folder, path)) files.set(key, bytes);
    else files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

describe("the studies that ship", () => {
  it("are the synthetic programme and the real trial", () => {
    expect(studies).toEqual(["perpetrator-programme", "tarp"]);
  });

  for (const study of studies) {
    it(`${study}: a fresh run writes the very bytes that are in the repository`, async () => {
      const out = join(mkdtempSync(join(tmpdir(), "likewise-reports-")), "out");
      const quiet = { out: () => {}, err: () => {}, terminal: false, now: () => 0 };
      expect(await main(["run", join(reports, study), "--out", out], quiet)).toBe(0);
      const [fresh, committed] = [shipped(out), shipped(join(reports, study, "out"))];
      expect([...fresh.keys()]).toEqual([...committed.keys()]);
      const differing = [...fresh.keys()].filter((path) => !fresh.get(path)!.equals(committed.get(path)!));
      expect(differing, `${study}/out is out of date: run it again`).toEqual([]);
    });
  }
});
