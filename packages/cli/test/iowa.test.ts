import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { expect, it } from "vitest";
import { hasSharedData, runCommand, sharedData, temporaryFolder } from "./run-command.ts";

const extract = "iowa-recidivism/3-Year_Recidivism_for_Offenders_Released_from_Prison_in_Iowa.csv";

const plan = (file: string) => `version: 1
title: Returns to prison within three years, Iowa
data:
  tables:
    people:
      files: ["${file}"]
      columns: { arm: "Target Population" }
    outcomes:
      files: ["${file}"]
      columns: { value: Return to Prison }
      constants: { outcome: returned }
cohort:
  arms:
    from: people.arm
    treated: ["Yes"]
    comparison: ["No"]
    labels: { treated: people in the target population, comparison: other people released }
outcomes:
  - { id: returned, label: return to prison within three years, basis: incident, reporter: administrative,
      definition: return-36-months, kind: binary, from: outcomes, outcome: returned, direction: lower }
comparisons:
  - { id: headline, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, outcomes: [returned], covariates: [] }
`;

it.skipIf(!hasSharedData)(
  "Iowa: 26,018 rows all used though 7,147 equal others, 8,681 returned (skipped without ../shared)",
  async () => {
    const folder = temporaryFolder();
    copyFileSync(join(sharedData, extract), join(folder, "iowa.csv"));
    writeFileSync(join(folder, "study.yaml"), plan("iowa.csv"));
    const { code, err } = await runCommand("run", folder);
    expect(err).toBe("");
    expect(code).toBe(0);
    const results: Results = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
    const people = results.accounts.find((account) => account.table === "people" && account.stage === "ingest")!;
    expect([people.rowsIn, people.rowsUsed, people.rowsRejected]).toEqual([26018, 26018, 0]);
    expect(people.notes).toContainEqual({ code: "equal_rows", rows: 7147 });
    // Known results of the extract: yes 5,511 of 14,273, no 3,170 of 11,745 (8,681 of 26,018, 33.4 %).
    const { treated, comparison } = results.comparisons[0]!.estimates.find((estimate) => estimate.primary)!;
    expect([treated.events, treated.n, comparison.events, comparison.n]).toEqual([5511, 14273, 3170, 11745]);
  },
);
