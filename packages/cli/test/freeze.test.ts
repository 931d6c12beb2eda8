import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { beforeEach, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const planText = (window: string, primary: string) => `version: 1
title: Words in a plan
synthetic: true
data:
  tables:
    people: { files: [people.csv], columns: { person: id, arm: arm, age: age } }
    outcomes: { files: [outcomes.csv], columns: { person: id, outcome: outcome, value: value } }
cohort:
  indexDate: null
  arms: { from: people.arm, treated: [a], comparison: [b], labels: { treated: people given a place, comparison: people there was no room for } }
outcomes:
  - { id: arrest, label: arrested, basis: recorded-crime, reporter: police, definition: arrests-${window}, kind: binary, direction: lower, from: outcomes, primary: ${primary === "arrest"} }
  - { id: charge, label: charged, basis: charged, reporter: police, definition: charges, kind: binary, direction: lower, from: outcomes, primary: ${primary === "charge"} }
comparisons:
  - { id: main, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, covariates: [age] }
`;

describe("likewise freeze", () => {
  let study: string;
  const writePlan = (window = "recorded-12m", primary = "arrest") =>
    writeFileSync(join(study, "study.yaml"), planText(window, primary));
  const writeData = () => {
    const people = Array.from({ length: 80 }, (_, at) => at);
    writeFileSync(
      join(study, "people.csv"),
      ["id,arm,age,prior", ...people.map((at) => `p${at},${at % 2 ? "a" : "b"},${20 + (at % 23)},${at % 5}`), ""].join(
        "\n",
      ),
    );
    writeFileSync(
      join(study, "outcomes.csv"),
      [
        "id,outcome,value",
        ...people.flatMap((at) => [`p${at},arrest,${at % 3 ? 0 : 1}`, `p${at},charge,${at % 4 ? 0 : 1}`]),
        "",
      ].join("\n"),
    );
  };
  const results = (): Results => JSON.parse(readFileSync(join(study, "out/results.json"), "utf8"));

  beforeEach(() => {
    study = temporaryFolder();
    writePlan();
  });

  it("before the data: dated, hashed, and later runs say that nothing departs from it", async () => {
    const frozen = await runCommand("freeze", study, "--json");
    expect([frozen.code, frozen.err]).toEqual([0, ""]);
    const { frozenOn, sha256, dataThere, file } = JSON.parse(frozen.out);
    expect(frozenOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(dataThere).toEqual([]);
    expect(file).toBe(`frozen/1-${frozenOn}.json`);
    writeData();
    expect((await runCommand("run", study)).err).toBe("");
    expect(results().frozen).toEqual({ frozenOn, sha256, dataThere: 0, amendments: [], departures: [] });
    const report = readFileSync(join(study, "out/report.html"), "utf8");
    expect(report).toContain("nothing departs from the plan as frozen");
  });

  it("after the data: says how many files were there", async () => {
    writeData();
    const { out } = await runCommand("freeze", study);
    expect(out).toContain("2 files were there already");
  });

  it("prints a switched primary outcome as a departure, and an amendment with its reason", async () => {
    await runCommand("freeze", study);
    writeData();
    writePlan("recorded-12m", "charge");
    const again = await runCommand("freeze", study);
    expect(again.code).toBe(2);
    expect(again.err).toContain('say why: --why "…"');
    await runCommand("run", study);
    expect(results().frozen!.departures.map(({ path, bearing }) => [path, bearing])).toEqual([
      ["outcomes[arrest].primary", "primary-outcome"],
      ["outcomes[charge].primary", "primary-outcome"],
    ]);
    expect((await runCommand("freeze", study, "--why", "the force holds no arrests")).code).toBe(0);
    await runCommand("run", study);
    expect(results().frozen!.amendments).toMatchObject([{ why: "the force holds no arrests", departures: 2 }]);
    // Departures are always from the first: an amendment explains a change, it does not undo it.
    expect(results().frozen!.departures).toHaveLength(2);
    expect(readFileSync(join(study, "out/report.html"), "utf8")).toContain("The primary outcome");
  });

  it("says that an unchanged plan is frozen already, and refuses to run on a frozen plan that was changed or taken out", async () => {
    await runCommand("freeze", study);
    expect(await runCommand("freeze", study)).toMatchObject({
      code: 0,
      out: expect.stringContaining("nothing was written"),
    });
    expect(readdirSync(join(study, "frozen"))).toHaveLength(1);
    writePlan("recorded-6m");
    await runCommand("freeze", study, "--why", "shorter follow-up");
    writeData();
    const [first] = readdirSync(join(study, "frozen")).sort();
    const path = join(study, "frozen", first!);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("arrests-recorded-12m", "arrests-ever"));
    const changed = await runCommand("run", study);
    expect([changed.code, changed.err]).toEqual([2, expect.stringContaining("was changed after it was frozen")]);
    rmSync(path);
    const gone = await runCommand("run", study);
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining("gone or out of order")]);
  });
});
