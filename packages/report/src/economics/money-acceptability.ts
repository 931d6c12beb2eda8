import { type Chart, pictureWidth } from "../charts/chart.ts";
import { picture, said } from "../charts/picture.ts";
import { colours } from "../charts/theme.ts";
import { formatPercent } from "../wording/formats.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds, poundsUnit } from "../wording/pounds.ts";
import { termsOf } from "./terms-of.ts";

/** How sure one can be that the programme is worth its cost, by what one success is held to be worth. */
export const moneyAcceptability: Chart = {
  id: "money-acceptability",
  shows: "how sure one can be that the programme is worth its cost, by what one success is held to be worth",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (economics === null || found === null || found.costPerSuccess === null || found.acceptability.length < 2)
      return null;
    const top = Math.max(...found.acceptability.map(({ worth }) => worth));
    const unit = poundsUnit([top]);
    const rows = found.acceptability.map(({ worth, with: share }) => ({
      worth: worth / unit.pounds,
      share: 100 * share,
      says: `${formatPounds(worth)}: ${formatPercent(share)}`,
    }));
    return {
      title: moneySaid(economics, "money-acceptable") ?? "How sure one can be that it is worth its cost",
      subtitle: `Draws in which going on is best, in every 100, by what one success is held to be worth. A success: ${found.costPerSuccess.label}. ${termsOf(found)}`,
      alternative: rows.map(({ says }) => says).join("; "),
      table: {
        caption: "By what one success is held to be worth",
        head: ["Pounds for one success", "Draws in which going on is best", "Best on average"],
        rows: found.acceptability.map(({ worth, with: share, best }) => [
          formatPounds(worth),
          formatPercent(share),
          best === "with" ? "Going on" : "Not going on",
        ]),
      },
      notes: ["What a success is worth is for those who decide. The Treasury has no value for it."],
      spec: (width) => {
        const margin = { left: 46, right: 34, top: 10, bottom: 56 };
        const x = {
          field: "worth",
          type: "quantitative",
          title: `Worth of one success, ${unit.name}`,
          scale: { domain: [0, top / unit.pounds], nice: false },
          axis: { tickCount: width === "wide" ? 6 : 3, grid: false },
        };
        const y = {
          field: "share",
          type: "quantitative",
          title: null,
          scale: { domain: [0, 100], nice: false },
          axis: { tickCount: 4 },
        };
        return picture(
          { width: pictureWidth[width], plotHeight: width === "wide" ? 220 : 160, margin },
          {
            layer: [
              { data: { values: rows }, mark: { type: "line", color: colours.programme }, encoding: { x, y } },
              {
                data: { values: rows },
                mark: { type: "point", filled: true, opacity: 1, size: 60, color: colours.programme },
                encoding: { x, y, tooltip: said },
              },
            ],
          },
        );
      },
    };
  },
};
