import { recordFields, recordSchema, recordTables } from "@likewise/schema";
import { describe, expect, it } from "vitest";

describe("records", () => {
  it("are the tables the design lists", () => {
    const design =
      "people links referrals selections sessions needs service_use events hearings orders abuse statuses measures harms costs stages searches outcomes requests plan_items phases allocations staff training fidelity interviews extracts capacity population activities test_calls";
    expect(recordTables).toEqual(design.split(" ").sort());
  });

  it("say which type each field is held as", () => {
    const typeOf = (table: string, field: string) => recordFields(table).find(({ name }) => name === field)?.type;
    expect(typeOf("events", "person")).toBe("text");
    expect(typeOf("events", "event_date")).toBe("date");
    expect(typeOf("events", "code")).toBe("category");
    expect(typeOf("events", "role")).toBe("category");
    expect(typeOf("events", "domestic")).toBe("boolean");
    expect(typeOf("people", "birth_year")).toBe("integer");
    expect(typeOf("people", "age")).toBe("number");
    expect(typeOf("outcomes", "value")).toBe("text");
  });

  it("carry codes, bounds and whether a field must be there", () => {
    expect(recordFields("abuse").find(({ name }) => name === "severity")).toEqual({
      name: "severity",
      type: "integer",
      required: false,
      isId: false,
      description: "0 none, 1 standard, 2 moderate, 3 high",
      minimum: 0,
      maximum: 3,
    });
    expect(recordFields("links").find(({ name }) => name === "kind")?.values).toEqual(["dyad", "family", "worker"]);
    expect(recordFields("people").find(({ name }) => name === "sex")?.suggested).toContain("prefer-not-to-say");
  });

  it("say which text names somebody or something", () => {
    const ids = recordTables.flatMap((table) => recordFields(table).flatMap(({ name, isId }) => (isId ? [name] : [])));
    expect([...new Set(ids)].sort()).toEqual(
      "cleared_by event family linked_person person referral request victim worker"
        .split(" ")
        .filter((name) => name !== "cleared_by"),
    );
  });

  it("that do not exist are refused with what was meant", () => {
    expect(() => recordSchema("event")).toThrow('table must be "events" or another record, got event');
    expect(() => recordSchema("results")).toThrow(RangeError);
    expect(() => recordSchema("constructor")).toThrow(RangeError);
  });

  describe.each(recordTables)("%s", (table) => {
    const { fields, key, date, references, dateOrder, mayLieAhead, spells, description, title } = recordSchema(table);
    const names = fields.map(({ name }) => name);

    it("is described, field by field, without a full stop", () => {
      for (const text of [title, description, ...fields.map((field) => field.description)]) {
        expect(text).toMatch(/^\S.*[^\s.]$/);
      }
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    });

    it("has a key, references and dates among its fields", () => {
      for (const name of key) expect(names).toContain(name);
      for (const [field, target] of Object.entries(references)) {
        const [otherTable, otherField] = target.split(".") as [string, string];
        expect(names).toContain(field);
        expect(recordFields(otherTable).map(({ name }) => name)).toContain(otherField);
      }
      const dates = fields.filter(({ type }) => type === "date").map(({ name }) => name);
      for (const pair of dateOrder) for (const name of pair) expect(dates).toContain(name);
      for (const name of mayLieAhead) expect(dates).toContain(name);
      if (date !== null) expect(dates).toContain(date);
      if (spells) expect(names).toEqual(expect.arrayContaining(["person", "kind", "from", "to"]));
    });

    it("dates its rows, where a person has several and a row happened on a day", () => {
      // Outcomes are of a window, people and populations of no day.
      if (date === null) expect(["outcomes", "people", "population"]).toContain(table);
    });

    it("points to people wherever it names a person", () => {
      if (names.includes("person") && fields.find(({ name }) => name === "person")!.required && table !== "people") {
        expect(references.person).toBe("people.person");
      }
    });
  });
});
