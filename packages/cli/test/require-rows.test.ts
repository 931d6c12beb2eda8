import type { Account, StudyPlan } from "@likewise/schema";
import { requireRows } from "likewise";
import { describe, expect, it } from "vitest";

function events(file: string, rowsUsed: number, reasons: Record<string, number>, stage: Account["stage"] = "ingest") {
  const rowsRejected = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
  return {
    stage,
    table: "events",
    file,
    rowsIn: rowsUsed + rowsRejected,
    rowsUsed,
    rowsRejected,
    reasons: Object.entries(reasons).map(([code, rows]) => ({ code, rows })),
    notes: [],
  } satisfies Account;
}

const planOf = (mayBeEmpty: boolean) =>
  ({ data: { tables: { events: { files: ["a.csv"], columns: {}, mayBeEmpty } } } }) as unknown as StudyPlan;

describe("a table that has rows of which none can be used", () => {
  it("stops the run with the reasons of all its files", () => {
    const lost = [events("a.csv", 0, { code_unknown: 88, not_linked: 45 }), events("b.csv", 0, { code_unknown: 2 })];
    expect(() => requireRows(planOf(true), lost)).toThrow(
      /events: none of its rows can be used \(code_unknown 90, not_linked 45\)/,
    );
  });

  it("is not one of which a file has some, one declared to be empty, or one that a later stage takes rows from", () => {
    requireRows(planOf(false), [events("a.csv", 0, { code_unknown: 88 }), events("b.csv", 1, {})]);
    requireRows(planOf(true), [events("a.csv", 0, {})]);
    requireRows(planOf(true), [events("a.csv", 0, { footer_row: 1, blank_row: 2 })]);
    requireRows(planOf(false), [events("a.csv", 3, {}), events("a.csv", 0, { "part-victim": 3 }, "offending")]);
  });

  it("an export without rows stops the run until somebody says that there is nothing to record", () => {
    for (const empty of [events("a.csv", 0, {}), events("a.csv", 0, { footer_row: 1 })]) {
      expect(() => requireRows(planOf(false), [empty])).toThrow("declare data.tables.events.mayBeEmpty: true");
    }
  });
});
