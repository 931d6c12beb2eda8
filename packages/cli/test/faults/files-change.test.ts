import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "likewise";
import { describe, expect, it, vi } from "vitest";
import { runCommand } from "../run-command.ts";
import { folderState } from "./folder-state.ts";
import { studyFolder } from "./study-folder.ts";

// Whole runs, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

/** Runs a study and, when everything has been worked out and nothing written, does something to its folder. */
async function runWhile(study: string, change: () => void): Promise<{ code: number; err: string }> {
  let [err, asked] = ["", 0];
  const code = await main(["run", study], {
    out: () => {},
    err: (text) => {
      err += text;
    },
    terminal: false,
    // The clock is read at the start, and again for the manifest.
    now: () => {
      if (++asked === 2) change();
      return 0;
    },
  });
  expect(asked).toBeGreaterThanOrEqual(2);
  return { code, err };
}

describe("a file that changes during the run stops it, and the previous out/ stays", () => {
  const changes: readonly [string, (file: string) => void, RegExp][] = [
    ["grows by a row", (file) => appendFileSync(file, "1,2\n"), /releases\.csv was changed after it was read/],
    ["shrinks", (file) => truncateSync(file, 4000), /releases\.csv was changed after it was read/],
    [
      "has one letter changed",
      (file) => writeFileSync(file, readFileSync(file, "utf8").replace("yes", "yez")),
      /releases\.csv was changed/,
    ],
    ["is removed", (file) => rmSync(file), /releases\.csv was removed/],
  ];
  for (const [what, change, message] of changes) {
    it(`an input that ${what} ends it in 3`, async () => {
      const study = studyFolder();
      expect((await runCommand("run", study)).code).toBe(0);
      const before = folderState(join(study, "out"));
      const { code, err } = await runWhile(study, () => change(join(study, "data/releases.csv")));
      expect(code).toBe(3);
      expect(err).toMatch(message);
      expect(folderState(join(study, "out"))).toEqual(before);
      expect([...folderState(study).keys()].filter((name) => name.includes("/.out"))).toEqual([]);
    });
  }

  it("a plan that changes ends it in 2", async () => {
    const study = studyFolder();
    expect((await runCommand("run", study)).code).toBe(0);
    const before = folderState(join(study, "out"));
    const { code, err } = await runWhile(study, () => appendFileSync(join(study, "study.yaml"), "# a note\n"));
    expect(code).toBe(2);
    expect(err).toMatch(/study\.yaml was changed after it was read/);
    expect(folderState(join(study, "out"))).toEqual(before);
  });

  it("a file that is written again with the same bytes is no change", async () => {
    const study = studyFolder();
    const file = join(study, "data/releases.csv");
    const { code } = await runWhile(study, () => writeFileSync(file, readFileSync(file)));
    expect(code).toBe(0);
  });
});
