import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { runCommand } from "../run-command.ts";
import { folderState } from "./folder-state.ts";
import { studyFolder } from "./study-folder.ts";

// Whole runs, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const bin = fileURLToPath(new URL("../../src/bin.ts", import.meta.url));
const likewise = ["--import", "tsx", "--conditions", "source", bin];
const place = mkdtempSync(join(tmpdir(), "likewise-faults-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const mounts = mountsSmallDisks();
const noMount = mounts ? "" : " (skipped: disks cannot be mounted here)";
/** Words before a command so that permissions count; null where they cannot be had. */
const asNobody = wordsAsNobody();
const noNobody = asNobody === null ? " (skipped: root may write anywhere and cannot become another user)" : "";

describe("a real disk of small size", () => {
  it.skipIf(!mounts)(`that fills up leaves the previous out/ whole, and ends in 2${noMount}`, async () => {
    const study = studyFolder(join(place, "full"));
    const fits = join(place, "fits");
    expect((await runCommand("run", study, "--out", fits)).code).toBe(0);
    // Between one run and two: at each size another file is the one that does not fit.
    for (const share of [1.15, 1.4, 1.7]) {
      const kilobytes = Math.ceil(share * kilobytesOf(fits));
      const disk = join(place, `disk-${share}`);
      mkdirSync(disk);
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
      try {
        const out = join(disk, "out");
        expect((await runCommand("run", study, "--out", out)).code).toBe(0);
        const before = folderState(disk);
        const { code, err } = await runCommand("run", study, "--out", out);
        expect({ code, err }).toEqual({ code: 2, err: `likewise: ${out} cannot be written: the disk is full\n` });
        expect(folderState(disk)).toEqual(before);
      } finally {
        execFileSync("umount", [disk]);
      }
    }
  });

  it.skipIf(!mounts)(`that is read-only ends in 2 with its name${noMount}`, async () => {
    const disk = join(place, "read-only");
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
    try {
      const study = studyFolder(disk);
      execFileSync("mount", ["-o", "remount,ro", disk]);
      const { code, err } = await runCommand("run", study);
      expect(code).toBe(2);
      expect(err).toMatch(/out cannot be written: no permission, or the disk is read-only\n$/);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

it.skipIf(asNobody === null)(
  `a folder without permission ends in 2, and the previous out/ stays${noNobody}`,
  async () => {
    const study = studyFolder(join(place, "closed"));
    expect((await runCommand("run", study)).code).toBe(0);
    const before = folderState(study);
    for (const folder of [place, join(place, "closed"), join(study, "data")]) chmodSync(folder, 0o755);
    chmodSync(study, 0o555);
    const [program, ...words] = [...asNobody!, process.execPath, ...likewise, "run", study];
    const { status, stderr } = spawnSync(program!, words, { encoding: "utf8" });
    chmodSync(study, 0o755);
    expect(status).toBe(2);
    expect(stderr).toMatch(/out cannot be written: no permission/);
    expect(folderState(study)).toEqual(before);
  },
);

it("of two runs at once the second ends in 2 at once, and the first goes on", async () => {
  const study = studyFolder(join(place, "two"));
  const first = spawn(process.execPath, [...likewise, "run", study], { stdio: "ignore" });
  const ended = endOf(first);
  while (!existsSync(join(study, ".out.staging")) && first.exitCode === null) await pause(1);
  // Halted where it is, so that it cannot end before the second has begun.
  first.kill("SIGSTOP");
  const second = await runCommand("run", study);
  first.kill("SIGCONT");
  expect(second.code).toBe(2);
  expect(second.err).toMatch(new RegExp(`out is being written by another run \\(process ${first.pid} on `));
  expect(await ended).toBe(0);
  expect(existsSync(join(study, "out", "results.json"))).toBe(true);
  expect([...folderState(study).keys()].filter((name) => name.includes("/.out"))).toEqual([]);
  expect((await runCommand("run", study)).code).toBe(0);
});

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function mountsSmallDisks(): boolean {
  const probe = mkdtempSync(join(tmpdir(), "likewise-mount-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", probe]).status === 0;
  if (mounted) execFileSync("umount", [probe]);
  rmSync(probe, { recursive: true });
  return mounted;
}

function wordsAsNobody(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  return spawnSync(words[0]!, [...words.slice(1), "test", "-r", bin]).status === 0 ? words : null;
}

/** What a folder takes on a disk that counts in pages of 4 KB. */
function kilobytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => 4 * Math.max(1, Math.ceil(statSync(join(folder, String(name))).size / 4096)))
    .reduce((sum, size) => sum + size, 0);
}
