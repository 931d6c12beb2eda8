import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  isoDate,
  parseIsoDate,
  type RecordField,
  type RecordSchema,
  recordSchema,
  recordTables,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { briefly, ingest } from "./study-folder.ts";

/**
 * Every rule that data-schemas/ states of a record, broken once, on its own, in an otherwise good row: the issues it
 * must raise are worked out from the rule, and no other may be raised. All breaches of a table stand in one file, a row
 * and a person for each.
 */

const asAt = "2024-06-30";
type Row = Readonly<Record<string, string>>;

/** One breach, or one thing that is none, and the issues of its row as `code field`. */
interface Case {
  readonly claim: string;
  readonly change: Row;
  readonly raises: readonly string[];
}

it("no rule that a record can state is left out here", () => {
  const known = ["status", "key", "date", "references", "dateOrder", "mayLieAhead", "spells"];
  const words = ["type", "format", "enum", "minimum", "maximum", "description", "examples", "x-likewise"];
  for (const table of recordTables) {
    const path = fileURLToPath(new URL(`../../../data-schemas/${table}.schema.json`, import.meta.url));
    const { properties, ...schema } = JSON.parse(readFileSync(path, "utf8"));
    expect(Object.keys(schema["x-likewise"]).filter((rule) => !known.includes(rule))).toEqual([]);
    const used = Object.values<object>(properties).flatMap((property) => Object.keys(property));
    expect(used.filter((word) => !words.includes(word))).toEqual([]);
  }
});

for (const table of recordTables) {
  const schema = recordSchema(table);
  const good = (nth: number) => goodRow(schema, nth);
  const cases = casesOf(schema);
  const found = once(() =>
    issuesByRow(
      schema,
      cases.map(({ change }, index) => ({ ...good(index + 1), ...change })),
    ),
  );
  const raisedBy = async (...rows: readonly Row[]) => (await issuesByRow(schema, rows)).map((issues) => issues ?? []);

  describe(`the rules of ${table}`, () => {
    for (const [index, { claim, raises }] of cases.entries()) {
      it(claim, async () => {
        expect([...((await found())[index] ?? [])].sort()).toEqual([...raises].sort());
      });
    }

    const { key } = schema;
    if (key.length > 0)
      it(`a row is identified by ${key.join(" and ")}`, async () => {
        expect(await raisedBy(good(1), good(1))).toEqual([[], ["key_repeated -"]]);
        const sameKey = { ...good(2), ...Object.fromEntries(key.map((name) => [name, good(1)[name]!])) };
        expect(sameKey).not.toEqual(good(1));
        expect(await raisedBy(good(1), sameKey, good(3))).toEqual([["conflicting_rows -"], ["conflicting_rows -"], []]);
        for (const name of key) {
          expect([name, ...(await raisedBy(good(1), { ...good(1), [name]: good(2)[name]! }))]).toEqual([name, [], []]);
        }
      });

    if (key.length === 0)
      it("equal rows are reported, as there is no key", async () => {
        const overlap = schema.spells ? ["overlapping_spells from"] : [];
        expect(await raisedBy(good(1), good(1))).toEqual([[], ["equal_rows -", ...overlap]]);
      });

    if (schema.spells)
      it("a person has one spell of a kind at a time", async () => {
        const first = { ...good(1), from: "2023-01-01", to: "2023-03-31" };
        const touching = { ...good(1), from: "2023-03-31", to: "2023-05-01" };
        expect(await raisedBy(first, touching)).toEqual([[], ["overlapping_spells from"]]);
        expect(await raisedBy(first, { ...touching, from: "2023-04-01" })).toEqual([[], []]);
        expect(await raisedBy(first, { ...touching, kind: good(2).kind! })).toEqual([[], []]);
        expect(await raisedBy(first, { ...touching, person: "P2" })).toEqual([[], []]);
      });

    it("a row is dated by one of its dates, if by any", () => {
      const dates = schema.fields.filter(({ type }) => type === "date").map(({ name }) => name);
      expect(schema.date === null || dates.includes(schema.date)).toBe(true);
    });
  });
}

function casesOf(schema: RecordSchema): Case[] {
  const people = schema.table === "people";
  return [
    { claim: "a good row raises nothing", change: {}, raises: [] },
    ...schema.fields.flatMap((field) => fieldCases(schema, field)),
    ...schema.fields.filter(({ type }) => type === "date").flatMap((field) => dateCases(schema, field.name)),
    ...schema.dateOrder.flatMap(([first, second]) => orderCases(schema, first, second)),
    ...Object.entries(schema.references).flatMap(([name, target]): Case[] => [
      { claim: `${name} is in ${target}`, change: { [name]: "P999" }, raises: [`reference_unknown ${name}`] },
      {
        claim: `${name} is in a row of ${target} that is used`,
        // A worker whom somebody is linked to need not be one of the people.
        change: { ...(name === "linked_person" && { kind: "dyad" }), [name]: "P998" },
        raises: [`reference_rejected ${name}`],
      },
    ]),
    ...(people && schema.fields.some(({ name }) => name === "birth_year")
      ? [
          {
            claim: "nobody is born after the extract",
            change: { birth_year: "2025" },
            raises: ["future_birth_year birth_year"],
          },
        ]
      : []),
  ];
}

function fieldCases(schema: RecordSchema, field: RecordField): Case[] {
  const { name, type, required, values, minimum, maximum, isId } = field;
  const id = isId && type === "text";
  const number = name.endsWith("_pounds") ? "money_not_money" : "number_not_a_number";
  const misreadings: Readonly<Record<typeof type, readonly [text: string, code: string]>> = {
    number: ["many", number],
    integer: ["1.5", "integer_expected"],
    boolean: ["perhaps", "boolean_unknown"],
    date: ["2023-02-30", "date_impossible"],
    text: ["1.5E+11", "id_scientific"],
    category: ["word ".repeat(31), "free_text"],
  };
  const [text, code] = values === undefined ? misreadings[type] : (["zz", "code_unknown"] as const);
  return [
    {
      claim: `${name} ${required ? "is required" : "may be blank"}`,
      change: { [name]: "" },
      raises: required ? [`required_missing ${name}`] : [],
    },
    ...(type === "text" && !id
      ? []
      : [{ claim: `${name} is read as ${type}`, change: { [name]: text }, raises: [`${code} ${name}`] }]),
    ...(values ?? []).map((value) => ({ claim: `${name} may be ${value}`, change: { [name]: value }, raises: [] })),
    ...(minimum === undefined ? [] : [limit(name, minimum, minimum - 1, "or more")]),
    ...(minimum === undefined
      ? []
      : [{ claim: `${name} may be ${minimum}`, change: { [name]: String(minimum) }, raises: [] }]),
    ...(maximum === undefined ? [] : [limit(name, maximum, maximum + 1, "or less")]),
    ...(maximum === undefined || (schema.table === "people" && name === "birth_year")
      ? []
      : [{ claim: `${name} may be ${maximum}`, change: { [name]: String(maximum) }, raises: [] }]),
  ];
}

function limit(name: string, end: number, beyond: number, words: string): Case {
  return {
    claim: `${name} is ${end} ${words}`,
    change: { [name]: String(beyond) },
    raises: [`number_out_of_range ${name}`],
  };
}

/** A date is moved, and with it those that an order ties to it, so that no other rule is broken. */
function dateCases(schema: RecordSchema, name: string): Case[] {
  const late = atEach([name, ...after(schema, name)], "2024-07-01");
  const early = atEach([name, ...before(schema, name)], "1979-12-31");
  const fixed = Object.keys(late).filter((date) => !schema.mayLieAhead.includes(date));
  const dated = schema.table !== "people" && schema.fields.some((field) => field.name === "person");
  return [
    {
      claim: `${name} ${schema.mayLieAhead.includes(name) ? "may lie" : "does not lie"} after the extract`,
      change: late,
      raises: fixed.map((date) => `date_after_extract ${date}`),
    },
    {
      claim: dated ? `${name} is not before the person's birth` : `${name} is nobody's, or not checked against a birth`,
      change: early,
      raises: dated ? Object.keys(early).map((date) => `event_before_birth ${date}`) : [],
    },
  ];
}

function orderCases(schema: RecordSchema, first: string, second: string): Case[] {
  const tied = [
    first,
    second,
    ...before(schema, first),
    ...before(schema, second),
    ...after(schema, first),
    ...after(schema, second),
  ];
  const same = atEach(tied, "2023-09-15");
  const turned = { ...same, ...atEach([second, ...before(schema, second)], "2023-09-15"), [second]: "2023-09-14" };
  const broken = schema.dateOrder.filter(([, later]) => later === second);
  return [
    { claim: `${first} may be the day of ${second}`, change: same, raises: [] },
    { claim: `${first} is not after ${second}`, change: turned, raises: broken.map(() => `date_order ${second}`) },
  ];
}

/** A row that keeps every rule; each `nth` is another person, another key and other days. */
function goodRow(schema: RecordSchema, nth: number): Row {
  return Object.fromEntries(schema.fields.map((field) => [field.name, goodCell(schema, field, nth)]));
}

function goodCell(schema: RecordSchema, { name, type, values, minimum, isId }: RecordField, nth: number): string {
  if (name === "person") return `P${nth}`;
  if (name === "linked_person") return `P${nth + 1}`;
  if (values !== undefined) return values[nth % values.length]!;
  if (type === "date") return isoDate(parseIsoDate("2022-01-01")! + 100 * before(schema, name).length + nth);
  if (type === "boolean") return nth % 2 === 0 ? "no" : "yes";
  if (name === "birth_year") return "1980";
  if (type === "number" || type === "integer") return String((minimum ?? 0) + (nth % 3));
  if (type === "category") return `c${nth}`;
  return isId ? `X${nth}` : `w${nth}`;
}

/** Fields that must not be after this one, and those that must not be before it. */
function before(schema: RecordSchema, name: string): readonly string[] {
  const firsts = schema.dateOrder.filter(([, second]) => second === name).map(([first]) => first);
  return [...new Set([...firsts, ...firsts.flatMap((first) => before(schema, first))])];
}

function after(schema: RecordSchema, name: string): readonly string[] {
  const seconds = schema.dateOrder.filter(([first]) => first === name).map(([, second]) => second);
  return [...new Set([...seconds, ...seconds.flatMap((second) => after(schema, second))])];
}

function atEach(names: readonly string[], day: string): Row {
  return Object.fromEntries(names.map((name) => [name, day]));
}

/** Issues of each row as `code field`; everybody is in people, P998 in a row that is rejected. */
async function issuesByRow(schema: RecordSchema, rows: readonly Row[]): Promise<(readonly string[] | undefined)[]> {
  const names = schema.fields.map(({ name }) => name);
  const cells = rows.map((row) => names.map((name) => row[name]!).join(","));
  const everybody = Array.from({ length: rows.length + 2 }, (_, index) => `P${index + 1},1980,\n`).join("");
  const files = {
    "rows.csv": `${[names.join(","), ...cells].join("\n")}\n`,
    "people.csv": `id,born,age\n${everybody}P998,1980,200\n`,
  };
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  const source = { files: ["rows.csv"] as [string], columns, dateFormat: "yyyy-mm-dd" } as const;
  const people = { files: ["people.csv"] as [string], columns: { person: "id", birth_year: "born", age: "age" } };
  const { issues } = await ingest(files, { people, [schema.table]: source }, asAt);
  const byRow: string[][] = rows.map(() => []);
  for (const { table, row, code, column } of issues) {
    if (table === schema.table && row !== null) byRow[row - 1]!.push(`${code} ${column ?? "-"}`);
  }
  expect(briefly(issues.filter(({ row }) => row === null))).toEqual([]);
  return byRow;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
