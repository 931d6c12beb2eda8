import { wrapText } from "../charts/text-width.ts";
import { fontSize, theme } from "../charts/theme.ts";

/** A box of the drawing, px from the top left of the plot. */
export interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const padding = 8;
const gapBetween = 16;
/** Room between columns for the arrows. */
const gapOfColumns = 30;

/** Room a link needs that passes through a column without stopping there. */
const passage = 6;

/**
 * Boxes in columns, each column centred on the tallest.
 *
 * @param columns texts of each column's boxes, each text in paragraphs; without a text it is a passage for a link
 * @param width   px of the whole drawing
 */
export function layOut(
  columns: readonly (readonly { readonly id: string; readonly text: readonly string[] }[])[],
  width: number,
): { readonly boxes: readonly Box[]; readonly height: number } {
  const boxWidth = (width - gapOfColumns * (columns.length - 1)) / columns.length;
  const sized = columns.map((column) =>
    column.map(({ id, text }) => {
      const lines = text.flatMap((paragraph) => wrapText(paragraph, boxWidth - 2 * padding, fontSize));
      return { id, lines, height: lines.length === 0 ? passage : lines.length * theme.text.lineHeight + 2 * padding };
    }),
  );
  const heights = sized.map((column) => column.reduce((sum, box) => sum + box.height + gapBetween, -gapBetween));
  const height = Math.max(...heights);
  const boxes = sized.flatMap((column, at) => {
    let top = (height - heights[at]!) / 2;
    return column.map((box) => {
      const placed = { ...box, left: at * (boxWidth + gapOfColumns), top, width: boxWidth };
      top += box.height + gapBetween;
      return placed;
    });
  });
  return { boxes, height };
}
