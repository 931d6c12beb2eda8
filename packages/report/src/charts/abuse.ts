import type { Figure, Interval, Results, SafetyItem } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { formatPer100 } from "../wording/formats.ts";
import { safetyCount, safetyName } from "../wording/safety-wording.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** What victim-survivors told of abuse, before and after: their own account alone, never with another's beside it. */
export const abuse: Chart = {
  id: "abuse",
  shows: "abuse by victim-survivors’ own account, before and after, in every 100 of them",
  content: (results) => {
    const told = accounts(results);
    if (!told.some(({ item, before }) => drawn(item.value, item.interval) && drawn(before.value, before.interval)))
      return null;
    return {
      title: "What victim-survivors told of, before and after",
      subtitle: "By their own account, in every 100 of those asked both times. Lines are 95% intervals",
      alternative: told
        .map(({ item, before }) => `${safetyName(item)}: ${words(before.value)} before, ${words(item.value)} after`)
        .join(". "),
      table: {
        caption: "Abuse by victim-survivors’ own account, in every 100 of them",
        head: ["Abuse", "Before", "In every 100", "95% interval", "After", "In every 100", "95% interval"],
        rows: told.map(({ item, before }) => [
          safetyName(item),
          safetyCount(before, cellText),
          words(before.value),
          intervalText(before.interval, formatPer100),
          safetyCount(item, cellText),
          words(item.value),
          intervalText(item.interval, formatPer100),
        ]),
      },
      notes: [],
      spec: (width) => spec(told, width),
    };
  },
};

interface Told {
  readonly item: SafetyItem;
  readonly before: NonNullable<SafetyItem["before"]>;
}

function accounts({ safety }: Results): Told[] {
  return safety.flatMap((item) =>
    item.id.startsWith("abuse-victim-survivor-") && item.status === "measured" && item.before !== null
      ? [{ item, before: item.before }]
      : [],
  );
}

function words(value: Figure | null): string {
  return cellText(value, formatPer100);
}

interface Point {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

function drawn(value: Figure | null, interval: Interval | null): Point | null {
  const [low, middle, high] = [interval?.[0], value, interval?.[1]].map(published);
  return low == null || middle == null || high == null
    ? null
    : { low: 100 * low, value: 100 * middle, high: 100 * high };
}

const rowHeight = 36;
const keyHeight = 26;

function spec(told: readonly Told[], width: ChartWidth): TopLevelSpec {
  const beside = width === "wide";
  const [left, right] = beside ? [220, 170] : [8, 16];
  const plot = pictureWidth[width] - left - right;
  const x = {
    type: "quantitative",
    title: null,
    scale: { domain: [0, 100], nice: false },
    // On a narrow screen names stand in the plot, where lines would cross them.
    axis: { tickCount: beside ? 5 : 3, grid: beside },
  };
  const layers: SpecPart[] = [...key(beside ? plot : pictureWidth.narrow - 20)];
  let top = keyHeight;
  for (const { item, before } of told) {
    const name = wrapText(safetyName(item), beside ? left - 14 : pictureWidth.narrow - 16, fontSize);
    const written = `${words(before.value)} before, ${words(item.value)} after`;
    if (beside) {
      layers.push(textAt(-left + 2, top + rowHeight / 2, name), textAt(plot + 12, top + rowHeight / 2, [written]));
    } else {
      const block = name.length * theme.text.lineHeight;
      layers.push(textAt(-left + 2, top + block / 2, name), textAt(-left + 2, top + block + 9, [written]));
      top += block + 14;
    }
    layers.push(
      ...marks(item, before, top + rowHeight / 2 - 6, "before", x),
      ...marks(item, item, top + rowHeight / 2 + 6, "after", x),
    );
    top += rowHeight + (beside ? 0 : 6);
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top + 4, margin: { left, right, top: 2, bottom: 28 } },
    { layer: layers },
  );
}

/** Told apart by shape and place as well as by colour. */
const styles = {
  before: {
    shape: "circle",
    size: 70,
    color: colours.secondaryText,
    filled: false,
    strokeWidth: 2,
    fill: colours.ground,
  },
  after: { shape: "diamond", size: 110, color: colours.programme, filled: true },
} as const;

function key(room: number): SpecPart[] {
  const sample = (at: number, when: "before" | "after") => ({
    data: { values: [{ when }] },
    mark: { type: "point", opacity: 1, ...styles[when] },
    encoding: { x: { value: at }, y: { value: 9 } },
  });
  const second = Math.min(110, room / 2);
  return [sample(6, "before"), textAt(16, 9, ["before"]), sample(second, "after"), textAt(second + 10, 9, ["after"])];
}

function marks(
  item: SafetyItem,
  { value, interval }: { readonly value: Figure | null; readonly interval: Interval | null },
  y: number,
  when: "before" | "after",
  x: SpecPart,
): SpecPart[] {
  const point = drawn(value, interval);
  if (point === null) return [];
  const says = `${safetyName(item)}, ${when}: ${words(value)} (${intervalText(interval, formatPer100)})`;
  const data = { values: [{ when, ...point, says }] };
  return [
    {
      data,
      mark: { type: "rule", strokeWidth: 2.5, color: styles[when].color },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
    },
    {
      data,
      mark: { type: "point", opacity: 1, ...styles[when] },
      encoding: { x: { field: "value", ...x }, y: { value: y }, tooltip: said },
    },
  ];
}
