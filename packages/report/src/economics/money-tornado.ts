import type { Chart } from "../charts/chart.ts";
import { formatMeasured } from "../wording/formats.ts";
import { formatPounds } from "../wording/pounds.ts";
import { moneyBars } from "./money-bars.ts";

const most = 10;

/** How far each uncertain number alone moves the result, widest first. */
export const moneyTornado: Chart = {
  id: "money-tornado",
  shows: "how far each uncertain number alone moves what is left of costs and benefits",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (found === null || found.tornado.length === 0) return null;
    const rows = found.tornado.slice(0, most);
    const written = ({ atLow, atHigh }: (typeof rows)[number]) => `${formatPounds(atLow)} to ${formatPounds(atHigh)}`;
    return {
      title: "What the result rests on most",
      subtitle: `Each number moved alone from its lower to its upper limit; benefit less cost, prices of ${found.priceYear}`,
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
        `The line stands at the result with every number at its best value: ${formatPounds(found.netPresentSocialValue.estimate)}.`,
      ],
      spec: (width) =>
        moneyBars(
          rows.map((row) => ({
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
