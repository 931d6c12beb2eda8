import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Account, Issue } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

interface Planted {
  readonly code: string;
  readonly table: string;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
}

const place = ({ code, table, file, row, column }: Planted | Issue) =>
  [code, table, file, row ?? "file", column ?? "row"].join(" | ");

describe("every planted error of the synthetic extracts", () => {
  let planted: Planted[];
  let check: { readonly issues: Issue[]; readonly accounts: Account[] };

  beforeAll(async () => {
    const folder = join(temporaryFolder(), "study");
    expect((await runCommand("simulate", folder, "--seed", "3")).code).toBe(0);
    planted = JSON.parse(readFileSync(join(folder, "planted-errors.json"), "utf8")).planted;
    const { code, out } = await runCommand("check", folder, "--json");
    expect(code).toBe(0);
    check = JSON.parse(out);
  });

  it("is of at least 20 kinds, each planted twice or more, some on first rows, and two on one row", () => {
    const count = (key: (one: Planted) => string) => {
      const counts = new Map<string, number>();
      for (const one of planted) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
      return [...counts.values()];
    };
    expect(count((one) => one.code).length).toBeGreaterThanOrEqual(20);
    expect(Math.min(...count((one) => one.code))).toBeGreaterThanOrEqual(2);
    expect(planted.some((one) => one.row === 1)).toBe(true);
    expect(Math.max(...count((one) => `${one.file} ${one.row}`))).toBeGreaterThanOrEqual(2);
  });

  it("practice-F13: comes back, at the row and column it was planted in, and nothing else is reported", () => {
    expect(check.issues.map(place).sort()).toEqual(planted.map(place).sort());
  });

  it("leaves every row accounted for", () => {
    for (const account of check.accounts) {
      expect(account.rowsIn).toBe((account.rowsUsed as number) + (account.rowsRejected as number));
      const byReason = account.reasons.reduce((sum, reason) => sum + (reason.rows as number), 0);
      expect(byReason).toBe(account.rowsRejected);
    }
  });
});
