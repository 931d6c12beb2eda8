import { cell, recordFields, recordSchema, validatePlan } from "@likewise/schema";
import { cleanExtracts, simulateProgramme } from "@likewise/simulate";
import { describe, expect, it } from "vitest";
import { groupBy, ids, rowsOf } from "./rows-of.ts";

const programme = simulateProgramme({ seed: 2024 });

describe("a simulated programme", () => {
  it("has 620 referrals and 3,000 eligible people without a place", () => {
    const decisions = rowsOf(programme.tables.selections!);
    const listed = decisions.filter((row) => row.reason !== "under-18");
    expect(programme.tables.referrals!.numRows).toBe(620);
    expect(listed.filter((row) => row.panel_decision === "selected")).toHaveLength(620);
    expect(listed.filter((row) => row.panel_decision !== "selected")).toHaveLength(3000);
    expect(listed.filter((row) => row.panel_decision === "capacity-refused").length).toBeGreaterThan(100);
  });

  it("gives the same bytes for the same seed, other bytes for another", () => {
    const text = (seed: number) => JSON.stringify(cleanExtracts(simulateProgramme({ seed, referrals: 30, pool: 120 })));
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it("makes a table alike whichever other tables are made", () => {
    const small = { seed: 7, referrals: 30, pool: 120 } as const;
    const alone = simulateProgramme({ ...small, tables: ["events"] });
    expect(Object.keys(alone.tables)).toEqual(["events"]);
    expect(alone.tables.events).toEqual(simulateProgramme(small).tables.events);
  });

  it("is synthetic wherever it says what it is", () => {
    expect(programme.synthetic).toBe(true);
    expect(programme.plan.synthetic).toBe(true);
    expect(programme.plan.title).toContain("synthetic");
  });

  it("comes with a plan that is a study plan, with or without a numeric seed", () => {
    for (const seed of [2024, "a name"]) {
      const { plan } = simulateProgramme({ seed, referrals: 30, pool: 120, tables: [] });
      expect(validatePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ plan });
    }
  });

  it("names in its plan every table and field it makes", () => {
    const { tables } = programme.plan.data;
    expect(Object.keys(tables).sort()).toEqual(Object.keys(programme.tables).sort());
    for (const [name, { columns, covariates = {} }] of Object.entries(tables)) {
      expect(Object.keys({ ...columns, ...covariates })).toEqual(Object.keys(programme.tables[name]!.columns));
    }
  });

  it("holds each column as its record declares, with required fields, keys, references and order of dates kept", () => {
    const people = new Set(ids(programme.tables.people!));
    for (const [name, table] of Object.entries(programme.tables)) {
      const record = recordSchema(name);
      const declared = new Map(recordFields(name).map((field) => [field.name, field]));
      for (const [field, column] of Object.entries(table.columns)) {
        if (field === "panel_quarter") continue;
        expect([name, field, column.type]).toEqual([name, field, declared.get(field)!.type]);
        if (declared.get(field)!.required) expect([name, field, column.valid]).toEqual([name, field, null]);
      }
      const rows = rowsOf(table);
      const keys = rows.map((row) => JSON.stringify(record.key.map((field) => row[field])));
      if (record.key.length > 0) expect([name, new Set(keys).size]).toEqual([name, rows.length]);
      for (const [field, target] of Object.entries(record.references)) {
        if (target !== "people.person" || !(field in table.columns)) continue;
        expect(rows.filter((row) => !people.has(row[field] as string))).toEqual([]);
      }
      for (const [first, second] of record.dateOrder) {
        const wrong = rows.filter((row) => row[first] != null && row[second] != null && row[first]! > row[second]!);
        expect([name, wrong]).toEqual([name, []]);
      }
    }
  });

  it("dates nothing after the extract but the ends of orders", () => {
    const extractDay = 20088; // 2024-12-31: 54 years of 365 days + 13 leap days + 365 days
    for (const [name, table] of Object.entries(programme.tables)) {
      for (const [field, column] of Object.entries(table.columns)) {
        if (column.type !== "date" || (name === "orders" && field === "to")) continue;
        const days = Array.from({ length: table.numRows }, (_, row) => Number(cell(column, row)));
        expect(days.filter((day) => day > extractDay)).toEqual([]);
      }
    }
  });

  it("records no event while a person is in custody", () => {
    const spells = rowsOf(programme.tables.orders!).filter((row) => row.kind === "custody" || row.kind === "remand");
    const spellsOf = groupBy(spells, (row) => row.person);
    const inside = rowsOf(programme.tables.events!).filter((event) =>
      (spellsOf.get(event.person!) ?? []).some(
        (spell) => spell.from! <= event.event_date! && event.event_date! <= spell.to!,
      ),
    );
    expect(spells.length).toBeGreaterThan(300);
    expect(inside).toEqual([]);
  });

  it("leaves a few people without a search or not found, and none of them with an event", () => {
    const found = new Map(rowsOf(programme.tables.searches!).map((row) => [row.person, row.found]));
    const withEvents = new Set(ids(programme.tables.events!));
    const listed = ids(programme.tables.selections!);
    expect(listed.filter((id) => !found.has(id)).length).toBeGreaterThanOrEqual(2);
    expect(listed.filter((id) => found.get(id) === false).length).toBeGreaterThanOrEqual(2);
    expect(listed.filter((id) => found.get(id) !== true && withEvents.has(id))).toEqual([]);
  });

  it("refuses numbers that cannot be", () => {
    expect(() => simulateProgramme({ seed: 1, referrals: 0 })).toThrow(RangeError);
    expect(() => simulateProgramme({ seed: 1, pool: 2.5 })).toThrow(RangeError);
    expect(() => simulateProgramme({ seed: 1, shape: 0 })).toThrow(RangeError);
    expect(() => simulateProgramme({ seed: 1, effect: { domesticRateRatio: -1 } })).toThrow(RangeError);
  });

  it("refuses a truth about nobody, about strangers, about people without records, or about an outcome it lacks", () => {
    const found = new Set(
      rowsOf(programme.tables.searches!)
        .filter((row) => row.found)
        .map((row) => row.person),
    );
    const unknown = ids(programme.tables.selections!).find((id) => !found.has(id))!;
    const known = ids(programme.tables.referrals!).find((id) => found.has(id))!;
    expect(() => programme.truth([], "da-recorded-12m")).toThrow("truth: ids must not be empty");
    expect(() => programme.truth(["nobody"], "da-recorded-12m")).toThrow(RangeError);
    expect(() => programme.truth([unknown], "da-recorded-12m")).toThrow(RangeError);
    expect(() => programme.truth([known], "harm")).toThrow("truth: outcome must be one of da-recorded-12m");
  });
});
