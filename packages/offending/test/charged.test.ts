import { disposalRules, eventAccount, offendingOutcomes } from "@likewise/offending";
import { describe, expect, it } from "vitest";
import { type EventRow, eventsOf, followed, outcome, planOf, withEngine } from "./study.ts";

const people = followed({ id: "a", index: "2023-01-01", observed: ["2020-01-01", "2025-12-31"] });
const plan = planOf({ outcomes: [outcome({ id: "charged", basis: "charged", definition: "charged", kind: "count" })] });
const on = "2023-06-01";

async function countOf(...events: Omit<EventRow, "person">[]) {
  const tables = { events: eventsOf(...events.map((event) => ({ person: "a", ...event }))) };
  const { table } = await withEngine((engine) => offendingOutcomes({ engine, plan, tables, ...people }));
  return table.columns.value.values[0];
}

describe("crimes charged", () => {
  it.each(disposalRules.map(({ disposal, charged }) => [disposal, Number(charged)] as const))(
    "a crime whose disposal is %s counts %i times",
    async (disposal, expected) => {
      expect(await countOf({ on, disposal })).toBe(expected);
    },
  );

  it("are the charge and the conviction alone: five disposals, by hand 2", async () => {
    expect(await countOf(...disposalRules.map(({ disposal }) => ({ on, disposal })))).toBe(2);
  });

  it("leave out a breach alone, an incident that is no crime, and a day outside the window", async () => {
    const charge = { disposal: "charge" };
    expect(
      await countOf({ on, breach: true, ...charge }, { on, crime: false, ...charge }, { on: "2024-01-02", ...charge }),
    ).toBe(0);
  });

  it("do not take a proven caution for a charge", async () => {
    expect(await countOf({ on, disposal: "caution", proven: "2023-07-01" })).toBe(0);
  });

  it("do not guess: a missing disposal and words nobody mapped are no charge, and the account counts both", async () => {
    const rows = [{ on, disposal: "charge" }, { on, disposal: "Charged/Summonsed" }, { on }];
    expect(await countOf(...rows)).toBe(1);
    const tables = { events: eventsOf(...rows.map((row) => ({ person: "a", ...row }))) };
    expect(eventAccount({ plan, tables, ...people })!.notes).toEqual([
      { code: "no-disposal", rows: 1 },
      { code: "disposal-not-known", rows: 1 },
    ]);
  });

  it("cannot be counted in events without disposals", async () => {
    await expect(countOf({ on })).rejects.toThrow(/charged/);
  });
});
