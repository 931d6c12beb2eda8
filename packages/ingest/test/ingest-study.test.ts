import { mkdirSync } from "node:fs";
import { type Ingested, ingestStudy, readFlatFile } from "@likewise/ingest";
import { type ColumnData, cell, parseIsoDate, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest, planOf, withFolder } from "./study-folder.ts";

const cellsOf = (column: ColumnData) => Array.from({ length: column.values.length }, (_, row) => cell(column, row));

describe("a study's tables", () => {
  const files = {
    "people.csv": "Ref, Sex ,Born,Pay,Share,Band,Cohort\n010,M,1980,£1,22.5%,1,2020\n9,F,,ND,,A,n/k\n",
    "events-1.csv": "Ref,When,DA\n010,14/03/2023,Y\n9,01/02/2023,N\n",
    "events-2.csv": "DA,When,Ref\n,15/03/2023 23:10,010\n",
  };
  const tables: Record<string, TableSource> = {
    events: {
      files: ["events-1.csv", "events-2.csv"],
      dateFormat: "dd/mm/yyyy",
      columns: { person: "Ref", event_date: "When", domestic: "DA" },
      constants: { crime: true },
    },
    people: {
      files: ["people.csv"],
      missing: ["n/k"],
      columns: { person: "Ref", sex: { column: "Sex", values: { M: "male", F: "female" } }, birth_year: "Born" },
      covariates: {
        pay: { column: "Pay", type: "money", missing: ["ND"] },
        share: { column: "Share", type: "percent" },
        band: "Band",
        cohort: { column: "Cohort" },
      },
      constants: { role: "perpetrator" },
    },
  };

  it("hold the mapped columns alone, under our names and in the schema's types", async () => {
    const { tables: read } = await ingest(files, tables);
    expect(Object.keys(read)).toEqual(["events", "people"]);
    const { events, people } = read;
    expect(
      Object.fromEntries(
        Object.entries(people!.columns).map(([name, column]) => [name, [column.type, cellsOf(column)]]),
      ),
    ).toEqual({
      person: ["text", ["010", "9"]],
      role: ["category", ["perpetrator", "perpetrator"]],
      birth_year: ["integer", [1980, null]],
      sex: ["category", ["male", "female"]],
      pay: ["number", [1, null]],
      share: ["number", [0.225, null]],
      band: ["category", ["1", "A"]],
      cohort: ["number", [2020, null]],
    });
    expect(
      Object.fromEntries(
        Object.entries(events!.columns).map(([name, column]) => [name, [column.type, cellsOf(column)]]),
      ),
    ).toEqual({
      person: ["text", ["010", "9", "010"]],
      event_date: ["date", ["2023-03-14", "2023-02-01", "2023-03-15"].map(parseIsoDate)],
      domestic: ["boolean", [true, false, null]],
      crime: ["boolean", [true, true, true]],
    });
  });

  it("come with an account for each file, and each file's hash once", async () => {
    const { accounts, inputs } = await ingest(files, tables);
    expect(accounts.map(({ table, file, rowsIn, rowsUsed }) => [table, file, rowsIn, rowsUsed])).toEqual([
      ["events", "events-1.csv", 2, 2],
      ["events", "events-2.csv", 1, 1],
      ["people", "people.csv", 2, 2],
    ]);
    expect(inputs.map(({ file, rows }) => [file, rows])).toEqual([
      ["events-1.csv", 2],
      ["events-2.csv", 1],
      ["people.csv", 2],
    ]);
    for (const { sha256 } of inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are the same for the same files, twice over", async () => {
    expect(await ingest(files, tables)).toEqual(await ingest(files, tables));
  });

  it("count rows of each file from 1, in issues and in rejected rows", async () => {
    const { issues, rejected } = await ingest(
      { ...files, "events-2.csv": "DA,When,Ref\nY,15/03/2023,010\nY,30/02/2023,010\n" },
      tables,
    );
    expect(briefly(issues)).toContain("date_impossible events 2 When");
    expect(issues.find(({ code }) => code === "date_impossible")!.file).toBe("events-2.csv");
    expect(rejected).toEqual([
      {
        table: "events",
        file: "events-2.csv",
        header: ["DA", "When", "Ref"],
        apart: false,
        rows: [{ line: 3, cells: ["Y", "30/02/2023", "010"], reasons: ["date_impossible"] }],
      },
    ]);
  });
});

describe("what concerns victims", () => {
  it("lies apart in events in which the person is the victim, whether or not people have roles", async () => {
    const files = {
      "people.csv": "Id\n1\n2\n",
      "events.csv":
        "Id,When,Part\n1,30/02/2023,victim\n1,30/02/2023,suspect\n9,01/02/2023,victim\n9,01/02/2023,suspect\n",
    };
    const events: TableSource = {
      files: ["events.csv"],
      dateFormat: "dd/mm/yyyy",
      columns: { person: "Id", event_date: "When", role: "Part" },
    };
    const people: TableSource = { files: ["people.csv"], columns: { person: "Id" } };
    const lines = async (tables: Record<string, TableSource>) => {
      const { rejected } = await ingest(files, tables);
      return rejected.filter(({ apart }) => apart).flatMap(({ rows }) => rows.map(({ line }) => line));
    };
    expect(await lines({ people, events })).toEqual([2, 4]);
    const withRoles = { ...people, constants: { role: "perpetrator" } };
    expect(await lines({ people: withRoles, events })).toEqual([2, 4, 5]);
  });
});

describe("without an id", () => {
  const files = { "trial.csv": "arm,arrest,week\nA,1,20\n,0,52\nB,0,52\n" };
  const tables: Record<string, TableSource> = {
    people: { files: ["trial.csv"], columns: { arm: "arm" } },
    outcomes: {
      files: ["trial.csv"],
      columns: { value: "arrest", time: "week" },
      constants: { outcome: "arrest", time_unit: "week" },
    },
  };

  it("the row number is the id, in every table that reads the file", async () => {
    const { tables: read } = await ingest(files, tables);
    expect(cellsOf(read.people!.columns.person!)).toEqual(["1", "2", "3"]);
    expect(cellsOf(read.outcomes!.columns.person!)).toEqual(["1", "2", "3"]);
    expect(cellsOf(read.outcomes!.columns.value!)).toEqual(["1", "0", "0"]);
  });

  it("a row rejected among people leaves its outcome without a person", async () => {
    const withAge: Record<string, TableSource> = {
      ...tables,
      people: { files: ["trial.csv"], columns: { arm: "arm", age: "week" } },
    };
    const { issues } = await ingest({ "trial.csv": files["trial.csv"].replace("20", "200") }, withAge);
    expect(briefly(issues)).toEqual(["number_out_of_range people 1 week", "reference_rejected outcomes 1 -"]);
  });

  it("a row number is refused where it would not say who is meant", async () => {
    const message = (changed: Record<string, TableSource>) =>
      ingest({ ...files, "other.csv": files["trial.csv"] }, { ...tables, ...changed }).catch(
        (error: Error) => error.message,
      );
    expect(await message({ people: { files: ["trial.csv", "other.csv"], columns: {} } })).toMatch(
      /no id over several files/,
    );
    expect(await message({ people: { files: ["other.csv"], columns: {} } })).toMatch(
      /only where people reads the same file/,
    );
    expect(await message({ people: { files: ["trial.csv"], columns: { person: "arm" } } })).toMatch(
      /only where people reads the same file/,
    );
  });
});

describe("a plan that does not fit the files is a failure of use, with one message", () => {
  const files = { "people.csv": "Person id,Sex\nP1,F\n" };
  const people: TableSource = { files: ["people.csv"], columns: { person: "Person id" } };
  const failing = async (table: string, source: TableSource) =>
    withFolder(files, async (folder) => {
      mkdirSync(`${folder}/data`);
      return ingestStudy({ plan: planOf({ [table]: source }), folder }).then(
        () => null,
        (error: Error & { kind?: string }) => [error.kind, error.message],
      );
    });
  const cases: [name: string, table: string, source: TableSource, message: string][] = [
    [
      "a file that is not there",
      "people",
      { ...people, files: ["peple.csv"] },
      "peple.csv does not exist; did you mean people.csv?",
    ],
    [
      "a folder that is not there",
      "people",
      { ...people, files: ["extracts/people.csv"] },
      "extracts/people.csv does not exist: there is no folder extracts",
    ],
    ["a folder for a file", "people", { ...people, files: ["data"] }, "data is a folder; name a file in it"],
    [
      "a column that is not there",
      "people",
      { ...people, columns: { person: "Persn id" } },
      'people.csv has no column "Persn id"; did you mean "Person id"? (its columns are "Person id", "Sex")',
    ],
    ["a table that does not exist", "event", people, "data.tables: there is no table event; did you mean events?"],
    [
      "a field that does not exist",
      "people",
      { ...people, columns: { persn: "Person id" } },
      "people has no field persn; did you mean person?",
    ],
    [
      "a required field left out",
      "events",
      { ...people, columns: { person: "Person id" } },
      "events: event_date is required and not mapped",
    ],
    [
      "a type that does not suit",
      "people",
      { ...people, columns: { age: { column: "Sex", type: "date" } } },
      "people: age holds numbers; type date does not suit it",
    ],
    [
      "a field both mapped and constant",
      "people",
      { ...people, constants: { person: "x" } },
      "people: person is both mapped and constant; keep one",
    ],
    [
      "a constant that cannot be read",
      "people",
      { ...people, constants: { role: "offender" } },
      "people: the constant for role cannot be read (code_unknown)",
    ],
    [
      "a covariate with the name of a field that is mapped",
      "people",
      { ...people, columns: { ...people.columns, sex: "Sex" }, covariates: { sex: "Sex" } },
      "people: covariate sex is mapped as a field already; rename it",
    ],
    [
      "a covariate that says who or when",
      "people",
      { ...people, covariates: { arm: "Sex" } },
      "people: no covariate can have the name arm, which says who or when; rename it",
    ],
    [
      "covariates of anything but people",
      "orders",
      { files: ["people.csv"], columns: { from: "Sex" }, constants: { kind: "custody" }, covariates: { a: "Sex" } },
      "orders: only people can have covariates",
    ],
    [
      "a key that is not mapped",
      "people",
      { ...people, key: ["sex"] },
      "people: sex is part of the key and not mapped",
    ],
  ];
  for (const [name, table, source, message] of cases) {
    it(name, async () => {
      expect(await failing(table, source)).toEqual(["usage", message]);
    });
  }
});

describe("a flat file", () => {
  const failing = (content: string, columns: readonly string[], id?: string) =>
    withFolder({ "x.csv": content }, (folder) =>
      readFlatFile({ file: `${folder}/x.csv`, columns, id }).then(
        () => null,
        (error: Error & { kind?: string }) => [error.kind, error.message.replace(`${folder}/`, "")],
      ),
    );

  it("gives the id as text, numbers where every cell is one, else codes", async () => {
    await withFolder({ "x.csv": "id,age , band,only\n007,31,a,NA\n07,NA,,\n" }, async (folder) => {
      const { columns, account, issues } = await readFlatFile({
        file: `${folder}/x.csv`,
        columns: ["age", "band", "only"],
        id: "id",
      });
      expect(Object.entries(columns.columns).map(([name, column]) => [name, column.type, cellsOf(column)])).toEqual([
        ["id", "text", ["007", "07"]],
        ["age", "number", [31, null]],
        ["band", "category", ["a", null]],
        ["only", "category", [null, null]],
      ]);
      expect([account.rowsIn, account.rowsUsed]).toEqual([2, 2]);
      expect(briefly(issues)).toEqual(["header_whitespace table - age", "header_whitespace table - band"]);
    });
  });

  it("stops with one message when it cannot be read", async () => {
    expect(await failing("", ["a"])).toEqual(["data", "x.csv is empty"]);
    expect(await failing("age,arrest\n1,2\n", ["aeg"])).toEqual([
      "usage",
      'x.csv has no column "aeg"; did you mean "age"? (its columns are "age", "arrest")',
    ]);
    expect(await failing("root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1\n", ["age"])).toEqual([
      "usage",
      'x.csv has no column "age": expected "age", found 1 column and none of these; its first row is not shown, as it may be no header',
    ]);
  });

  it("with another delimiter than a comma is read, and says so", async () => {
    await withFolder({ "x.csv": "a;b\n1;2\n" }, async (folder) => {
      const { columns, assumptions } = await readFlatFile({ file: `${folder}/x.csv`, columns: ["b"] });
      expect(cellsOf(columns.columns.b!)).toEqual([2]);
      expect(assumptions.find(({ what }) => what === "delimiter")).toEqual({
        what: "delimiter",
        value: ";",
        evidence: "semicolons give 2 cells in 2 of its first 2 records, commas 1 in 2",
        fix: 'format.delimiter: ";"',
      });
    });
  });

  it("without a header does not have its first person printed", async () => {
    const message = (await failing("P001,Priya Anand,1980\nP002,Joe Bloggs,1990\n", ["age"]))![1];
    expect(message).toBe(
      'x.csv has no column "age"; its first row is not shown, because part of it looks like data: is there a header row?',
    );
  });

  it("nor when that row holds nothing but a name", async () => {
    const message = (await failing("Smith,John,North\nJones,Mary,South\n", ["age"]))![1];
    expect(message).toContain("its first row is not shown");
    expect(message).not.toMatch(/Smith|John/);
  });
});

it("no message or issue holds the value of a cell, whatever goes wrong", async () => {
  const secret = "zebra7391";
  const bad: Record<string, TableSource> = {
    people: { files: ["people.csv"], columns: { person: "id", birth_year: "born" } },
    events: {
      files: ["events.csv"],
      columns: { person: "who", event_date: "on", role: "part", domestic: "da" },
      dateFormat: "yyyy-mm-dd",
    },
    costs: { files: ["events.csv"], columns: { amount_pounds: "da" }, constants: { payer: "x" } },
  };
  const read: Ingested = await ingest(
    {
      "people.csv": `id,born\nP1,1990\n${secret},${secret}\n`,
      "events.csv": `who,on,part,da\n${secret},${secret},${secret},${secret}\nP1,2024-01-01,suspect,Y\n`,
    },
    bad,
  );
  expect(read.issues.length).toBeGreaterThan(4);
  expect(JSON.stringify([read.issues, read.accounts, read.inputs])).not.toContain(secret);
});
