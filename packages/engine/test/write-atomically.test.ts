import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recoverInterruptedWrite, sha256File, sha256Text, writeAtomically } from "@likewise/engine";
import { afterEach, beforeEach, expect, it } from "vitest";

let parent: string;
let out: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "likewise-test-"));
  out = join(parent, "out");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const put = (round: string) => async (staging: string) => {
  await mkdir(join(staging, "private"));
  await writeFile(join(staging, "private", "rows.csv"), round);
  await writeFile(join(staging, "manifest.json"), round);
};
const contentOf = async (folder: string) =>
  Promise.all(
    [join(folder, "manifest.json"), join(folder, "private", "rows.csv")].map((path) => readFile(path, "utf8")),
  );

it("a folder is made, then replaced whole, and nothing else is left beside it", async () => {
  await writeAtomically(join(out, "deep"), put("one"));
  await writeAtomically(join(out, "deep"), put("two"));
  expect(await contentOf(join(out, "deep"))).toEqual(["two", "two"]);
  expect(await readdir(out)).toEqual(["deep"]);
});

it("a failure half-way leaves the previous folder whole", async () => {
  await writeAtomically(out, put("one"));
  const half = async (staging: string) => {
    await writeFile(join(staging, "manifest.json"), "two");
    throw new Error("stopped here");
  };
  await expect(writeAtomically(out, half)).rejects.toThrow("stopped here");
  expect(await contentOf(out)).toEqual(["one", "one"]);
  expect(await readdir(parent)).toEqual(["out"]);
});

it("a full disk or a read-only one is a failure of use, with one message", async () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  await expect(writeAtomically(out, failing("ENOSPC"))).rejects.toMatchObject({
    kind: "usage",
    message: `${out} cannot be written: the disk is full`,
  });
  await expect(writeAtomically(out, failing("EROFS"))).rejects.toMatchObject({ kind: "usage" });
});

it.skipIf(process.getuid?.() === 0)(
  "a folder without permission is a failure of use (skipped: root may write anywhere)",
  async () => {
    await chmod(parent, 0o500);
    await expect(writeAtomically(out, put("one"))).rejects.toMatchObject({ kind: "usage" });
    await chmod(parent, 0o700);
  },
);

it("a file, or a folder with somebody's documents, is never replaced", async () => {
  await writeFile(out, "a letter");
  await expect(writeAtomically(out, put("one"))).rejects.toMatchObject({
    kind: "usage",
    message: `${out} is a file; name a folder to write to`,
  });
  await expect(writeAtomically(join(out, "below"), put("one"))).rejects.toMatchObject({ kind: "usage" });
  const documents = join(parent, "documents");
  await mkdir(documents);
  await writeAtomically(documents, async (staging) => writeFile(join(staging, "letter.txt"), "dear"));
  await expect(writeAtomically(documents, put("one"))).rejects.toThrow("holds files that Likewise did not write");
  expect(await readdir(documents)).toEqual(["letter.txt"]);
  await writeAtomically(documents, put("one"), { marker: "letter.txt" });
  expect(await contentOf(documents)).toEqual(["one", "one"]);
});

it("two runs at once: the second is refused and the first goes on", async () => {
  await writeAtomically(out, async (staging) => {
    await expect(writeAtomically(out, put("second"))).rejects.toMatchObject({ kind: "usage" });
    await put("first")(staging);
  });
  expect(await contentOf(out)).toEqual(["first", "first"]);
});

it("the lock of a process that has ended is taken over, that of another machine is not", async () => {
  const ended = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => ended.on("exit", resolve));
  const lock = join(parent, ".out.lock");
  await writeFile(lock, JSON.stringify({ pid: ended.pid, host: hostname() }));
  await writeAtomically(out, put("one"));
  expect(await readdir(parent)).toEqual(["out"]);
  await writeFile(lock, JSON.stringify({ pid: ended.pid, host: "another machine" }));
  await expect(writeAtomically(out, put("two"))).rejects.toThrow("is being written by another run");
  await writeFile(lock, "");
  await expect(writeAtomically(out, put("two"))).rejects.toThrow("remove");
  expect(await contentOf(out)).toEqual(["one", "one"]);
});

it("a kill between the two renames is put right by the next call", async () => {
  await writeAtomically(out, put("one"));
  await rename(out, join(parent, ".out.previous"));
  await mkdir(join(parent, ".out.staging"));
  await recoverInterruptedWrite(out);
  expect(await contentOf(out)).toEqual(["one", "one"]);
  expect(await readdir(parent)).toEqual(["out"]);
  await rename(out, join(parent, ".out.previous"));
  await writeAtomically(out, put("two"));
  expect(await contentOf(out)).toEqual(["two", "two"]);
  await recoverInterruptedWrite(join(parent, "never", "written"));
  expect(await readdir(parent)).toEqual(["out"]);
});

it("killed at random moments, the folder is always one whole write", async () => {
  const script = fileURLToPath(new URL("./write-forever.ts", import.meta.url));
  for (const milliseconds of [1, 7, 19, 43, 80]) {
    const writer = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", script, out], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve, reject) => {
      writer.stdout.once("data", resolve);
      writer.once("exit", () => reject(new Error("the writer stopped by itself")));
    });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    writer.kill("SIGKILL");
    await new Promise((resolve) => writer.on("exit", resolve));
    await recoverInterruptedWrite(out);
    const names = await readdir(out);
    const contents = await Promise.all(names.map((name) => readFile(join(out, name), "utf8")));
    expect(names).toHaveLength(21);
    expect(new Set(contents).size).toBe(1);
  }
  await writeAtomically(out, put("last"));
  expect(await readdir(parent)).toEqual(["out"]);
});

it("hashes of a file and of the same text agree with the published SHA-256 of abc", async () => {
  const path = join(parent, "abc.txt");
  await writeFile(path, "abc");
  // FIPS 180-4 example: SHA-256 of the three letters abc.
  const published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256File(path)).toBe(published);
  expect(sha256Text("abc")).toBe(published);
});

it("a place where no folder can be made is a failure of use, at once", async () => {
  // Below /proc the system says for every folder that there is none, whoever asks.
  if (process.platform !== "linux") return;
  await expect(writeAtomically("/proc/none/out", async () => {})).rejects.toMatchObject({
    kind: "usage",
    message: "/proc/none cannot be written: no folder can be made there",
  });
});
