import { headerOf } from "../mapping/mapped-column.ts";
import type { IngestedTable } from "../table/ingest-table.ts";
import { noteIssue } from "../table/issue-ledger.ts";
import { latestAt, numberAt, textAt } from "../table/read-column.ts";

/** What nobody can have before they were referred: table to the field that dates it. */
const afterReferral: Readonly<Record<string, string>> = { sessions: "session_date" };

/**
 * Rows of what only follows a referral that lie before the first referral of their person. They are used as they stand:
 * a referral may be missing, or either date misprinted, and the row alone does not say which.
 */
export function checkBeforeReferral(tables: readonly IngestedTable[]): void {
  const referrals = tables.find(({ ledger }) => ledger.table === "referrals");
  const first = referrals === undefined ? null : firstReferrals(referrals);
  if (first === null) return;
  for (const { ledger, read } of tables) {
    const dates = read.get(afterReferral[ledger.table] ?? "");
    const person = read.get("person");
    if (dates === undefined || person === undefined) continue;
    for (let row = 0; row < ledger.rejected.length; row++) {
      if (ledger.rejected[row] === 1) continue;
      const referred = first.get(textAt(person, row) ?? "");
      const day = latestAt(dates, row);
      if (referred !== undefined && day !== null && day < referred) {
        noteIssue(ledger, "before_referral", row, headerOf(dates.mapped));
      }
    }
  }
}

/** The first day each person was referred; people with a referral that cannot be dated are left out. */
function firstReferrals({ ledger, read }: IngestedTable): ReadonlyMap<string, number> | null {
  const person = read.get("person");
  const dates = read.get("referral_date");
  if (person === undefined || dates === undefined) return null;
  const first = new Map<string, number>();
  for (let row = 0; row < ledger.rejected.length; row++) {
    const id = textAt(person, row);
    if (id === null) continue;
    const day = numberAt(dates, row) ?? Number.NEGATIVE_INFINITY;
    first.set(id, Math.min(first.get(id) ?? day, day));
  }
  return first;
}
