import { textWidth } from "../charts/text-width.ts";
import type { TableBlock } from "../documents/block.ts";

/** Twips (twentieths of a point) of text between the margins of an A4 page, upright and on its side. */
export const pageWidth = { portrait: 9638, landscape: 14570 } as const;

/** Size of the text in tables, points. */
export const tablePoints = 10;

export interface TableWidths {
  readonly orientation: keyof typeof pageWidth;
  /** Of each column, twips; together the width of the page. */
  readonly columns: readonly number[];
}

/**
 * How wide the columns of a table are: none narrower than its longest word, the rest shared by how much text each holds.
 * A table whose words alone need more than an upright page, or of many columns, stands on a page on its side.
 */
export function tableWidths({ head, rows }: TableBlock): TableWidths {
  const columns = head.map((name, column) => columnOf([name, ...rows.map((row) => row[column]!)]));
  const least = sum(columns.map((column) => column.least));
  const orientation = least > pageWidth.portrait || head.length >= manyColumns ? "landscape" : "portrait";
  const width = pageWidth[orientation];
  if (least >= width)
    return {
      orientation,
      columns: shared(
        columns.map((column) => column.least),
        width,
      ),
    };
  const wanted = columns.map((column) => Math.max(0, column.wanted - column.least));
  const extra = Math.min(width - least, sum(wanted));
  const filled = columns.map(
    (column, index) => column.least + (extra === 0 ? 0 : (extra * wanted[index]!) / sum(wanted)),
  );
  return { orientation, columns: shared(filled, width) };
}

/** Twips of a text; those in bold, which any may be, are wider than what is measured. */
function widthOf(text: string): number {
  return textWidth(text, tablePoints) * 20 * 1.1;
}

const manyColumns = 8;
const cellMargins = 200;
/** Longer words may break. */
const mostOfWord = 2400;
/** More than this a line of text need not have. */
const mostOfLine = 5200;

function columnOf(texts: readonly string[]): { readonly least: number; readonly wanted: number } {
  let [least, wanted] = [0, 0];
  for (const text of texts) {
    wanted = Math.max(wanted, widthOf(text));
    for (const word of text.split(/[ \u200b]/)) least = Math.max(least, widthOf(word));
  }
  const shortest = Math.min(mostOfWord, least) + cellMargins;
  return { least: shortest, wanted: Math.max(shortest, Math.min(mostOfLine, wanted) + cellMargins) };
}

/** Whole twips in proportion, which together are the width. */
function shared(widths: readonly number[], width: number): number[] {
  const total = sum(widths);
  const columns = widths.map((one) => Math.floor((one * width) / total));
  return columns.map((one, index) => (index === columns.length - 1 ? width - sum(columns.slice(0, -1)) : one));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
