import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ingestStudy } from "@likewise/ingest";
import { cell, type TableSource } from "@likewise/schema";
import { kaplanMeier, survivalAt, wilsonInterval } from "@likewise/stats";
import { beforeAll, describe, expect, it } from "vitest";
import { planOf } from "./study-folder.ts";

const folder = fileURLToPath(new URL("../../../../shared/data/iowa-recidivism", import.meta.url));
const present = existsSync(folder);
const here = `(skipped without shared data: ${present ? "present" : "absent"})`;
const file = "3-Year_Recidivism_for_Offenders_Released_from_Prison_in_Iowa.csv";
const tables: Record<string, TableSource> = {
  people: { files: [file], columns: { arm: "Target Population" }, covariates: { year: "Fiscal Year Released" } },
  outcomes: {
    files: [file],
    columns: {
      value: { column: "Return to Prison", type: "number", values: { Yes: 1, No: 0 } },
      time: "Days to Return",
    },
    constants: { outcome: "returned", time_unit: "day" },
  },
};

/** Numbers are those known of the extract; see DATASETS.md beside the data. */
describe.skipIf(!present)(`releases from prison in Iowa, as ingested ${here}`, () => {
  let releases: { year: string; target: string; returned: boolean; days: number }[] = [];

  beforeAll(async () => {
    const { people, outcomes } = (await ingestStudy({ plan: planOf(tables), folder })).tables;
    // A row is a person in both tables, under the same row number. Everybody was followed three years.
    releases = Array.from({ length: people!.numRows }, (_, row) => ({
      year: String(cell(people!.columns.year!, row)),
      target: String(cell(people!.columns.arm!, row)),
      returned: cell(outcomes!.columns.value!, row) === 1,
      days: Number(cell(outcomes!.columns.time!, row) ?? 1095),
    }));
  });

  it.each([
    ["2010", "30.34"],
    ["2011", "29.67"],
    ["2012", "31.86"],
    ["2013", "34.24"],
    ["2014", "35.39"],
    ["2015", "37.81"],
  ])("of fiscal year %s end in a return within three years for %s %%", (year, percent) => {
    const released = releases.filter((release) => release.year === year);
    const events = released.filter(({ returned }) => returned).length;
    expect((100 * wilsonInterval({ events, total: released.length }).proportion).toFixed(2)).toBe(percent);
  });

  it.each([
    ["No", [0.90166, 0.795743, 0.730098]],
    ["Yes", [0.817628, 0.687592, 0.613886]],
  ])("with target population %s: free of return by Kaplan–Meier at 365, 730 and 1,095 days", (target, free) => {
    const followed = releases.filter((release) => release.target === target);
    const curve = kaplanMeier({
      time: followed.map(({ days }) => days),
      event: followed.map(({ returned }) => Number(returned)),
    });
    const worked = [365, 730, 1095].map((day) => Number(survivalAt(curve, day).survival.toFixed(6)));
    expect(worked).toEqual(free);
  });
});
