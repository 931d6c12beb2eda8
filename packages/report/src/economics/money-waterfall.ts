import type { Chart } from "../charts/chart.ts";
import { formatPounds } from "../wording/pounds.ts";
import { type MoneyBar, moneyBars } from "./money-bars.ts";

/** From what was paid to what is left, body by body. */
export const moneyWaterfall: Chart = {
  id: "money-waterfall",
  shows: "from what was paid to what is left, by who pays and who gains",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (economics === null || found === null) return null;
    const steps = [
      ...found.agencies.rows
        .filter(({ pays }) => pays > 0)
        .map(({ agency, pays }) => ({ name: `${agency} pays`, by: -pays })),
      ...found.agencies.rows
        .filter(({ gains }) => gains !== 0)
        .map(({ agency, gains }) => ({ name: `${agency} gains`, by: gains })),
      ...(["economic", "social"] as const)
        .filter((kind) => found.byKind[kind].estimate !== 0)
        .map((kind) => ({
          name: kind === "economic" ? "Earnings and output" : "People’s welfare",
          by: found.byKind[kind].estimate,
        })),
    ];
    let so = 0;
    const bars = steps.map(({ name, by }): MoneyBar => {
      const from = so;
      so += by;
      return { name, written: formatPounds(by), from, to: so, tone: by < 0 ? "pays" : "gains" };
    });
    const all: MoneyBar[] = [
      ...bars,
      { name: "Left in all", written: formatPounds(so), from: 0, to: so, tone: "plain" },
    ];
    return {
      title: economics.scenario
        ? "Who would pay and who would gain, if the whole difference were caused by the programme"
        : "Who pays and who gains",
      subtitle: `Present value, prices of ${found.priceYear}, over ${found.years} ${found.years === 1 ? "year" : "years"}. Each bar starts where the one above ends`,
      alternative: all.map(({ name, written }) => `${name}: ${written}`).join("; "),
      table: {
        caption: `Pounds, prices of ${found.priceYear}`,
        head: ["Step", "Pounds", "Balance after it"],
        rows: all.map(({ name, written, to }) => [name, written, formatPounds(to)]),
      },
      notes: ["The line stands at nothing paid and nothing gained. Bars are worked out from rounded numbers."],
      spec: (width) => moneyBars(all, 0, width),
    };
  },
};
