import {
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  dayNumber,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";

/**
 * Spend by quarter, payer and category. The total is about the published grant and match a person referred.
 *
 * @source pounds a referral: a national high-risk perpetrator service, 2020-21, grant of 1.2 million pounds and an equal
 * local match over 670 people = 3,582 (arithmetic on published figures)
 */
export function costsTable(referrals: number, stream: RandomStream): Columns {
  const rows = Array.from({ length: quarters }, (_, quarter) =>
    lines.map((line) => {
      const even = (poundsAReferral * referrals * line.share) / quarters;
      const pounds = even * (0.9 + (0.2 * quarter) / (quarters - 1)) * (0.97 + 0.06 * stream.uniform());
      return { ...line, ...quarterDays(quarter), pounds: Math.round(pounds * 100) / 100 };
    }),
  ).flat();
  return columnsOf({
    period_from: dateColumn(rows.map((row) => row.from)),
    period_to: dateColumn(rows.map((row) => row.to)),
    payer: textColumn(rows.map((row) => row.payer)),
    category: textColumn(rows.map((row) => row.category)),
    kind: categoryColumn(rows.map((row) => row.kind)),
    amount_pounds: numberColumn(rows.map((row) => row.pounds)),
  });
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

function quarterDays(quarter: number): { from: number; to: number } {
  const first = (index: number) =>
    dayNumber({ year: 2020 + Math.floor(index / 4), month: 3 * (index % 4) + 1, day: 1 });
  return { from: first(quarter), to: first(quarter + 1) - 1 };
}
