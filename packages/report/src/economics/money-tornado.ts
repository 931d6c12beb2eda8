import type { Chart } from "../charts/chart.ts";
import { formatMeasured } from "../wording/formats.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds } from "../wording/pounds.ts";
import { moneyBars } from "./money-bars.ts";
import { termsOf } from "./terms-of.ts";

/** Bars of the picture; the table has every number that moves the result. */
const most = { wide: 8, narrow: 5 } as const;

/** How far each uncertain number alone moves the result, widest first. */
export const moneyTornado: Chart = {
  id: "money-tornado",
  shows: "how far each uncertain number alone moves what is left of costs and benefits",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (economics === null || found === null || found.tornado.length === 0) return null;
    const swing = ({ atLow, atHigh }: (typeof found.tornado)[number]) => Math.abs(atHigh - atLow);
    const widest = Math.max(...found.tornado.map(swing));
    // What moves the result by less than anyone would see tells nothing.
    const rows = found.tornado.filter((row) => swing(row) > widest / 100);
    if (rows.length === 0) return null;
    const written = ({ atLow, atHigh }: (typeof rows)[number]) => `${formatPounds(atLow)} to ${formatPounds(atHigh)}`;
    return {
      title: moneySaid(economics, "money-rests") ?? "What the result rests on most",
      subtitle: `Gains less costs with each number moved alone from its lower to its upper limit. ${termsOf(found)}`,
      alternative: rows.map((row) => `${row.label}: ${written(row)}`).join("; "),
      table: {
        caption: "One number moved at a time",
        head: [
          "Number",
          "Its lower limit",
          "Its upper limit",
          "Result at the lower",
          "Result at the upper",
          "Where gains equal costs",
        ],
        rows: rows.map(({ label, low, high, atLow, atHigh, switchesAt }) => [
          label,
          formatMeasured(low),
          formatMeasured(high),
          formatPounds(atLow),
          formatPounds(atHigh),
          switchesAt === null ? "Nowhere within its limits" : formatMeasured(switchesAt),
        ]),
      },
      notes: [
        `The upright line stands at ${formatPounds(found.netPresentSocialValue.estimate)}: every number at its best value.`,
      ],
      spec: (width) =>
        moneyBars(
          rows.slice(0, most[width]).map((row) => ({
            name: row.label,
            written: written(row),
            from: row.atLow,
            to: row.atHigh,
            tone: "plain" as const,
          })),
          found.netPresentSocialValue.estimate,
          width,
        ),
    };
  },
};
