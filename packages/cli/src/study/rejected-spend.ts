import type { RejectedSpend } from "@likewise/economics";
import { type Account, exact, type Issue, type StudyPlan } from "@likewise/schema";

/** Rows of the costs table that were rejected: those whose payer is missing, and all others. */
export function rejectedSpend(
  plan: Pick<StudyPlan, "data">,
  {
    accounts,
    issues,
  }: {
    readonly accounts: readonly Account[];
    readonly issues: readonly Issue[];
  },
): RejectedSpend {
  const rows = accounts
    .filter(({ stage, table }) => stage === "ingest" && table === "costs")
    .reduce((sum, { rowsRejected }) => sum + exact(rowsRejected), 0);
  const payer = plan.data.tables.costs?.columns.payer;
  const header = typeof payer === "object" ? payer.column : payer;
  const withoutPayer = issues.filter(
    ({ table, column, code }) => table === "costs" && column === header && code === "required_missing",
  );
  return {
    withoutPayer: withoutPayer.length,
    placesWithoutPayer: withoutPayer.map(({ file, row }) => `${file ?? "costs"}${row === null ? "" : ` row ${row}`}`),
    otherwise: rows - withoutPayer.length,
  };
}
