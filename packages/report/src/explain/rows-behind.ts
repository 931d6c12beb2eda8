import type { Account, KeyStep, Results } from "@likewise/schema";

/** Tables that a part of the results rests on, beside those every part rests on; null for all that were read. */
const tablesOf: Readonly<Record<string, readonly string[] | null>> = {
  funnel: ["referrals", "stages", "selections"],
  analysisSets: ["referrals", "stages", "selections", "allocations"],
  coverage: ["events", "searches", "outcomes"],
  blocks: ["events", "searches", "orders", "stages"],
  safety: ["links", "abuse", "statuses", "harms", "service_use"],
  comparisons: ["referrals", "selections", "allocations", "events", "searches", "orders", "outcomes", "measures"],
  claims: ["referrals", "selections", "allocations", "events", "searches", "orders", "outcomes", "measures"],
  tables: null,
  evidence: null,
  guards: null,
  theory: null,
};

/** The account of the rows a number rests on: its own table for an account, none for what the plan says. */
export function accountsBehind({ accounts }: Results, [part, entry]: readonly KeyStep[]): readonly Account[] {
  if (part!.segment === "accounts") return entry === undefined ? accounts : [entry.value as Account];
  const tables = tablesOf[part!.segment];
  if (tables === undefined) return [];
  return tables === null ? accounts : accounts.filter(({ table }) => table === "people" || tables.includes(table));
}
