import { type Chart, pictureWidth } from "../charts/chart.ts";
import { picture, said } from "../charts/picture.ts";
import { colours } from "../charts/theme.ts";
import { formatPercent } from "../wording/formats.ts";
import { formatPounds } from "../wording/pounds.ts";

/** How sure one can be that the programme is worth its cost, by what one success is held to be worth. */
export const moneyAcceptability: Chart = {
  id: "money-acceptability",
  shows: "how sure one can be that the programme is worth its cost, by what one success is held to be worth",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (economics === null || found === null || found.costPerSuccess === null || found.acceptability.length < 2)
      return null;
    const rows = found.acceptability.map(({ worth, with: share }) => ({
      worth,
      share: 100 * share,
      says: `${formatPounds(worth)}: ${formatPercent(share)}`,
    }));
    const top = Math.max(...rows.map(({ worth }) => worth));
    return {
      title: economics.scenario
        ? "How sure one could be of the worth, if the whole difference were caused by the programme"
        : "How sure one can be that it is worth its cost",
      subtitle: `Draws in which going on is best, in every 100, by the pounds one success is held to be worth. A success: ${found.costPerSuccess.label}`,
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
          title: "Pounds for one success",
          scale: { domain: [0, top], nice: false },
          axis: { tickCount: width === "wide" ? 5 : 2, format: ",d", grid: false },
        };
        const y = {
          field: "share",
          type: "quantitative",
          title: null,
          scale: { domain: [0, 100], nice: false },
          axis: { tickCount: 4 },
        };
        return picture(
          { width: pictureWidth[width], plotHeight: 220, margin },
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
