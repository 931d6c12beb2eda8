import { mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runCommand } from "../run-command.ts";
import { folderState } from "./folder-state.ts";
import { studyFolder } from "./study-folder.ts";

// Whole runs, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

/** Which call of the file system fails, and how. */
const fault = vi.hoisted(() => ({ fails: (_call: string, _path: string): string | null => null }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const failing = (call: "writeFile" | "readFile" | "open" | "rename" | "mkdir" | "stat") => {
    const genuine = real[call] as (...words: unknown[]) => Promise<unknown>;
    return async (...words: unknown[]) => {
      const code = fault.fails(call, String(words[0]));
      if (code !== null) throw Object.assign(new Error(`${code}: as the system says it, ${call}`), { code });
      return genuine(...words);
    };
  };
  const calls = ["writeFile", "readFile", "open", "rename", "mkdir", "stat"] as const;
  return { ...real, ...Object.fromEntries(calls.map((call) => [call, failing(call)])) };
});

beforeEach(() => {
  fault.fails = () => null;
});

/** One message, no trace, and `out/` with everything beside it as it was. */
async function expectPreviousStays(study: string, code: number, message: RegExp): Promise<void> {
  const before = folderState(study);
  const result = await runCommand("run", study);
  fault.fails = () => null;
  expect(result).toMatchObject({ code, out: "" });
  expect(result.err).toMatch(message);
  expect(result.err.trimEnd().split("\n")).toHaveLength(1);
  expect(folderState(study)).toEqual(before);
}

async function studyWithRun(): Promise<string> {
  const study = studyFolder();
  expect((await runCommand("run", study)).code).toBe(0);
  return study;
}

describe("a disk that fills up leaves the previous out/ whole, and ends in 2", () => {
  for (const nth of [1, 5, 12]) {
    it(`at file ${nth} of those written`, async () => {
      const study = await studyWithRun();
      let written = 0;
      fault.fails = (call) => (call === "writeFile" && ++written === nth ? "ENOSPC" : null);
      await expectPreviousStays(study, 2, /out cannot be written: the disk is full/);
    });
  }

  it("when a file is flushed, and when the folder is made", async () => {
    const study = await studyWithRun();
    fault.fails = (call, path) => (call === "open" && path.includes("staging") ? "EDQUOT" : null);
    await expectPreviousStays(study, 2, /the disk is full/);
    fault.fails = (call, path) => (call === "mkdir" && path.includes("scratch") ? "ENOSPC" : null);
    await expectPreviousStays(study, 2, /the disk is full/);
  });
});

describe("a folder that cannot be written is known before any work, and ends in 2", () => {
  for (const code of ["EACCES", "EROFS", "EPERM"]) {
    it(code, async () => {
      const study = await studyWithRun();
      let read = 0;
      fault.fails = (call, path) => {
        if (call === "readFile" && path.endsWith("releases.csv")) read++;
        return call === "mkdir" && path.includes(".out.staging") ? code : null;
      };
      await expectPreviousStays(study, 2, /no permission, or the disk is read-only/);
      expect(read).toBe(0);
    });
  }
});

describe("folders that cannot change places leave the previous one", () => {
  it("the first rename", async () => {
    const study = await studyWithRun();
    fault.fails = (call, path) => (call === "rename" && basename(path) === "out" ? "EPERM" : null);
    await expectPreviousStays(study, 2, /cannot be written/);
  });

  it("the second: the next command puts it back", async () => {
    const study = await studyWithRun();
    const before = folderState(study);
    fault.fails = (call, path) => (call === "rename" && path.endsWith(".out.staging") ? "EPERM" : null);
    expect((await runCommand("run", study)).code).toBe(2);
    fault.fails = () => null;
    expect((await runCommand("report", join(study, "out"))).code).toBe(0);
    expect(folderState(study)).toEqual(before);
  });

  it("killed between the two: the next command puts the previous one back and clears the rest", async () => {
    const study = await studyWithRun();
    const before = folderState(study);
    renameSync(join(study, "out"), join(study, ".out.previous"));
    mkdirSync(join(study, ".out.staging", "private"), { recursive: true });
    mkdirSync(join(study, ".out.scratch"));
    expect((await runCommand("report", join(study, "out"))).code).toBe(0);
    expect(folderState(study)).toEqual(before);
  });
});

describe("an input that cannot be read names itself", () => {
  const faults: readonly [string, number, RegExp][] = [
    ["ENOENT", 3, /data\/releases\.csv was removed while it was being read/],
    ["EACCES", 2, /data\/releases\.csv cannot be read: no permission/],
    ["EIO", 3, /data\/releases\.csv cannot be read: the disk/],
  ];
  for (const call of ["readFile", "open"] as const) {
    for (const [code, exit, message] of faults) {
      it(`${code} of ${call} ends in ${exit}`, async () => {
        const study = await studyWithRun();
        fault.fails = (each, path) => (each === call && path.endsWith("releases.csv") ? code : null);
        await expectPreviousStays(study, exit, message);
      });
    }
  }
});
