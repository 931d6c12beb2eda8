import { type Account, exact, Failure, type StudyPlan } from "@likewise/schema";

/** Rows that are no data: a table of nothing else is empty. */
const noData: ReadonlySet<string> = new Set(["blank_row", "footer_row", "repeated_header", "other_table"]);

/**
 * Stops a run in which nothing of a table can be used: what rests on it would say that nothing happened to anybody, where
 * in truth the plan and the file do not fit, or an export failed. That there is nothing to record has to be declared.
 *
 * @throws Failure data, with the reasons
 */
export function requireRows({ data }: StudyPlan, accounts: readonly Account[]): void {
  const ingested = accounts.filter(({ stage }) => stage === "ingest");
  for (const table of new Set(ingested.map((account) => account.table))) {
    const own = ingested.filter((account) => account.table === table);
    if (own.some(({ rowsUsed }) => exact(rowsUsed) > 0)) continue;
    const reasons = own.flatMap((account) => account.reasons).filter(({ code }) => !noData.has(code));
    if (reasons.length === 0) {
      if (data.tables[table]?.mayBeEmpty === true) continue;
      throw new Failure(
        "data",
        `${table}: expected rows, found none, so that it would seem that nothing happened to anybody; an export without rows is most often one that failed. If there is nothing to record, declare data.tables.${table}.mayBeEmpty: true`,
      );
    }
    const counts = new Map<string, number>();
    for (const { code, rows } of reasons) counts.set(code, (counts.get(code) ?? 0) + exact(rows));
    const words = [...counts].map(([code, rows]) => `${code} ${rows}`).join(", ");
    throw new Failure(
      "data",
      `${table}: none of its rows can be used (${words}), so that it would seem that nothing happened to anybody; likewise check says in which rows and columns`,
    );
  }
}
