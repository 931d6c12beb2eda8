import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ingestStudy, readFlatFile } from "@likewise/ingest";
import { type ColumnPlan, categoriesOf, cell, numbersOf, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf } from "./study-folder.ts";

const sharedData = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const present = existsSync(sharedData);
const here = `(skipped without shared data: ${present ? "present" : "absent"})`;

/** Numbers of these data sets are those published with them, or recomputed in R; see DATASETS.md beside the data. */
describe.skipIf(!present)(`the Iowa extract as a study ${here}`, () => {
  const file = "3-Year_Recidivism_for_Offenders_Released_from_Prison_in_Iowa.csv";
  const folder = `${sharedData}/iowa-recidivism`;
  const headers = [
    "Fiscal Year Released",
    "Main Supervising District",
    "Release Type",
    "Race - Ethnicity",
    "Age At Release ",
    "Sex",
    "Offense Classification",
    "Offense Type",
    "Offense Subtype",
    "Recidivism Type",
    "New Offense Classification",
    "New Offense Type",
    "New Offense Sub Type",
    "Target Population",
    "Recidivism Reporting Year",
  ];
  const covariates: Record<string, ColumnPlan> = Object.fromEntries(headers.map((header) => [header.trim(), header]));
  const tables: Record<string, TableSource> = {
    people: { files: [file], columns: { arm: "Target Population" }, covariates },
    outcomes: {
      files: [file],
      columns: {
        value: { column: "Return to Prison", type: "number", values: { Yes: 1, No: 0 } },
        time: "Days to Return",
      },
      constants: { outcome: "returned", time_unit: "day" },
    },
  };

  it("drops no row, though 7,147 equal others, and counts them", async () => {
    const { accounts, rejected, issues, inputs } = await ingestStudy({ plan: planOf(tables), folder });
    for (const account of accounts) {
      expect([account.rowsIn, account.rowsUsed, account.rowsRejected]).toEqual([26018, 26018, 0]);
      expect(account.notes).toContainEqual({ code: "equal_rows", rows: 7147 });
    }
    expect(rejected).toEqual([]);
    expect(inputs).toHaveLength(1);
    const codes = new Set(issues.map(({ code, column }) => `${code} ${column}`));
    expect(codes).toEqual(new Set(["header_whitespace Age At Release ", "equal_rows null"]));
  });

  it("has the row number as id, 8,681 returned of 26,018, and 17,337 without a day of return", async () => {
    const { people, outcomes } = (await ingestStudy({ plan: planOf(tables), folder })).tables;
    expect([0, 1, 26017].map((row) => cell(people!.columns.person!, row))).toEqual(["1", "2", "26018"]);
    expect(outcomes!.columns.person).toEqual(people!.columns.person);
    const returned = numbersOf(outcomes!, "value").values.reduce((sum, value) => sum + value, 0);
    expect(returned).toBe(8681);
    const time = numbersOf(outcomes!, "time");
    expect(time.valid!.filter((isPresent) => isPresent === 0).length).toBe(17337);
    const days = time.values.filter((_, row) => time.valid![row] === 1);
    expect([Math.min(...days), Math.max(...days)]).toEqual([0, 1095]);
    const age = categoriesOf(people!, "Age At Release");
    expect(age.valid!.filter((isPresent) => isPresent === 0).length).toBe(3);
    const district = categoriesOf(people!, "Main Supervising District");
    expect(district.valid!.filter((isPresent) => isPresent === 0).length).toBe(9581);
    // Two labels that differ in words, a dash among them, are two levels.
    expect(categoriesOf(people!, "Release Type").levels).toContain("Discharged – End of Sentence");
  });
});

describe.skipIf(!present)(`trials read as one flat file ${here}`, () => {
  it("TARP: 432 people, 114 rearrested, arms of 216", async () => {
    const { columns, account, issues } = await readFlatFile({
      file: `${sharedData}/tarp-rossi/Rossi.csv`,
      columns: ["week", "arrest", "fin", "age", "race", "wexp", "mar", "paro", "prio"],
    });
    expect([account.rowsIn, account.rowsUsed]).toEqual([432, 432]);
    expect(issues).toEqual([]);
    expect(numbersOf(columns, "arrest").values.reduce((sum, value) => sum + value, 0)).toBe(48 + 66);
    const fin = categoriesOf(columns, "fin");
    expect(fin.levels).toEqual(["no", "yes"]);
    expect(fin.values.reduce((sum, value) => sum + value, 0)).toBe(216);
    expect(columns.columns.race!.type).toBe("category");
    expect(columns.columns.prio!.type).toBe("number");
  });

  it("LaLonde: 614 people, 185 trained, ids as they stand", async () => {
    const { columns, header } = await readFlatFile({
      file: `${sharedData}/nsw-lalonde/lalonde.csv`,
      columns: ["treat", "age", "educ", "race", "married", "nodegree", "re74", "re75", "re78"],
      id: "rownames",
    });
    expect(columns.numRows).toBe(614);
    expect(numbersOf(columns, "treat").values.reduce((sum, value) => sum + value, 0)).toBe(185);
    expect(columns.columns.rownames!.type).toBe("text");
    expect(cell(columns.columns.rownames!, 0)).toBe("NSW1");
    expect(header).toContain("re78");
  });

  it("no column of the data sets is taken for an identifier", async () => {
    const files = [
      "cgd-recurrent/cgd.csv",
      "claus-2020/claus_2020.csv",
      "crown-court-drugs/ccdrug.csv",
      "crime1-arrests/crime1.csv",
      "nsw-lalonde/nsw_mixtape.csv",
      "jacobson-1989/jacobson_1989.csv",
      "antidepressant-hamd/antidepressant_data.csv",
      "minneapolis-dv-experiment/mdve.csv",
      "seatbelts-gb/Seatbelts.csv",
      "nsw-offences/nsw_offences.csv",
      "tarp-rossi/Rossi.csv",
      "mpdta/mpdta.csv",
    ];
    for (const name of files) {
      const file = `${sharedData}/${name}`;
      const { header } = await readFlatFile({ file, columns: [] });
      const columns = [...new Set(header)].filter((column) => column !== "");
      const { account } = await readFlatFile({ file, columns });
      expect([name, account.rowsRejected]).toEqual([name, 0]);
    }
  });
});
