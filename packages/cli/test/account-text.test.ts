import type { Account } from "@likewise/schema";
import { accountText } from "likewise";
import { describe, expect, it } from "vitest";

function account(table: string, stage: Account["stage"], rowsIn: number, rowsUsed: number): Account {
  const rowsRejected = rowsIn - rowsUsed;
  return { stage, table, file: `${table}.csv`, rowsIn, rowsUsed, rowsRejected, reasons: [], notes: [] };
}

describe("the account of rows at a terminal", () => {
  const text = accountText(
    [
      account("people", "ingest", 60, 60),
      account("events", "ingest", 133, 0),
      account("searches", "ingest", 0, 0),
      account("people", "cohort", 60, 59),
    ],
    [],
  );

  it("tells reading a table from what is done with it later", () => {
    expect(text).toMatch(/^ {2}people \(people\.csv\) +60 in/m);
    expect(text).toMatch(/^ {2}cohort \(people\) +60 in/m);
  });

  it("says where no row of a table that has some can be used", () => {
    expect(text.match(/No row of this can be used/g)).toHaveLength(1);
    expect(text).toMatch(/events\.csv.*133 rejected\n {6}No row of this can be used/);
  });
});
