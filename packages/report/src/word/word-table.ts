import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { TableBlock } from "../documents/block.ts";
import { tableWidths } from "./column-widths.ts";

/** A paragraph of a cell, in the style of tables. */
type CellParagraph = (text: string, options: { readonly bold: boolean; readonly right: boolean }) => Paragraph;

/**
 * A native table: its header row marked as one and repeated on every page, its first column as that of headers, no row
 * cut by the end of a page.
 */
export function wordTable(block: TableBlock, paragraph: CellParagraph): Table {
  const { columns } = tableWidths(block);
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: columns[column]!, type: WidthType.DXA },
      children: [paragraph(text, { bold, right: block.numeric[column]! })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((text, column) => cell(text, column, true)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) }),
      ),
    ],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "8A8A8A" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** Numbers stand to the right. */
export function alignment(right: boolean): (typeof AlignmentType)[keyof typeof AlignmentType] {
  return right ? AlignmentType.RIGHT : AlignmentType.LEFT;
}
