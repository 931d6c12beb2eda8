import { type Cell, type Figure, type Interval, nameOfTable, type Results, type Table } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { reporterNames } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** Abuse at every time point, one small plot a kind and reporter: accounts beside one another and never in one line. */
export const abuseWaves: Chart = {
  id: "abuse-waves",
  shows: "abuse by kind and by each account, over the time points",
  content: (results) => {
    const accounts = accountsOf(results).filter(({ panels }) => panels.some(({ points }) => points.some(isDrawn)));
    if (accounts.length === 0) return null;
    const shown = accounts.slice(0, mostAccounts);
    const hasUnknown = accounts.some(({ panels }) =>
      panels.some(({ points }) => points.some(({ least }) => least !== null)),
    );
    return {
      title: "Abuse over time, by each account",
      subtitle: "Of those known at each time point, in every 100. Lines are 95% intervals",
      alternative: accounts.map(inWords).join(". "),
      table: {
        caption: "Abuse over time, by each account, in every 100 of those known",
        head: ["Account, abuse and time point", "Known", "With abuse", "In every 100", "95% interval", "Bounds"],
        rows: accounts.flatMap(({ name, panels }) =>
          panels.flatMap(({ kind, points }) =>
            points.map((point) => [
              `${name}: ${kind.toLowerCase()}, ${point.wave}`,
              cellText(point.known, formatCount),
              cellText(point.present, formatCount),
              cellText(point.value, formatPer100),
              intervalText(point.interval, formatPer100),
              boundsText(point),
            ]),
          ),
        ),
      },
      notes: [
        ...(hasUnknown
          ? [
              "Bands show where the share could lie, depending on those whose status is not known: there may be abuse among none of them, or among all.",
            ]
          : []),
        "Accounts differ, and none stands in for another.",
        ...(accounts.length > shown.length ? ["The picture shows the first accounts. The table has all of them."] : []),
        ...(shown.some(({ panels }) => panels.length > 1)
          ? ["A narrow screen shows abuse of any kind alone. The table has every kind."]
          : []),
      ],
      spec: (width) => spec(shown, width),
    };
  },
};

/** So many columns fit a page. */
const mostAccounts = 3;

interface Point {
  readonly wave: string;
  readonly known: Figure | null;
  readonly present: Figure;
  readonly value: Figure | null;
  readonly interval: Interval | null;
  /** Null where nobody's status is unknown. */
  readonly least: Figure | null;
  readonly most: Figure | null;
}

interface Panel {
  readonly kind: string;
  readonly points: readonly Point[];
}

interface Account {
  readonly name: string;
  readonly panels: readonly Panel[];
}

/** Accounts in the order of the tables: the victim-survivor's first. */
function accountsOf({ tables }: Results): Account[] {
  return tables.flatMap((table) => {
    const reporter = nameOfTable(table, "safety-abuse-present-*");
    return reporter === null ? [] : [{ name: capital(reporterNames[reporter] ?? reporter), panels: panelsOf(table) }];
  });
}

function panelsOf({ dimensions, cells }: Table): Panel[] {
  const levels = (id: string) => dimensions.find((dimension) => dimension.id === id)?.levels ?? [];
  const figureAt = (kind: string, wave: string, figure: string): Cell | undefined =>
    cells.find(({ at }) => at.kind === kind && at.wave === wave && at.figure === figure);
  return levels("kind").flatMap((kind) => {
    const points = levels("wave").flatMap((wave): Point[] => {
      const known = figureAt(kind.id, wave.id, "known");
      if (known === undefined) return [];
      return [
        {
          wave: wave.label,
          known: known.denominator,
          present: known.numerator,
          value: known.value,
          interval: known.interval,
          least: figureAt(kind.id, wave.id, "least")?.value ?? null,
          most: figureAt(kind.id, wave.id, "most")?.value ?? null,
        },
      ];
    });
    return points.length === 0 ? [] : [{ kind: kind.label, points }];
  });
}

function isDrawn({ value }: Point): boolean {
  return published(value) !== null;
}

/** Of abuse of any kind, which is the first panel. */
function inWords({ name, panels }: Account): string {
  const [{ kind, points }] = panels as [Panel];
  const parts = points.map(({ wave, value }) => `${wave} ${cellText(value, formatPer100)}`);
  return `${name}, ${kind.toLowerCase()}, in every 100: ${parts.join(", ")}`;
}

function boundsText({ least, most }: Point): string {
  if (least === null || most === null) return "[z]";
  return `${cellText(least, formatPer100)} to ${cellText(most, formatPer100)}`;
}

const left = 34;
const gap = 22;
const plotHeight = 92;
/** Below a panel: the time points, and how many are known at each. */
const below = 52;

/** Columns are accounts, rows are kinds; on a narrow screen accounts stand below one another, for any kind alone. */
function spec(accounts: readonly Account[], width: ChartWidth): TopLevelSpec {
  const wide = width === "wide";
  const columns = wide ? accounts.length : 1;
  const room = pictureWidth[width] - left - 8;
  const panelWidth = (room - gap * (columns - 1)) / columns;
  const kinds = wide ? [...new Set(accounts.flatMap(({ panels }) => panels.map(({ kind }) => kind)))] : [];
  const layers: SpecPart[] = [];
  let top = 0;
  if (wide) {
    const names = accounts.map(({ name }) => wrapText(name, panelWidth - 4, fontSize));
    const height = Math.max(...names.map((lines) => lines.length)) * theme.text.lineHeight;
    for (const [column, lines] of names.entries())
      layers.push(
        textAt(column * (panelWidth + gap), (lines.length * theme.text.lineHeight) / 2, lines, { fontWeight: "bold" }),
      );
    top += height + 6;
    for (const kind of kinds) {
      layers.push(textAt(0, top + 9, [kind]));
      top += 26;
      for (const [column, { panels }] of accounts.entries()) {
        const panel = panels.find((one) => one.kind === kind);
        if (panel !== undefined)
          layers.push(
            ...panelLayers(panel, accounts[column]!.name, column * (panelWidth + gap), top, panelWidth, column === 0),
          );
      }
      top += plotHeight + below;
    }
  } else {
    for (const { name, panels } of accounts) {
      const [panel] = panels;
      if (panel === undefined) continue;
      const lines = wrapText(`${name}: ${panel.kind.toLowerCase()}`, room, fontSize);
      const height = lines.length * theme.text.lineHeight;
      layers.push(textAt(-left + 2, top + height / 2, lines, { fontWeight: "bold" }));
      top += height + 12;
      layers.push(...panelLayers(panel, name, 0, top, panelWidth, true));
      top += plotHeight + below;
    }
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right: 8, top: 4, bottom: 2 } },
    { layer: layers },
  );
}

function panelLayers(
  { kind, points }: Panel,
  account: string,
  x: number,
  top: number,
  width: number,
  hasScale: boolean,
): SpecPart[] {
  const step = width / points.length;
  const at = (index: number) => x + step * (index + 0.5);
  const height = (share: number) => top + plotHeight * (1 - share);
  return [
    ...[0, 0.5, 1].flatMap((share) => [
      lineAt([x, height(share)], [x + width, height(share)], {
        color: colours.secondaryText,
        strokeWidth: share === 0 ? 1 : 0.5,
        ...(share === 0 ? {} : { strokeDash: [2, 3] }),
      }),
      ...(hasScale ? [textAt(x - 6, height(share), [String(100 * share)], { align: "right" })] : []),
    ]),
    ...points.flatMap((point, index) => bandLayers(point, at(index), step, height)),
    ...points.slice(1).flatMap((point, index) => {
      const [one, other] = [published(points[index]!.value), published(point.value)];
      if (one === null || other === null) return [];
      return [
        lineAt([at(index), height(one)], [at(index + 1), height(other)], {
          color: colours.programme,
          strokeWidth: 1.5,
        }),
      ];
    }),
    ...points.flatMap((point, index) => pointLayers(point, `${account}, ${kind.toLowerCase()}`, at(index), height)),
    ...points.flatMap((point, index) => [
      textAt(at(index), top + plotHeight + 13, [point.wave], { align: "center" }),
      textAt(at(index), top + plotHeight + 31, [`n ${cellText(point.known, formatCount)}`], {
        align: "center",
        color: colours.secondaryText,
      }),
    ]),
  ];
}

/** Where the share could lie, whatever is true of those not known. */
function bandLayers({ least, most }: Point, x: number, step: number, height: (share: number) => number): SpecPart[] {
  const [low, high] = [published(least), published(most)];
  if (low === null || high === null) return [];
  const half = Math.min(24, 0.4 * step);
  return [
    {
      data: { values: [{}] },
      mark: { type: "rect", color: colours.quiet, opacity: 0.45 },
      encoding: {
        x: { value: x - half },
        x2: { value: x + half },
        y: { value: height(high) },
        y2: { value: height(low) },
      },
    },
  ];
}

function pointLayers(point: Point, name: string, x: number, height: (share: number) => number): SpecPart[] {
  const value = published(point.value);
  if (value === null) return [textAt(x, height(0.5), [cellText(point.value, formatPer100)], { align: "center" })];
  const [low, high] = (point.interval ?? [null, null]).map(published);
  const says = `${name}, ${point.wave}: ${formatPer100(value)} in every 100 (${intervalText(point.interval, formatPer100)})`;
  return [
    ...(low == null || high == null
      ? []
      : [lineAt([x, height(low)], [x, height(high)], { color: colours.programme, strokeWidth: 2.5 })]),
    {
      data: { values: [{ share: 100 * value, says }] },
      mark: { type: "point", filled: true, opacity: 1, size: 80, shape: "circle", color: colours.programme },
      encoding: { x: { value: x }, y: { value: height(value) }, tooltip: said },
    },
  ];
}
