import { type Chart, pictureWidth } from "../charts/chart.ts";
import { picture, type SpecPart, said } from "../charts/picture.ts";
import { colours } from "../charts/theme.ts";
import { amountWords } from "../wording/economics-words.ts";
import { formatCount, formatMeasured, formatPercent } from "../wording/formats.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds, poundsUnit } from "../wording/pounds.ts";
import { termsOf } from "./terms-of.ts";

/** Cost and successes against doing without, with the interval of each as a cross; no draw is shown. */
export const moneyPlane: Chart = {
  id: "money-plane",
  shows: "cost and successes against doing without the programme, with their intervals",
  content: ({ economics }) => {
    const found = economics?.appraisal ?? null;
    const success = found?.costPerSuccess ?? null;
    if (economics === null || found === null || success === null) return null;
    const { successes, shares, label } = success;
    const unit = poundsUnit([found.cost.estimate, ...found.cost.interval]);
    const limits = `${formatMeasured(successes.estimate)} (${formatMeasured(successes.interval[0])} to ${formatMeasured(successes.interval[1])})`;
    return {
      title: moneySaid(economics, "money-plane") ?? "Cost and successes against doing without",
      subtitle: `Successes across and cost up (${unit.name}), against doing without; lines are ${formatCount(100 * found.level)}% intervals. A success: ${label}. ${termsOf(found)}`,
      alternative: `Successes: ${limits}; cost: ${amountWords(found.cost)}`,
      table: {
        caption: "Draws by where cost and successes stand",
        head: ["Against doing without", "Share of draws"],
        rows: Object.entries(shares).map(([quadrant, share]) => [
          quadrant.replace(/^./, (first) => first.toUpperCase()),
          formatPercent(share),
        ]),
      },
      notes: [
        "A cost for each success is told only where it costs more and there are more successes: elsewhere the place says all.",
      ],
      spec: (width) => {
        const scaled = (pounds: number) => pounds / unit.pounds;
        const point = { cost: scaled(found.cost.estimate), successes: successes.estimate };
        const ends = {
          successLow: successes.interval[0],
          successHigh: successes.interval[1],
          costLow: scaled(found.cost.interval[0]),
          costHigh: scaled(found.cost.interval[1]),
        };
        const [left, right] = [Math.min(0, ends.successLow), Math.max(0, ends.successHigh)];
        const reach = 1.15;
        const x = {
          type: "quantitative",
          title: "Successes more than without",
          scale: { domain: [left * reach, (right || 1) * reach], nice: false },
          axis: { tickCount: 4, grid: false },
        };
        const y = {
          type: "quantitative",
          title: null,
          scale: { domain: [Math.min(0, ends.costLow) * reach, Math.max(0, ends.costHigh) * reach], nice: false },
          axis: { tickCount: 4, grid: false },
        };
        const data = {
          values: [{ ...point, ...ends, says: `Successes ${limits}; cost ${formatPounds(found.cost.estimate)}` }],
        };
        const rule = (encoding: SpecPart): SpecPart => ({
          data,
          mark: { type: "rule", strokeWidth: 3, color: colours.programme },
          encoding,
        });
        const zero = (encoding: SpecPart): SpecPart => ({
          data: { values: [{ zero: 0 }] },
          mark: { type: "rule", strokeWidth: 1, color: colours.text },
          encoding,
        });
        return picture(
          {
            width: pictureWidth[width],
            plotHeight: width === "wide" ? 220 : 160,
            margin: { left: 56, right: 34, top: 10, bottom: 56 },
          },
          {
            layer: [
              zero({ x: { field: "zero", ...x } }),
              zero({ y: { field: "zero", ...y } }),
              rule({ x: { field: "successLow", ...x }, x2: { field: "successHigh" }, y: { field: "cost", ...y } }),
              rule({ x: { field: "successes", ...x }, y: { field: "costLow", ...y }, y2: { field: "costHigh" } }),
              {
                data: {
                  values: [
                    {
                      ...point,
                      label: `${formatMeasured(successes.estimate)} for ${formatPounds(found.cost.estimate)}`,
                    },
                  ],
                },
                mark: { type: "text", align: "center", baseline: "top", dy: 12 },
                encoding: { x: { field: "successes", ...x }, y: { field: "cost", ...y }, text: { field: "label" } },
              },
              {
                data,
                mark: { type: "point", filled: true, opacity: 1, size: 110, color: colours.programme },
                encoding: { x: { field: "successes", ...x }, y: { field: "cost", ...y }, tooltip: said },
              },
            ],
          },
        );
      },
    };
  },
};
