import { type StdioOptions, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../run-command.ts";

const full = "/dev/full";
const bin = join(repository, "packages/cli/src/bin.ts");

/** Runs the command with one of its outputs going to a device that is always full. */
function withFull(output: "stdout" | "stderr", ...words: string[]) {
  const device = openSync(full, "w");
  const stdio: StdioOptions = output === "stdout" ? ["ignore", device, "pipe"] : ["ignore", "pipe", device];
  const done = spawnSync(process.execPath, ["--import", "tsx", "--conditions=source", bin, ...words], {
    cwd: repository,
    encoding: "utf8",
    stdio,
  });
  closeSync(device);
  return done;
}

describe.skipIf(!existsSync(full))("where what is printed cannot be written", () => {
  it("results that are lost end in code 2 with a message and no trace", () => {
    const { status, stderr } = withFull("stdout", "schema", "people");
    expect(status).toBe(2);
    expect(stderr).toMatch(/likewise: what was printed cannot be written \(ENOSPC\)/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("messages that are lost leave the exit code as it is", () => {
    expect(withFull("stderr", "schema", "people").status).toBe(0);
    expect(withFull("stderr", "check", "nowhere").status).toBe(2);
  });
});
