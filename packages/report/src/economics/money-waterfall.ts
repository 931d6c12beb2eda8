import type { Chart } from "../charts/chart.ts";
import { amountWords } from "../wording/economics-words.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds, formatWholePounds } from "../wording/pounds.ts";
import { type MoneyBar, moneyBars } from "./money-bars.ts";
import { moneyRows } from "./money-rows.ts";
import { termsOf } from "./terms-of.ts";

/** From what was paid to what is left, body by body. */
export const moneyWaterfall: Chart = {
  id: "money-waterfall",
  shows: "from what was paid to what is left, by who pays and who gains",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    if (economics === null || found === null) return null;
    const rows = moneyRows(found).filter(({ who }) => who !== "Rounding" && who !== "All");
    const steps = [
      ...rows.filter(({ pays }) => pays !== 0).map(({ who, pays }) => ({ name: `${who} pays`, by: -pays })),
      ...rows
        .filter(({ gains }) => gains !== 0)
        .map(({ who, gains }) => ({ name: gaining(who, economics.scenario), by: gains })),
    ];
    let so = 0;
    const bars = steps.map(({ name, by }): MoneyBar => {
      const from = so;
      so += by;
      return { name, written: formatPounds(by), from, to: so, tone: by < 0 ? "pays" : "gains" };
    });
    const { estimate, interval } = found.netPresentSocialValue;
    const left: MoneyBar = {
      name: "Gains less costs",
      written: amountWords(found.netPresentSocialValue),
      from: 0,
      to: estimate,
      tone: "plain",
      interval,
    };
    const all = [...bars, left];
    const rounding =
      Math.abs(estimate - so) < 0.5 ? [] : [["Rounding", formatPounds(estimate - so), formatWholePounds(estimate)]];
    return {
      title: moneySaid(economics, "money-who") ?? "Who pays and who gains",
      subtitle: `${termsOf(found)}. Each bar starts where the one above ends`,
      alternative: all.map(({ name, written }) => `${name}: ${written}`).join("; "),
      table: {
        caption: `Pounds, prices of ${found.priceYear}`,
        head: ["Step", "Pounds", "Balance after it"],
        rows: [...bars.map(balance), ...rounding, balance(left)],
      },
      notes: ["The upright line stands at nothing paid and nothing gained. The line on the last bar is its interval."],
      spec: (width) => moneyBars(all, 0, width),
    };
  },
};

function gaining(who: string, scenario: boolean): string {
  if (who === "People") return scenario ? "People would gain" : "People gain";
  return scenario ? `${who} would gain` : `${who} gains`;
}

function balance({ name, written, to }: MoneyBar): string[] {
  return [name, written, formatWholePounds(to)];
}
