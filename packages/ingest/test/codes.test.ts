import { readMoney } from "@likewise/ingest";
import { type ColumnPlan, cell, type TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest } from "./study-folder.ts";

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One covariate of people, a row for each text. */
const covariate = async (texts: readonly string[], plan: Exclude<ColumnPlan, string> = {}) => {
  const content = `id,x\n${texts.map((text, row) => `P${row + 1},${quoted(text)}`).join("\n")}\n`;
  const people: TableSource = {
    files: ["people.csv"],
    columns: { person: "id" },
    covariates: { x: { column: "x", ...plan } },
  };
  const { tables, issues, accounts } = await ingest({ "people.csv": content }, { people });
  const column = tables.people!.columns.x!;
  const values = Array.from({ length: tables.people!.numRows }, (_, row) => cell(column, row));
  return { column, values, issues, rows: briefly(issues).map((text) => text.replace("people ", "")), accounts };
};

describe("spellings of one code", () => {
  const twins: Readonly<Record<string, readonly [string, string]>> = {
    "in another case": ["north east", "NORTH East"],
    "with a space more inside": ["north east", "north  east"],
    "with a no-break space": ["north east", "north\u00a0east"],
    "with an en dash": ["north-east", "north – east"],
    "with an em dash": ["north-east", "north—east"],
    "with a no-break hyphen": ["north-east", "north\u2011east"],
    "with a minus sign": ["north-east", "north\u2212east"],
    "with a curly apostrophe": ["king's cross", "king’s cross"],
    "with curly quotes": ['the "old" town', "the “old” town"],
    "with an accent apart from its letter": ["caf\u00e9", "cafe\u0301"],
    "with a character that takes no room": ["north", "nor\u200bth"],
    "with a byte-order mark": ["north", "nor\ufeffth"],
  };

  for (const [how, [standing, other]] of Object.entries(twins)) {
    it(`${how} are reported with their counts, and kept apart`, async () => {
      const { values, rows, issues, accounts } = await covariate([other, standing, standing, "south"]);
      expect(rows).toEqual(["category_twin 1 x"]);
      expect(issues[0]!.found).toBe(
        "another (rows: 1), different only in case, spaces, dashes, quotes or accents from a commoner (rows: 2)",
      );
      expect(values).toEqual([other, standing, standing, "south"]);
      expect(accounts[0]!.notes).toEqual([{ code: "category_twin", rows: 1 }]);
    });
  }

  it("are one code where the plan recodes them", async () => {
    const recoded = { values: { "North East": "ne", "north–east": "ne", south: "s" } };
    const { values, rows } = await covariate(["North East", "north–east", "south"], recoded);
    expect(values).toEqual(["ne", "ne", "s"]);
    expect(rows).toEqual([]);
  });

  it("that differ in a letter or an accent are different codes", async () => {
    expect((await covariate(["cafe", "café", "caff"])).rows).toEqual([]);
  });
});

describe("leading noughts", () => {
  it("are kept in ids, codes, recodes, missing codes and undeclared covariates", async () => {
    const { values, column } = await covariate(["007", "07", "7", "012"]);
    expect(column.type).toBe("category");
    expect(values).toEqual(["007", "07", "7", "012"]);
    const recoded = await covariate(["01", "1", "02"], { values: { "01": "first", "02": "02" }, type: "category" });
    expect(recoded.values).toEqual(["first", "1", "02"]);
    expect((await covariate(["00", "0", "5"], { missing: ["00"], type: "number" })).values).toEqual([null, 0, 5]);
    const files = {
      "people.csv": "id\n0012\n012\n",
      "events.csv": "ref,id,on,code\n01,0012,2024-01-01,008/01\n1,012,2024-01-01,8/01\n",
    };
    const { tables, issues } = await ingest(files, {
      people: { files: ["people.csv"], columns: { person: "id" } },
      events: { files: ["events.csv"], columns: { event: "ref", person: "id", event_date: "on", code: "code" } },
    });
    expect(issues).toEqual([]);
    const { event, person, code } = tables.events!.columns;
    expect([event, person, code].map((column) => [0, 1].map((row) => cell(column!, row)))).toEqual([
      ["01", "1"],
      ["0012", "012"],
      ["008/01", "8/01"],
    ]);
  });

  it("are no obstacle where the plan declares a number, nor is a nought before a point", async () => {
    expect((await covariate(["007", "0.5"], { type: "number" })).values).toEqual([7, 0.5]);
    const { column, values } = await covariate(["0.5", "0", "-0.25"]);
    expect([column.type, values]).toEqual(["number", [0.5, 0, -0.25]]);
  });
});

describe("what may be a missing code", () => {
  const suspected = async (texts: readonly string[], plan: Exclude<ColumnPlan, string> = {}) =>
    (await covariate(texts, plan)).rows.filter((row) => row.startsWith("missing_code_suspected"));

  it("is reported and used as it stands, until the plan lists it", async () => {
    const scores = ["3", "99", "27", "0", "12"];
    const { values, issues, accounts } = await covariate(scores);
    expect(issues.map(({ found }) => found)).toEqual(["what may be a missing code (rows: 1)"]);
    expect(values).toEqual([3, 99, 27, 0, 12]);
    expect(accounts[0]!.notes).toEqual([{ code: "missing_code_suspected", rows: 1 }]);
    const listed = await covariate(scores, { missing: ["99"] });
    expect([listed.issues, listed.values]).toEqual([[], [3, null, 27, 0, 12]]);
  });

  it("is a number that stands apart: the only negative one, one far above the rest, or a spike", async () => {
    expect(await suspected(["0", "3", "-1", "-1"])).toEqual([
      "missing_code_suspected 3 x",
      "missing_code_suspected 4 x",
    ]);
    expect(await suspected(["-3", "3", "-1"])).toEqual([]);
    expect(await suspected(["4", "27", "77", "999"])).toEqual([
      "missing_code_suspected 3 x",
      "missing_code_suspected 4 x",
    ]);
    const ages = ["18", "45", "70", "92", "88", "77"];
    expect(await suspected(ages)).toEqual([]);
    const spike = [...ages, "99", "99", "99", "99", "99"];
    expect((await suspected(spike)).length).toBe(5);
    expect(await suspected(["99", "99"])).toEqual([]);
  });

  it("is a dash, a dot or an abbreviation among codes, but not an answer in words, nor a code the plan recodes", async () => {
    const texts = ["-", "–", ".", "N/K", "nd", "NULL", "N/A", "unknown", "not known", "prefer not to say", "none", "N"];
    expect(await suspected(texts, { type: "category" })).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((row) => `missing_code_suspected ${row} x`),
    );
    expect(await suspected(["-", "a"], { values: { "-": "none", a: "a" } })).toEqual([]);
  });

  it("in a column of numbers is no number, and rejects its row", async () => {
    expect((await covariate(["3", "ND", "-"], { type: "number" })).rows).toEqual([
      "number_not_a_number 2 x",
      "number_not_a_number 3 x",
    ]);
  });
});

describe("percentages", () => {
  const doubted = async (texts: readonly string[]) => (await covariate(texts, { type: "percent" })).rows;

  it("among which are proportions are reported, and read as percentages", async () => {
    const { values, rows, issues } = await covariate(["22.69%", "0.23", "45 %"], { type: "percent" });
    expect(values).toEqual([0.2269, 0.0023, 0.45]);
    expect(rows).toEqual(["percent_or_proportion 2 x"]);
    expect(issues[0]!.found).toBe("a figure of 1 or less without a sign (rows: 1; with a sign: 2)");
  });

  it("that are all of 1 or less without a sign are doubted, small ones among larger are not", async () => {
    expect(await doubted(["0.5", "0.25", "1", "0"])).toEqual([
      "percent_or_proportion 1 x",
      "percent_or_proportion 2 x",
      "percent_or_proportion 3 x",
    ]);
    expect(await doubted(["0.5", "22.69", "100"])).toEqual([]);
    expect(await doubted(["0.5%", "22.69%"])).toEqual([]);
    expect(await doubted(["0", "1"])).toEqual([]);
  });
});

it("amounts in thousands, other currencies and amounts with letters are refused", () => {
  for (const text of ["£1.2k", "£3m", "1.2K", "€5", "5-", "£5 CR", "about £5", "5p"]) {
    expect([text, readMoney(text)]).toEqual([text, null]);
  }
});
