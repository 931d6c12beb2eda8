import { type Columns, dayNumber } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/**
 * Spend by quarter, payer and category. The total is about the published grant and match a person referred.
 *
 * @source pounds a referral: a national high-risk perpetrator service, 2020-21, grant of 1.2 million pounds and an equal
 * local match over 670 people = 3,582 (arithmetic on published figures)
 */
export function costsTable(referrals: number, stream: RandomStream): Columns {
  const rows = Array.from({ length: quarters }, (_, quarter) =>
    lines.map(({ payer, category, kind, share }) => {
      const even = (poundsAReferral * referrals * share) / quarters;
      const pounds = even * (0.9 + (0.2 * quarter) / (quarters - 1)) * (0.97 + 0.06 * stream.uniform());
      return { ...quarterDays(quarter), payer, category, kind, amount_pounds: Math.round(pounds * 100) / 100 };
    }),
  ).flat();
  return recordColumns("costs", tableFields.costs, rows);
}

const quarters = 14;
const poundsAReferral = 3582;

const lines = [
  { payer: "Central government", category: "Case managers", kind: "cash", share: 0.42 },
  { payer: "Police and Crime Commissioner", category: "Support for victim-survivors", kind: "cash", share: 0.26 },
  { payer: "Council", category: "Management and supervision", kind: "cash", share: 0.14 },
  { payer: "Council", category: "Premises and equipment", kind: "in-kind", share: 0.08 },
  { payer: "Police", category: "Panel and analyst time", kind: "in-kind", share: 0.1 },
];

function quarterDays(quarter: number): { period_from: number; period_to: number } {
  const first = (index: number) =>
    dayNumber({ year: 2020 + Math.floor(index / 4), month: 3 * (index % 4) + 1, day: 1 });
  return { period_from: first(quarter), period_to: first(quarter + 1) - 1 };
}
