import { readDistrict } from "@likewise/ingest";
import { cell, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest } from "./study-folder.ts";

const read = async (text: string, columns: TableSource["columns"], rest: Partial<TableSource> = {}) => {
  const people: TableSource = { files: ["people.csv"], columns: { person: "id", ...columns }, ...rest };
  const ingested = await ingest({ "people.csv": text }, { people }, "2024-06-30");
  const { numRows, columns: kept } = ingested.tables.people!;
  const values = (name: string) => Array.from({ length: numRows }, (_, row) => cell(kept[name]!, row));
  return { ...ingested, values, issues: briefly(ingested.issues) };
};

describe("of a column of dates of birth", () => {
  const born = "id,dob\n1,29/02/1980\n2,31/12/1999\n3,\n4,01/01/2025\n5,1990\n";

  it("mapped to birth_year only the year is kept, and checked like any year of birth", async () => {
    const columns = { birth_year: { column: "dob", use: "age", dateFormat: ["dd/mm/yyyy", "yyyy"] } } as const;
    const { values, issues, tables } = await read(born, columns as unknown as TableSource["columns"]);
    expect(values("birth_year")).toEqual([1980, 1999, null, 1990]);
    expect(issues).toEqual(["future_birth_year people 4 dob"]);
    expect(tables.people!.columns.birth_year!.type).toBe("integer");
  });

  it("mapped to age only completed years at the row's index date are kept", async () => {
    // By hand: born 29 February 1980, the 44th birthday is on 29 February 2024 and the 43rd counted from 1 March 2023.
    const text =
      "id,dob,start\n1,1980-02-29,2024-02-28\n2,1980-02-29,2024-02-29\n3,1980-02-29,2023-02-28\n4,1980-02-29,2023-03-01\n5,1980-02-29,\n6,2024-03-01,2024-02-29\n";
    const { values, issues, tables } = await read(text, { age: { column: "dob", use: "age" }, index_date: "start" });
    expect(values("age")).toEqual([43, 44, 42, 43, null]);
    expect(issues).toEqual(["number_out_of_range people 6 dob"]);
    expect(tables.people!.columns.age!.type).toBe("number");
  });

  it("that are partial an age is kept where every day gives it", async () => {
    const text = "id,dob,start\n1,1980-03,2024-04-01\n2,1980-03,2024-03-15\n3,1980-03,2024-02-29\n";
    const columns: TableSource["columns"] = { age: { column: "dob", use: "age" }, index_date: "start" };
    expect((await read(text, columns)).values("age")).toEqual([44, null, 43]);
  });

  it("nothing is kept without an index date, or in any other field", async () => {
    await expect(read(born, { age: { column: "dob", use: "age" } })).rejects.toThrow(
      "people: an age is worked out at index_date of the same row; map that, or birth_year",
    );
    await expect(read(born, { index_date: { column: "dob", use: "age" } })).rejects.toThrow(
      "people: use age suits birth_year and age of people, not index_date",
    );
  });

  it("no day goes further: not in tables, accounts, issues or assumptions", async () => {
    const text = `id,dob\n${Array.from({ length: 20 }, (_, row) => `P${row + 1},${13 + (row % 15)}/03/1971`).join("\n")}\n`;
    const { tables, accounts, assumptions, issues } = await read(text, { birth_year: { column: "dob", use: "age" } });
    const written = JSON.stringify([tables, accounts, assumptions, issues]);
    expect(written).not.toMatch(/\/03\/1971|1971-03|\b4(3[5-9]|4[0-9]|50)\b/);
    expect(assumptions.filter(({ what }) => what === "dateFormat").map(({ value }) => value)).toEqual(["dd/mm/yyyy"]);
  });
});

describe("of a column of postcodes", () => {
  it("the district is the outward code, in capitals", () => {
    // One of each form in Royal Mail's guide.
    const forms = { "M1 1AE": "M1", "B33 8TH": "B33", "CR2 6XH": "CR2", "DN55 1PT": "DN55", "W1A 0AX": "W1A" };
    for (const [text, district] of Object.entries({ ...forms, "EC1A 1BB": "EC1A", "GIR 0AA": "GIR" })) {
      expect(readDistrict(text)).toBe(district);
      expect(readDistrict(text.toLowerCase().replace(" ", ""))).toBe(district);
      expect(readDistrict(district.toLowerCase())).toBe(district);
    }
    for (const text of ["", "10115", "Leeds", "SW1A 1A", "SW1A 11A", "AAA1 1AA", "1A 1AA"]) {
      expect([text, readDistrict(text)]).toEqual([text, null]);
    }
  });

  it("only it is kept, in area and in covariates, and what cannot be read is rejected", async () => {
    const text = "id,pc\n1,sw1a 1aa\n2,SW1A2AA\n3,\n4,SW1\n5,unknown house\n";
    const { values, issues, tables, accounts } = await read(
      text,
      { area: { column: "pc", use: "district" } },
      { covariates: { home: { column: "pc", use: "district" } } },
    );
    expect(values("area")).toEqual(["SW1A", "SW1A", null, "SW1"]);
    expect(values("home")).toEqual(values("area"));
    expect(issues).toEqual(["postcode_unreadable people 5 pc", "postcode_unreadable people 5 pc"]);
    expect(JSON.stringify([tables, accounts])).not.toMatch(/1aa|2AA/i);
  });

  it("nothing is kept in any other field", async () => {
    await expect(read("id,pc\n1,SW1A 1AA\n", { sex: { column: "pc", use: "district" } })).rejects.toThrow(
      "people: use district suits area of people and covariates, not sex",
    );
  });
});
