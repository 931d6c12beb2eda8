import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { issueCode, issueCodes } from "@likewise/ingest";
import type { Linkage, TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest } from "./study-folder.ts";

/** One planted case for a code: a study with every issue it must raise, and no other. */
interface Planted {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly tables: Readonly<Record<string, TableSource>>;
  /** `code table row column`, in the order of the report. */
  readonly issues: readonly string[];
  readonly asAt?: string;
  readonly linkage?: Linkage;
}

const people = (rows: string, columns: TableSource["columns"] = {}): Pick<Planted, "files" | "tables"> => ({
  files: { "people.csv": rows },
  tables: { people: { files: ["people.csv"], columns: { person: "id", ...columns } } },
});

const withPeople = (
  table: string,
  text: string,
  source: Omit<TableSource, "files">,
): Pick<Planted, "files" | "tables"> => ({
  files: { "people.csv": "id,born\nP1,1980\nP2,\nP10,1990\n", [`${table}.csv`]: text },
  tables: {
    people: { files: ["people.csv"], columns: { person: "id", birth_year: "born" } },
    [table]: { files: [`${table}.csv`], ...source },
  },
});

const events = { person: "id", event_date: "on" };

/** Events without ids, linked by postcode; the decisions are about a pair that is gone. */
const linkedByPostcode = (events: string, decisions?: string): Omit<Planted, "issues"> => {
  const identifiers = { postcode: "postcode" };
  return {
    files: {
      "people.csv": "id,postcode\nP1,LS1 4AP\nP2,LS2 8JS\nP3,LS2 8JS\n",
      "events.csv": events,
      ...(decisions === undefined ? {} : { "decided.csv": decisions }),
    },
    tables: {
      people: { files: ["people.csv"], columns: { person: "id" }, identifiers },
      events: { files: ["events.csv"], columns: { event_date: "on" }, identifiers },
    },
    linkage: {
      table: "events",
      rules: [["postcode"]],
      ...(decisions === undefined ? {} : { decisions: "decided.csv" }),
    },
  };
};

/** Every code of the registry has its case here; errors stand on first and last rows too. */
const planted: Readonly<Record<(typeof issueCodes)[number]["code"], Planted>> = {
  blank_row: {
    ...people("id,sex\n,\nP1,F\n  ,\t\nP2,M\n\n\n", { sex: "sex" }),
    issues: ["blank_row people 1 -", "blank_row people 3 -", "blank_row people 5 -", "blank_row people 6 -"],
  },
  repeated_header: {
    ...people("id,sex\nP1,F\nid,sex\nP2,M\n\ufeffid,sex\nP3,F\n", { sex: "sex" }),
    issues: ["repeated_header people 2 -", "repeated_header people 4 -"],
  },
  footer_row: {
    ...people("id,sex,days\nP1,F,2\nP2,M,3\nTotal,,5\nEnd of report,,\n", { sex: "sex" }),
    issues: ["footer_row people 3 -", "footer_row people 4 -"],
  },
  other_table: {
    ...people("id,sex,days\nP1,F,2\nP2,M,3\n,,\nLeavers,,\nref,why,when\nP1,moved,x\n", { sex: "sex" }),
    issues: ["blank_row people 3 -", "other_table people 4 -", "other_table people 5 -", "other_table people 6 -"],
  },
  too_many_cells: {
    ...people("id,sex\nP1,F,x\nP2,M,\nP3,F, ,,y\n", { sex: "sex" }),
    issues: ["too_many_cells people 1 -", "too_many_cells people 3 -"],
  },
  too_few_cells: {
    ...people("id,sex,age\nP1,F\nP2,M,31\nP3\n", { sex: "sex" }),
    issues: ["too_few_cells people 1 -", "too_few_cells people 3 -"],
  },
  quote_stray: {
    ...people('id,sex\n"P1 "x" y",F\nP2,M\nP3,"F" "M"\n', { sex: "sex" }),
    issues: ["quote_stray people 1 -", "quote_stray people 3 -"],
  },
  not_linked: {
    ...linkedByPostcode("on,postcode\n2024-01-01,ls14ap\n2024-01-01,LS1 4AQ\n2024-01-02,\n"),
    issues: ["not_linked events 2 -", "not_linked events 3 -"],
  },
  link_for_review: {
    ...linkedByPostcode("on,postcode\n2024-01-01,LS2 8JS\n2024-01-01,LS1 4AP\n"),
    issues: ["link_for_review events 1 -"],
  },
  required_missing: {
    ...withPeople("events", "id,on\n,2024-01-01\nP1,\nP2,2024-01-01\nP1,ND\n", { columns: events, missing: ["ND"] }),
    issues: ["required_missing events 1 id", "required_missing events 2 on", "required_missing events 4 on"],
  },
  spreadsheet_error: {
    ...people("id,score\n#REF!,1\nP1,#N/A\nP2,3\nP3,#DIV/0!\n", { area: "score" }),
    issues: ["spreadsheet_error people 1 id", "spreadsheet_error people 2 score", "spreadsheet_error people 4 score"],
  },
  date_format: {
    ...withPeople("events", "id,on\nP1,01/02/24\nP2,01/02/2024\nP1,2024-02-01\n", {
      columns: events,
      dateFormat: "dd/mm/yyyy",
    }),
    issues: ["date_format events 1 on", "date_format events 3 on"],
  },
  date_impossible: {
    ...withPeople("events", "id,on,proof\nP1,31/02/2024,\nP2,01/02/2024,30/02/2024\nP1,03/02/2024,\n", {
      columns: { ...events, proven_date: "proof" },
      dateFormat: "dd/mm/yyyy",
    }),
    issues: ["date_impossible events 1 on", "date_impossible events 2 proof"],
  },
  date_out_of_range: {
    ...withPeople("events", "id,on\nP2,1900-01-01\nP1,2024-02-01\nP2,2999-12-31\n", { columns: events }),
    issues: ["date_out_of_range events 1 on", "date_out_of_range events 3 on"],
  },
  date_century: {
    ...people("id,dob\nP1,14/03/12\nP2,14/03/80\nP3,01/01/24\nP4,31/12/25\n", {
      birth_year: { column: "dob", use: "age", dateFormat: "dd/mm/yy" },
    }),
    asAt: "2024-06-30",
    issues: ["date_century people 1 dob", "date_century people 3 dob"],
  },
  number_not_a_number: {
    ...people('id,age,score\nP1,forty,3\nP2,31,\nP3,"1,5",n/k\n', { age: "age" }),
    tables: {
      people: {
        files: ["people.csv"],
        columns: { person: "id", age: "age" },
        covariates: { score: { column: "score", type: "number" } },
      },
    },
    issues: [
      "number_not_a_number people 1 age",
      "number_not_a_number people 3 age",
      "number_not_a_number people 3 score",
    ],
  },
  integer_expected: {
    ...people("id,born\nP1,1980.5\nP2,1980.0\nP3,19800000000\n", { birth_year: "born" }),
    issues: ["integer_expected people 1 born", "integer_expected people 3 born"],
  },
  number_out_of_range: {
    ...people("id,age\nP1,-1\nP2,120\nP3,121\n", { age: "age" }),
    issues: ["number_out_of_range people 1 age", "number_out_of_range people 3 age"],
  },
  money_not_money: {
    ...withPeople("costs", 'who,amount\nA,€5\nA,"£1,000.50"\nB,5k\n', {
      columns: { payer: "who", amount_pounds: "amount" },
    }),
    issues: ["money_not_money costs 1 amount", "money_not_money costs 3 amount"],
  },
  percent_not_percent: {
    ...people("id,share\nP1,half\nP2,22.69%\nP3,5%%\n"),
    tables: {
      people: {
        files: ["people.csv"],
        columns: { person: "id" },
        covariates: { share: { column: "share", type: "percent" } },
      },
    },
    issues: ["percent_not_percent people 1 share", "percent_not_percent people 3 share"],
  },
  boolean_unknown: {
    ...withPeople("events", "id,on,da\nP1,2024-01-01,maybe\nP2,2024-01-01,Yes\nP1,2024-01-02,X\nP1,2024-01-03,DA\n", {
      columns: { ...events, domestic: { column: "da", values: { DA: true } } },
    }),
    issues: ["boolean_unknown events 1 da", "boolean_unknown events 3 da"],
  },
  code_unknown: {
    ...withPeople("orders", "id,kind,from\nP1,prison,2024-01-01\nP2,custody,2024-01-01\nP1,Custody,2024-02-01\n", {
      columns: { person: "id", kind: "kind", from: "from" },
    }),
    issues: ["code_unknown orders 1 kind", "code_unknown orders 3 kind"],
  },
  postcode_unreadable: {
    ...people("id,pc\nP1,SW1A\nP2,sw1a 1aa\nP3,10115\nP4,Leeds\n", { area: { column: "pc", use: "district" } }),
    issues: ["postcode_unreadable people 3 pc", "postcode_unreadable people 4 pc"],
  },
  id_scientific: {
    ...people("id\n1.23E+11\n123456789012\n4e+05\n"),
    issues: ["id_scientific people 1 id", "id_scientific people 3 id"],
  },
  free_text: {
    ...people(`id,area\nP1,"North\nand south"\nP2,North\nP3,North\nP4,${"word ".repeat(31)}\nP5,North\n`, {
      area: "area",
    }),
    issues: ["free_text people 1 area", "free_text people 4 area"],
  },
  identifier_in_cell: {
    ...people(
      "id,area\nP1,see a.person@example.org\nP2,North\nP3,South\nP4,East\nP5,West\nP6,Mid\nP7,Upper\nP8,Lower\nP9,Inner\nP10,Outer\nP11,Far\nP12,near SW1A 1AA\nP13,Mr Z Quarmby\n",
      { area: "area" },
    ),
    issues: [
      "identifier_in_cell people 1 area",
      "identifier_in_cell people 12 area",
      "identifier_in_cell people 13 area",
    ],
  },
  future_birth_year: {
    ...people("id,born\nP1,2025\nP2,2024\nP3,2030\n", { birth_year: "born" }),
    asAt: "2024-06-30",
    issues: ["future_birth_year people 1 born", "future_birth_year people 3 born"],
  },
  date_after_extract: {
    ...withPeople("orders", "id,from,to\nP1,2024-07-01,\nP2,2024-06-30,2026-01-01\nP10,2025-01-01,2025-01-02\n", {
      columns: { person: "id", from: "from", to: "to" },
      constants: { kind: "custody" },
    }),
    asAt: "2024-06-30",
    issues: ["date_after_extract orders 1 from", "date_after_extract orders 3 from"],
  },
  date_order: {
    ...withPeople(
      "orders",
      "id,from,to\nP1,2024-02-01,2024-01-31\nP2,2024-02-01,2024-02-01\nP10,2024-02-02,2024-02-01\n",
      {
        columns: { person: "id", from: "from", to: "to" },
        constants: { kind: "custody" },
      },
    ),
    issues: ["date_order orders 1 to", "date_order orders 3 to"],
  },
  event_before_birth: {
    ...withPeople("events", "id,on\nP1,1979-12-31\nP1,1980-01-01\nP2,1950-01-01\nP10,1989-06-01\n", {
      columns: events,
    }),
    issues: ["event_before_birth events 1 on", "event_before_birth events 4 on"],
  },
  reference_unknown: {
    ...withPeople("events", "id,on\nP3,2024-01-01\nP1,2024-01-01\np1,2024-01-01\n", { columns: events }),
    issues: ["reference_unknown events 1 id", "reference_unknown events 3 id"],
  },
  reference_rejected: {
    files: {
      "people.csv": "id,age\nP1,200\nP2,31\n",
      "events.csv": "id,on\nP1,2024-01-01\nP2,2024-01-01\nP1,2024-01-02\n",
    },
    tables: {
      people: { files: ["people.csv"], columns: { person: "id", age: "age" } },
      events: { files: ["events.csv"], columns: events },
    },
    issues: ["number_out_of_range people 1 age", "reference_rejected events 1 id", "reference_rejected events 3 id"],
  },
  conflicting_rows: {
    ...people("id,arm\nP1,A\nP2,A\nP3,B\nP1,B\n", { arm: "arm" }),
    issues: ["conflicting_rows people 1 -", "conflicting_rows people 4 -"],
  },
  key_repeated: {
    ...people("id,arm\nP1,A\nP1,A\nP2,B\nP2,B\n", { arm: "arm" }),
    issues: ["key_repeated people 2 -", "key_repeated people 4 -"],
  },
  stated_not_identifying: {
    ...people(
      "id,area\nP1,B1 1AA\nP2,B1 1AB\nP3,B1 1AD\nP4,B1 1AE\nP5,B1 1AF\nP6,B1 1AG\nP7,B1 1AH\nP8,B1 1AJ\nP9,B1 1AL\nP10,B1 1AN\nP11,ask x@example.org\n",
      { area: { column: "area", notIdentifying: "areas of a game, written like postcodes" } },
    ),
    issues: ["stated_not_identifying people - area", "identifier_in_cell people 11 area"],
  },
  key_incomplete: {
    tables: {
      people: { files: ["people.csv"], columns: { person: "id", birth_year: "born" } },
      events: {
        files: ["events.csv"],
        columns: { person: "id", event_date: "on", victim: "victim" },
        key: ["person", "victim"],
      },
    },
    files: {
      "people.csv": "id,born\nP1,1980\nP2,\nP10,1990\n",
      "events.csv": `id,on,victim\n${Array.from({ length: 30 }, (_, day) => `P1,2024-01-02,V${day}\n`).join("")}P2,2024-01-02,\n`,
    },
    issues: ["key_incomplete events 31 victim"],
  },
  before_referral: {
    files: {
      "people.csv": "id\nP1\nP2\nP3\n",
      "referrals.csv": "id,on\nP1,2024-02-01\nP1,2024-01-10\nP2,2024-01-10\n",
      "sessions.csv": "id,on,came\nP1,2024-01-09,Y\nP1,2024-01-10,Y\nP2,2024-01-09,N\nP3,2024-01-01,Y\n",
    },
    tables: {
      people: { files: ["people.csv"], columns: { person: "id" } },
      referrals: { files: ["referrals.csv"], columns: { person: "id", referral_date: "on" } },
      sessions: { files: ["sessions.csv"], columns: { person: "id", session_date: "on", attended: "came" } },
    },
    issues: ["before_referral sessions 1 on", "before_referral sessions 3 on"],
  },
  equal_rows: {
    ...withPeople(
      "sessions",
      "id,on,came,note\nP1,2024-01-01,Y,a\nP1,2024-01-01,Y,a\nP1,2024-01-01,Y,b\nP1,2024-01-01,Y,a\n",
      {
        columns: { person: "id", session_date: "on", attended: "came" },
      },
    ),
    issues: ["equal_rows sessions 2 -", "equal_rows sessions 4 -"],
  },
  overlapping_spells: {
    ...withPeople(
      "orders",
      "id,kind,from,to\nP1,custody,2024-02-01,2024-02-10\nP1,custody,2024-01-01,2024-02-01\nP1,remand,2024-01-05,\nP2,custody,2024-01-01,2024-01-31\nP2,custody,2024-02-01,\nP2,custody,2024-03-01,2024-03-02\n",
      {
        columns: { person: "id", kind: "kind", from: "from", to: "to" },
      },
    ),
    issues: ["overlapping_spells orders 1 from", "overlapping_spells orders 6 from"],
  },
  category_twin: {
    ...people(
      "id,area\nP1,north east\nP2,North East\nP3,North East\nP4,North  East\nP5,South – West\nP6,South-West\nP7,North East \n",
      { area: "area" },
    ),
    issues: [
      "category_twin people 1 area",
      "category_twin people 4 area",
      "category_twin people 6 area",
      "category_twin people 7 area",
    ],
  },
  missing_code_suspected: {
    ...people("id,score,area\nP1,99,North\nP2,3,N/K\nP3,27,South\nP4,99,-\nP5,0,East\n"),
    tables: {
      people: {
        files: ["people.csv"],
        columns: { person: "id", area: "area" },
        covariates: { score: { column: "score", type: "number" } },
      },
    },
    issues: [
      "missing_code_suspected people 1 score",
      "missing_code_suspected people 2 area",
      "missing_code_suspected people 4 area",
      "missing_code_suspected people 4 score",
    ],
  },
  percent_or_proportion: {
    ...people("id,share\nP1,0.23\nP2,22.69%\nP3,5\nP4,1\nP5,0\n"),
    tables: {
      people: {
        files: ["people.csv"],
        columns: { person: "id" },
        covariates: { share: { column: "share", type: "percent" } },
      },
    },
    issues: ["percent_or_proportion people 1 share", "percent_or_proportion people 4 share"],
  },
  code_unmapped: {
    ...people("id,sex\nP1,x\nP2,M\nP3,male\nP4,F\n", { sex: { column: "sex", values: { M: "male" } } }),
    issues: ["code_unmapped people 1 sex", "code_unmapped people 4 sex"],
  },
  id_whitespace: {
    ...people('id\n P1\nP2\n"P3\u00a0"\n'),
    issues: ["id_whitespace people 1 id", "id_whitespace people 3 id"],
  },
  id_normalised: {
    ...withPeople("events", "id,on\np1,2024-01-01\nP1,2024-01-02\nP 10,2024-01-03\n p2,2024-01-04\n", {
      columns: { person: { column: "id", normalise: ["case", "spaces"] }, event_date: "on" },
    }),
    issues: [
      "id_normalised events 1 id",
      "id_normalised events 3 id",
      "id_whitespace events 4 id",
      "id_normalised events 4 id",
    ],
  },
  cell_set_missing: {
    ...people("id,born,sex\nP1,19855,male\nP2,1980,female\nP3,1885,male\nP4,none,male\n", {
      birth_year: { column: "born", unreadable: "missing" },
      sex: "sex",
    }),
    issues: ["cell_set_missing people 1 born", "cell_set_missing people 3 born", "cell_set_missing people 4 born"],
  },
  id_twin: { ...people("id\nAB-1\nab-1\nAB-2\nAB – 1\n"), issues: ["id_twin people 2 id", "id_twin people 4 id"] },
  encoding_mojibake: {
    ...people("id,area\nP1,CÃ´te\nP2,Côte\nP3,Bath â€“ East\nP4,Br\ufffdcon\n", { area: "area" }),
    issues: ["encoding_mojibake people 1 area", "encoding_mojibake people 3 area", "encoding_mojibake people 4 area"],
  },
  type_mixed: {
    ...people(`id,score\n${Array.from({ length: 20 }, (_, row) => `P${row},${row}\n`).join("")}P20,most\n`),
    tables: { people: { files: ["people.csv"], columns: { person: "id" }, covariates: { score: "score" } } },
    issues: ["type_mixed people - score"],
  },
  decision_stale: {
    ...linkedByPostcode(
      "on,postcode\n2024-01-01,LS1 4AP\n",
      "file,row,people_file,people_row,check,decision\nevents.csv,1,people.csv,2,x0,reject\n",
    ),
    issues: ["decision_stale events - -"],
  },
  header_whitespace: { ...people("id, sex \nP1,F\n", { sex: "sex" }), issues: ["header_whitespace people - sex"] },
  encoding_assumed: {
    ...people(""),
    files: { "people.csv": Buffer.from("id\nP\xe9\n", "latin1") },
    issues: ["encoding_assumed people - -"],
  },
};

describe("every kind of problem", () => {
  for (const { code, severity } of issueCodes) {
    it(`${code} is ${severity} where it is planted and nowhere else`, async () => {
      const { files, tables, asAt, linkage, issues } = planted[code];
      const { accounts, rejected, issues: found } = await ingest(files, tables, asAt, linkage);
      expect(briefly(found)).toEqual(issues);
      for (const account of accounts) {
        expect(account.rowsIn).toBe(Number(account.rowsUsed) + Number(account.rowsRejected));
        expect(account.reasons.reduce((rows, reason) => rows + Number(reason.rows), 0)).toBe(account.rowsRejected);
      }
      const rows = rejected.flatMap((table) => table.rows);
      expect(rows.length).toBe(accounts.reduce((sum, account) => sum + Number(account.rowsRejected), 0));
      expect(rows.some(({ reasons }) => reasons.includes(code))).toBe(severity === "rejected");
      // A decision about a pair that is no longer there concerns no row.
      const noted = severity === "reported" && code !== "decision_stale";
      expect(accounts.some(({ notes }) => notes.some((note) => note.code === code))).toBe(noted);
    });
  }

  it("has words without a slot left open, and no value of a cell", async () => {
    for (const { code } of issueCodes) {
      const { files, tables, asAt, linkage } = planted[code];
      const { issues } = await ingest(files, tables, asAt, linkage);
      for (const issue of issues)
        expect(`${issue.expected} ${issue.found}`).not.toMatch(/\{|undefined|forty|SW1A|example\.org|prison|maybe/);
    }
  });

  it("has a name of its own", () => {
    expect(new Set(issueCodes.map(({ code }) => code)).size).toBe(issueCodes.length);
    expect(() => issueCode("no_such_code")).toThrow("issueCode: code must be one of the registry, got no_such_code");
  });
});

describe("a row with several problems", () => {
  it("is rejected once, under its first reason, and all are listed", async () => {
    const { accounts, issues, rejected } = await ingest(
      {
        "people.csv": "id\nP1\n",
        "events.csv": 'id,on,"note\nof all"\nP1,2024-01-01,x\nP9,2025-13-01,"a\n\n""b"""\nP9,2024-01-02,y\n',
      },
      {
        people: { files: ["people.csv"], columns: { person: "id" } },
        events: { files: ["events.csv"], columns: events, dateFormat: "yyyy-mm-dd" },
      },
    );
    expect(briefly(issues)).toEqual([
      "date_impossible events 2 on",
      "reference_unknown events 2 id",
      "reference_unknown events 3 id",
    ]);
    expect(accounts[1]).toEqual({
      stage: "ingest",
      table: "events",
      file: "events.csv",
      rowsIn: 3,
      rowsUsed: 1,
      rowsRejected: 2,
      reasons: [
        { code: "date_impossible", rows: 1 },
        { code: "reference_unknown", rows: 1 },
      ],
      notes: [],
    });
    expect(rejected).toEqual([
      {
        table: "events",
        file: "events.csv",
        header: ["id", "on", "note\nof all"],
        apart: false,
        rows: [
          { line: 4, cells: ["P9", "2025-13-01", 'a\n\n"b"'], reasons: ["date_impossible", "reference_unknown"] },
          { line: 7, cells: ["P9", "2024-01-02", "y"], reasons: ["reference_unknown"] },
        ],
      },
    ]);
  });
});

describe("a key that repeats", () => {
  const rows = "ref,id,on\nE1,P1,2024-01-01\nE1,P2,2024-01-02\n,P1,2024-01-03\n,P1,2024-01-03\nE1,P1,2024-01-01\n";
  const source = { columns: { ...events, event: "ref" } };

  it("leaves none standing when the rows differ and the plan is silent", async () => {
    const { issues, tables } = await ingest(...argumentsOf(withPeople("events", rows, source)));
    expect(briefly(issues)).toEqual([
      "conflicting_rows events 1 -",
      "conflicting_rows events 2 -",
      "conflicting_rows events 5 -",
    ]);
    expect(tables.events!.numRows).toBe(2);
  });

  it("leaves the first or the last standing when the plan says so", async () => {
    const first = await ingest(...argumentsOf(withPeople("events", rows, { ...source, standing: "first" })));
    expect(briefly(first.issues)).toEqual(["key_repeated events 2 -", "key_repeated events 5 -"]);
    const last = await ingest(...argumentsOf(withPeople("events", rows, { ...source, standing: "last" })));
    expect(briefly(last.issues)).toEqual(["key_repeated events 1 -", "key_repeated events 2 -"]);
  });

  it("may be declared by the plan, of several columns, or switched off", async () => {
    const declared = await ingest(
      ...argumentsOf(withPeople("events", rows, { ...source, key: ["person", "event_date"] })),
    );
    expect(briefly(declared.issues)).toEqual(["key_repeated events 4 -", "key_repeated events 5 -"]);
    const off = await ingest(...argumentsOf(withPeople("events", rows, { ...source, key: [] })));
    expect(briefly(off.issues)).toEqual(["equal_rows events 4 -", "equal_rows events 5 -"]);
  });
});

function argumentsOf({ files, tables }: Pick<Planted, "files" | "tables">) {
  return [files, tables] as const;
}

it("the README's table is the registry", () => {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const section = readme.split("<!-- issue codes: checked against the registry by the tests -->")[1]!;
  const rows = [...section.matchAll(/^\| `(\w+)` +\| (\w+) +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
  expect(rows).toEqual(issueCodes.map(({ code, severity, means }) => [code, severity, means]));
});
