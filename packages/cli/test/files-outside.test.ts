import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const trial = readFileSync(join(repository, "reports/tarp/study.yaml"), "utf8");

/** The real trial without its data: what a plan names outside its folder is told before any file is looked for. */
function study(from: string, to: string): string {
  const folder = join(temporaryFolder(), "study");
  mkdirSync(folder);
  const plan = trial.replaceAll(from, () => to);
  expect(plan).not.toBe(trial);
  writeFileSync(join(folder, "study.yaml"), plan);
  return folder;
}

const named = (file: string) => study("files: [data/releases.csv]", `files: [${JSON.stringify(file)}]`);

describe("a file that a plan names outside its folder", () => {
  it.each([
    "/etc/passwd",
    "../../etc/passwd",
    "data/../../people.csv",
    "..\\people.csv",
    "C:\\Extracts\\people.csv",
    "c:people.csv",
    "\\\\server\\share\\people.csv",
  ])("is refused by its line before anything is read: %s", async (file) => {
    for (const command of ["check", "run"]) {
      const { code, out, err } = await runCommand(command, named(file));
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.split("\n")[0]).toBe(
        `likewise: study.yaml line 24: data.tables.people.files[0]: expected a file in the study folder, found ${JSON.stringify(file)}; copy it into the folder (data/ is its place) and name it from there`,
      );
    }
  });

  it.each([
    ["programme.theoryFile", "programme:\n", "programme:\n  theoryFile: ../theory.yaml\n"],
    ["programme.evidenceFile", "programme:\n", "programme:\n  evidenceFile: /evidence.yaml\n"],
    [
      "report.branding.logo",
      "programme:\n",
      "report: { branding: { name: A trust, logo: ../logo.svg } }\nprogramme:\n",
    ],
  ])("is refused wherever a plan may name one: %s", async (path, from, to) => {
    const { code, err } = await runCommand("check", study(from, to));
    expect(code).toBe(2);
    expect(err).toContain(`${path}: expected a file in the study folder`);
  });

  it.each(["data/people.csv", "./data/people.csv", "data/../data/people.csv"])(
    "is none that only looks it: %s",
    async (file) => {
      const { err } = await runCommand("check", named(file));
      expect(err).not.toBe("");
      expect(err).not.toContain("expected a file in the study folder");
    },
  );
});
