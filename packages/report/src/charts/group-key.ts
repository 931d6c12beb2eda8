import { capital } from "../wording/sentence-case.ts";
import { lineAt, type SpecPart, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

export type Arm = "treated" | "comparison";

/** How the two groups are told apart in every chart, with and without colour. */
export const armMarks = {
  treated: { color: colours.programme, shape: "circle", dash: [1, 0] },
  comparison: { color: colours.comparison, shape: "diamond", dash: [6, 3] },
} as const;

/** Names the two groups above a plot, each after a piece of its line or bar. */
export interface GroupKey {
  readonly layers: readonly SpecPart[];
  /** Room it takes above the plot, px. */
  readonly height: number;
}

/**
 * @param labels name of each group
 * @param width  px it may take, from the left of the picture
 * @param left   px from the left of the picture to the left of the plot
 * @param of     what stands for a group in the plot
 * @param shown  the groups there
 */
export function groupKey(
  labels: Readonly<Record<Arm, string>>,
  width: number,
  left: number,
  of: "lines" | "bars" = "lines",
  shown: readonly Arm[] = ["treated", "comparison"],
): GroupKey {
  const lines = shown.map((arm) => ({
    arm,
    text: wrapText(capital(labels[arm]), width - 40, fontSize),
  }));
  const height = lines.reduce((total, { text }) => total + text.length * theme.text.lineHeight + 4, 8);
  let y = -height;
  const layers = lines.flatMap(({ arm, text }) => {
    const block = text.length * theme.text.lineHeight;
    const middle = y + block / 2;
    y += block + 4;
    const { color, dash } = armMarks[arm];
    return [
      lineAt([-left + 2, middle], [-left + 30, middle], {
        color,
        ...(of === "bars" ? { strokeWidth: 12 } : { strokeWidth: 3, strokeDash: dash }),
      }),
      textAt(-left + 38, middle, text),
    ];
  });
  return { layers, height };
}

/** Names the two groups at the right ends of their lines, each after a piece of it, moved apart where they would touch. */
export function endLabels(
  labels: Readonly<Record<Arm, string>>,
  ends: Readonly<Record<Arm, number>>,
  x: number,
  room: number,
): SpecPart[] {
  const piece = 20;
  const blocks = (["treated", "comparison"] as const)
    .map((arm) => ({ arm, y: ends[arm], lines: wrapText(capital(labels[arm]), room - piece - 6, fontSize) }))
    .sort((a, b) => a.y - b.y);
  const [upper, lower] = blocks as [(typeof blocks)[number], (typeof blocks)[number]];
  const apart = ((upper.lines.length + lower.lines.length) / 2) * theme.text.lineHeight + 4;
  const push = Math.max(0, apart - (lower.y - upper.y)) / 2;
  return [
    { ...upper, y: upper.y - push },
    { ...lower, y: lower.y + push },
  ].flatMap(({ arm, y, lines }) => {
    const { color, dash } = armMarks[arm];
    return [
      lineAt([x, y], [x + piece, y], { color, strokeWidth: 3, strokeDash: dash }),
      textAt(x + piece + 6, y, lines),
    ];
  });
}
