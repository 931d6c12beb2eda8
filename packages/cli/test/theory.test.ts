import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const theory = `version: 1
nodes:
  - { id: aid, label: Weekly payments, kind: activity }
  - { id: fewer, label: Fewer arrests, kind: outcome, mechanism: change, indicator: { outcome: arrest }, source: arrest records, expected: { least: 0, most: 0.25 } }
links:
  - { from: aid, to: fewer, assumption: Money makes crime less needed, source: earlier trial, strength: weak }
`;

describe("a theory of change as a data file", () => {
  let study: string;
  const results = (): Results => JSON.parse(readFileSync(join(study, "out/results.json"), "utf8"));

  beforeAll(() => {
    study = join(temporaryFolder(), "tarp");
    cpSync(join(repository, "reports/tarp"), study, { recursive: true });
    const plan = readFileSync(join(study, "study.yaml"), "utf8");
    writeFileSync(join(study, "study.yaml"), plan.replace("programme:\n", "programme:\n  theoryFile: theory.yaml\n"));
  });

  it("is refused where it is not there or is not one, with its line", async () => {
    const absent = await runCommand("run", study);
    expect([absent.code, absent.err]).toEqual([
      2,
      expect.stringContaining("programme.theoryFile: there is no file theory.yaml"),
    ]);
    writeFileSync(join(study, "theory.yaml"), theory.replace("to: fewer", "to: feewr"));
    const nowhere = await runCommand("run", study);
    expect(nowhere.code).toBe(2);
    expect(await runCommand("check", study)).toMatchObject({ code: 2, err: nowhere.err });
    expect(nowhere.err).toContain(
      'theory.yaml line 6: links[0].to: expected the id of a node, found "feewr"; did you mean "fewer"?',
    );
  });

  it("is drawn with the value and the verdict of the run, against what was expected, and what is missing is listed", async () => {
    writeFileSync(join(study, "theory.yaml"), theory);
    expect((await runCommand("run", study)).err).toBe("");
    const { theory: checked, provenance } = results();
    expect(checked!.nodes[1]).toMatchObject({ result: expect.stringContaining("arrest"), verdict: expect.any(String) });
    expect(checked!.findings.map(({ rule }) => rule)).toEqual([
      ...["safety", "wellbeing", "maintenance"].map(() => "theory-mechanism-missing"),
      "theory-levels",
    ]);
    expect(provenance.inputs.map(({ file }) => file)).toContain("theory.yaml");
    const report = readFileSync(join(study, "out/report.html"), "utf8");
    // 48 of 216 given aid were arrested (Rossi, Berk and Lenihan 1980, as distributed with carData).
    expect(report).toContain("48 of 216 (22.2%), as was expected");
    expect(report).toContain("No mechanism of maintenance");
  });
});
