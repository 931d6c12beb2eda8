import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DateFormat, dateFormats, issueCode, readDate } from "@likewise/ingest";
import { isoDate, parseIsoDate, recordSchema, type StudyPlan, type TableSource, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest } from "./study-folder.ts";

const format = (name: string) => dateFormats.find((candidate) => candidate.format === name)!;
const day = (iso: string) => parseIsoDate(iso)!;
const past = { year: 2024, kind: "past" } as const;

describe("every format of the plan", () => {
  /** Written by hand: 4 March 2023, or the month or year of it. */
  const written: Readonly<Record<DateFormat["format"], readonly string[]>> = {
    "yyyy-mm-dd": ["2023-03-04", "2023-3-4", "2023-03-04T09:30:00", "2023-03-04 09:30"],
    "dd/mm/yyyy": ["04/03/2023", "4/3/2023", "04/03/2023 23:59:59.999"],
    "mm/dd/yyyy": ["03/04/2023", "3/4/2023 1:05 PM"],
    "dd-mm-yyyy": ["04-03-2023", "4-3-2023"],
    "dd.mm.yyyy": ["04.03.2023", "4.3.2023"],
    "yyyy/mm/dd": ["2023/03/04", "2023/3/4"],
    yyyymmdd: ["20230304", "20230304 09:30"],
    "dd-mon-yyyy": ["04-Mar-2023", "4 March 2023", "4th march 2023", "04 MAR 2023", "04/Mar/2023"],
    "dd/mm/yy": ["04/03/23", "4/3/23"],
    "mm/dd/yy": ["03/04/23"],
    "dd-mon-yy": ["04-Mar-23", "4 March 23"],
    "excel-serial": ["44989", "44989.75"],
    "mm/yyyy": ["03/2023", "3/2023"],
    "mon-yyyy": ["Mar-2023", "March 2023"],
    "yyyy-mm": ["2023-03", "2023-3"],
    yyyy: ["2023"],
  };

  for (const [name, texts] of Object.entries(written)) {
    it(`${name} reads the same day, month or year`, () => {
      const known = format(name);
      const spans = {
        day: day("2023-03-04"),
        month: { earliest: day("2023-03-01"), latest: day("2023-03-31") },
        year: { earliest: day("2023-01-01"), latest: day("2023-12-31") },
      };
      for (const text of texts) expect([text, readDate(text, known, past)]).toEqual([text, spans[known.precision]]);
    });
  }

  it("stands in the README as the registry has it", () => {
    const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
    const rows = [...readme.matchAll(/^\| `([^`]+)` +\| a (day|month|year) +\| (.+?) +\|/gm)].map((row) =>
      row.slice(1),
    );
    expect(rows.map(([name, precision]) => [name, precision])).toEqual(
      dateFormats.map(({ format, precision }) => [format, precision]),
    );
    for (const [name, , example] of rows) expect(written[name as DateFormat["format"]]).toContain(example);
  });

  it("is one the plan can declare, and the other way round", () => {
    const declared = dateFormats.map(({ format }) => format);
    expect(new Set(declared).size).toBe(declared.length);
    for (const name of declared) expect(refusals([name]).filter((text) => text.includes("must be"))).toEqual([]);
    expect(Object.keys(written).sort()).toEqual([...declared].sort());
  });

  it("is apart from each other, or the plan refuses the two in one list", () => {
    // The law: two formats may stand in one list if and only if no text is a date in both.
    const texts = [...Object.values(written).flat(), "05/06/07", "05/06/2007", "1999", "12/11/10"];
    for (const one of dateFormats) {
      for (const other of dateFormats) {
        if (one === other) continue;
        const both = texts.some((text) =>
          [one, other].every((known) => typeof readDate(text, known, past) !== "string"),
        );
        const refused = refusals([one.format, other.format]).some((text) => text.includes("two days"));
        expect([one.format, other.format, refused]).toEqual([one.format, other.format, both]);
      }
    }
  });

  it("names months in English only, in full or by three letters", () => {
    const names = ["january", "feb", "Sept", "sep", "DECEMBER", "may"];
    expect(
      names.map((name) => isoDate(readDate(`1 ${name} 2023`, format("dd-mon-yyyy")) as number).slice(5, 7)),
    ).toEqual(["01", "02", "09", "09", "12", "05"]);
    for (const name of ["Mrz", "Janu", "Septem", "mayo", "xyz"]) {
      expect(readDate(`1 ${name} 2023`, format("dd-mon-yyyy"))).toBe("date_format");
    }
  });
});

/** What the plan checks say to a list of formats for one column. */
function refusals(formats: readonly string[]): string[] {
  const columns = { person: "id", index_date: { column: "on", dateFormat: formats } };
  const plan = {
    version: 1,
    title: "t",
    data: { asAt: "2024-06-30", tables: { people: { files: ["p.csv"], columns } } },
  };
  const result = validatePlan({ ...plan, cohort: {}, outcomes: [outcome], comparisons: [comparison] });
  return "problems" in result ? result.problems.map(({ message }) => message) : [];
}

const outcome = {
  id: "o",
  label: "an outcome",
  basis: "incident",
  reporter: "police",
  definition: "recorded",
  kind: "binary",
  direction: "lower",
} satisfies StudyPlan["outcomes"][number];
const comparison = { id: "c", assignment: "selected", comparator: "none" } satisfies StudyPlan["comparisons"][number];

describe("Excel's count of days", () => {
  /** Serials as Excel shows them: 61 is 1 March 1900, 25569 is 1 January 1970, 45000 is 15 March 2023. */
  it("runs from 1900, and what lies before its false leap day is refused", () => {
    const serial = format("excel-serial");
    expect(readDate("61", serial)).toBe(day("1900-03-01"));
    expect(readDate("25569", serial)).toBe(0);
    expect(readDate("45000", serial)).toBe(day("2023-03-15"));
    expect(readDate("45000.999", serial)).toBe(day("2023-03-15"));
    expect(readDate("60", serial)).toBe("date_impossible");
    for (const text of ["0", "1", "59", "999999"]) expect(readDate(text, serial)).toBe("date_out_of_range");
    for (const text of ["-1", "4.5e4", "45,000", "1234567"]) expect(readDate(text, serial)).toBe("date_format");
  });
});

describe("two digits for the year", () => {
  const year = (text: string, kind: "past" | "ahead" | "birth") => {
    const read = readDate(text, format("dd/mm/yy"), { year: 2024, kind });
    return typeof read === "number" ? isoDate(read).slice(0, 4) : read;
  };

  it("are the latest year that is not after the extract", () => {
    expect(["01/01/24", "01/01/25", "01/01/00", "01/01/99"].map((text) => year(text, "past"))).toEqual([
      "2024",
      "1925",
      "2000",
      "1999",
    ]);
  });

  it("of what may be planned reach fifty years ahead", () => {
    expect(["01/01/25", "01/01/74", "01/01/75"].map((text) => year(text, "ahead"))).toEqual(["2025", "2074", "1975"]);
  });

  it("of a birth are refused where both centuries are possible", () => {
    expect(["01/01/25", "01/01/99", "01/01/24", "01/01/00"].map((text) => year(text, "birth"))).toEqual([
      "1925",
      "1999",
      "date_century",
      "date_century",
    ]);
  });

  it("need an extract date, whether declared or proven", async () => {
    const files = { "people.csv": "id,start\n1,14/03/23\n" };
    const people = { files: ["people.csv"] as [string], columns: { person: "id", index_date: "start" } };
    const message =
      "people: the dates of index_date are written dd/mm/yy, and years of two digits need the extract date; declare data.asAt";
    await expect(ingest(files, { people })).rejects.toThrow(message);
    await expect(ingest(files, { people: { ...people, dateFormat: "dd/mm/yy" } })).rejects.toThrow(message);
    const { tables } = await ingest(files, { people }, "2024-06-30");
    expect(tables.people!.columns.index_date).toMatchObject({ values: Int32Array.of(day("2023-03-14")) });
  });
});

const ofDates = ({ what }: { what: string }) => what === "dateFormat";

describe("dates whose format the plan does not declare", () => {
  const source: TableSource = { files: ["people.csv"], columns: { person: "id", index_date: "start" } };
  const starting = (...dates: string[]) =>
    ingest(
      { "people.csv": `id,start\n${dates.map((text, row) => `P${row + 1},${text}`).join("\n")}\n` },
      { people: source },
      "2024-06-30",
    );
  const startDays = async (...dates: string[]) => {
    const { tables } = await starting(...dates);
    const column = tables.people!.columns.index_date!;
    return column.type === "date" ? Array.from(column.values, isoDate) : [];
  };

  it("are read where the cells leave one way, and the assumption is shown with its evidence", async () => {
    const { assumptions } = await starting("01/02/2024", "13/02/2024", "14/02/2024", "", "13/02/2024");
    expect(assumptions.filter(ofDates)).toEqual([
      {
        what: "dateFormat",
        value: "dd/mm/yyyy",
        evidence: 'column "start": 3 of 4 dates have a day over 12 in first place',
        fix: "data.tables.people.columns.index_date.dateFormat: dd/mm/yyyy",
      },
    ]);
    expect(await startDays("01/02/2024", "13/02/2024")).toEqual(["2024-02-01", "2024-02-13"]);
    expect(await startDays("01/02/2024", "02/13/2024")).toEqual(["2024-01-02", "2024-02-13"]);
    expect(await startDays("45000", "45001")).toEqual(["2023-03-15", "2023-03-16"]);
    expect(await startDays("20230315")).toEqual(["2023-03-15"]);
    expect(await startDays("4 March 2023", "05-apr-2023")).toEqual(["2023-03-04", "2023-04-05"]);
  });

  it("are read where all ways give the same days", async () => {
    const { assumptions, tables } = await starting("01/01/2024", "05/05/2024");
    expect(assumptions.filter(ofDates).map(({ value, evidence }) => [value, evidence])).toEqual([
      ["dd/mm/yyyy", 'column "start": all 2 dates are the same days in every format that reads them'],
    ]);
    expect(tables.people!.columns.index_date).toMatchObject({
      values: Int32Array.of(day("2024-01-01"), day("2024-05-05")),
    });
  });

  it("are refused where two ways differ, with the rows and never the cells", async () => {
    const dates = [
      "01/02/2024",
      "03/03/2024",
      "",
      "04/02/2024",
      "01/02/2024",
      "05/06/2023",
      "07/08/2023",
      "09/10/2023",
    ];
    const failure = await starting(...dates).catch((error: Error & { kind: string }) => error);
    expect(failure).toMatchObject({
      kind: "data",
      message:
        'people (people.csv): column "start": every date can be read as dd/mm/yyyy and as mm/dd/yyyy, and 6 of 7 would be other days (rows 1, 4, 5, 6, 7 and 1 more); declare data.tables.people.columns.index_date.dateFormat',
    });
  });

  it("are proven by each file of a table, since files come from different systems", async () => {
    const people: TableSource = { files: ["a.csv", "b.csv"], columns: { person: "id", index_date: "start" } };
    const british = "id,start\nP1,13/02/2024\nP2,01/02/2024\n";
    await expect(
      ingest({ "a.csv": british, "b.csv": "id,start\nP3,02/02/2024\nP4,03/04/2024\n" }, { people }),
    ).rejects.toThrow(
      'people (a.csv, b.csv): column "start" of b.csv: every date can be read as dd/mm/yyyy and as mm/dd/yyyy, and 1 of 2 would be other days (row b.csv 2), whatever the other files say; declare data.tables.people.columns.index_date.dateFormat',
    );
    const { accounts } = await ingest({ "a.csv": british, "b.csv": "id,start\nP3,14/02/2024\nP4,\n" }, { people });
    expect(accounts.map(({ rowsUsed }) => rowsUsed)).toEqual([2, 2]);
  });

  it("are refused where no format reads them all, with what each format reads", async () => {
    await expect(starting("13/02/2024", "2024-02-14", "31/02/2024", "15/02/2024", "n/k")).rejects.toThrow(
      'people (people.csv): column "start": no date format reads all 5 cells: dd/mm/yyyy reads 2, yyyy-mm-dd 1; not written dd/mm/yyyy: rows 2, 3, 5; 1 looks like a missing code, which can be listed under missing; one format, or a list where several are used; declare data.tables.people.columns.index_date.dateFormat',
    );
    await expect(starting("13/02/2024", "2024-02-14", "March 2024")).rejects.toThrow(
      "dd/mm/yyyy 1, mon-yyyy 1; not written yyyy-mm-dd: rows 1, 3; all are read by the list yyyy-mm-dd, dd/mm/yyyy, mon-yyyy; declare",
    );
    // By either order of the second and third, so no list settles it; nor where one column has both orders.
    for (const dates of [
      ["2024-02-14", "01/02/2024", "03/04/2024"],
      ["13/02/2024", "02/13/2024", "2024-02-14"],
    ]) {
      await expect(starting(...dates)).rejects.toThrow("one format, or a list where several are used; declare");
    }
    await expect(starting("soon", "later")).rejects.toThrow(
      'column "start": no date format reads any of its 2 cells (rows 1, 2); declare',
    );
  });

  it("of four digits are years and not Excel's days", async () => {
    const { tables } = await starting("2023", "2022");
    expect(tables.people!.columns.index_date).toMatchObject({
      values: Int32Array.of(day("2023-01-01"), day("2022-01-01")),
      latest: Int32Array.of(day("2023-12-31"), day("2022-12-31")),
    });
  });

  it("leave recoded cells and missing codes aside, and blank columns alone", async () => {
    const columns = { person: "id", index_date: { column: "start", values: { TBC: "2024-01-02" }, missing: ["n/k"] } };
    const { tables, assumptions } = await ingest(
      { "people.csv": "id,start\n1,TBC\n2,13/02/2024\n3,n/k\n" },
      { people: { ...source, columns } },
    );
    expect(assumptions.filter(ofDates).map(({ value }) => value)).toEqual(["dd/mm/yyyy"]);
    expect(tables.people!.columns.index_date).toMatchObject({
      values: Int32Array.of(day("2024-01-02"), day("2024-02-13"), 0),
      valid: Uint8Array.of(1, 1, 0),
    });
    expect((await starting("", "")).assumptions.filter(ofDates)).toEqual([]);
  });

  it("in a list are read each by its own form", async () => {
    const { tables, issues } = await ingest(
      { "people.csv": "id,start\n1,13/02/2024\n2,2024-02-14\n3,March 2024\n4,02-15-2024\n" },
      { people: { ...source, dateFormat: ["dd/mm/yyyy", "yyyy-mm-dd", "mon-yyyy"] } },
    );
    expect(briefly(issues)).toEqual(["date_format people 4 start"]);
    expect(issues[0]!.expected).toBe("a date written dd/mm/yyyy or yyyy-mm-dd or mon-yyyy");
    expect(tables.people!.columns.index_date).toMatchObject({
      values: Int32Array.of(day("2024-02-13"), day("2024-02-14"), day("2024-03-01")),
      latest: Int32Array.of(day("2024-02-13"), day("2024-02-14"), day("2024-03-31")),
    });
  });
});

describe("a partial date", () => {
  const people = { files: ["people.csv"] as [string], columns: { person: "id", birth_year: "born" } };
  const orders: TableSource = {
    files: ["orders.csv"],
    columns: { person: "id", from: "from", to: "to" },
    constants: { kind: "custody" },
    dateFormat: ["yyyy-mm-dd", "yyyy-mm", "yyyy"],
  };
  const raised = async (rows: string, asAt?: string) => {
    const files = { "people.csv": "id,born\nP1,1990\nP2,2024\n", "orders.csv": `id,from,to\n${rows}\n` };
    return briefly((await ingest(files, { people, orders }, asAt)).issues);
  };

  it("breaks an order only when every day of it does", async () => {
    expect(recordSchema("orders").dateOrder).toEqual([["from", "to"]]);
    expect(await raised("P1,2024-03-10,2024-03")).toEqual([]);
    expect(await raised("P1,2024-04-01,2024-03")).toEqual(["date_order orders 1 to"]);
    expect(await raised("P1,2024,2024-01-01")).toEqual([]);
    expect(await raised("P1,2024,2023-12-31")).toEqual(["date_order orders 1 to"]);
  });

  it("is after the extract by its first day, and before a birth by its last", async () => {
    expect(await raised("P1,2024-06,", "2024-06-01")).toEqual([]);
    expect(await raised("P1,2024-07,", "2024-06-30")).toEqual(["date_after_extract orders 1 from"]);
    expect(await raised("P2,2024,")).toEqual([]);
    expect(await raised("P2,2023,")).toEqual(["event_before_birth orders 1 from"]);
  });

  it("overlaps only a spell that it overlaps on any of its days", async () => {
    expect(await raised("P1,2024-03-10,2024-03-20\nP1,2024-03,2024-03")).toEqual([]);
    expect(await raised("P1,2024-01-01,2024-12-31\nP1,2024-03,2024-04")).toEqual(["overlapping_spells orders 2 from"]);
    expect(await raised("P1,2024-01-01,2024-03\nP1,2024-03-02,2024-04-01")).toEqual([]);
  });

  it("is not the same key as its first day", async () => {
    const stages: TableSource = {
      files: ["orders.csv"],
      columns: { person: "id", stage: "to", date: "from" },
      dateFormat: ["yyyy-mm-dd", "yyyy-mm"],
    };
    const files = {
      "people.csv": "id,born\nP1,1990\n",
      "orders.csv": "id,from,to\nP1,2024-03-01,a\nP1,2024-03,a\nP1,2024-3,a\n",
    };
    expect(briefly((await ingest(files, { people, stages })).issues)).toEqual(["key_repeated stages 3 -"]);
    expect(issueCode("key_repeated").severity).toBe("rejected");
  });
});
