import type { Block } from "../documents/block.ts";
import { type NumberedTable, numberedTables } from "../documents/numbered-tables.ts";
import type { ReportDocument } from "../documents/report-document.ts";
import { shorthand } from "../wording/shorthand.ts";
import { type Cell, cellOf } from "./cell.ts";
import { uniqueNames } from "./unique-names.ts";

/** A workbook as both formats write it. */
export interface Workbook {
  readonly title: string;
  /** Cover, contents and notes first, then one table a worksheet. */
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** Of 31 characters or fewer, which no other worksheet has. */
  readonly name: string;
  /** In A1. */
  readonly title: string;
  /** Below the title, a line a row. */
  readonly lines: readonly string[];
  /** Below the lines, from column A. */
  readonly table: SheetTable | null;
}

export interface SheetTable {
  /** A word of letters and digits that no other table has. */
  readonly id: string;
  /** No two the same. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Every table of the report as a workbook that anyone can read, by ear too: one table a worksheet, from column A, under
 * one row of names; no merged, hidden or blank cell, no colour, no filter.
 */
export function workbookOf(document: ReportDocument): Workbook {
  const tables = numberedTables(document.parts);
  const withNotes = tables.map((table) => tableSheet(table, document));
  return {
    title: `${document.title}: tables`,
    sheets: [cover(document, tables.length), contents(tables), notes(), ...withNotes],
  };
}

function cover(document: ReportDocument, tables: number): Sheet {
  return {
    name: "Cover",
    title: document.title,
    lines: [
      document.kind,
      ...(document.question === null ? [] : [document.question]),
      ...(document.marking === "" ? [] : [`${document.marking}.`]),
      `This workbook holds the tables of the outcome report: ${tables} in number, one a worksheet, in the order of the report.`,
      "Contents lists the worksheets. Notes says what the shorthand in cells means.",
      "Numbers are rounded as in the report. The folder flat holds the same results unrounded, one row a record.",
      ...document.attributions,
      `Made with Likewise ${document.version}.`,
    ],
    table: null,
  };
}

function contents(tables: readonly NumberedTable[]): Sheet {
  return {
    name: "Contents",
    title: "Contents",
    lines: ["This worksheet contains one table, of all worksheets with a table of results."],
    table:
      tables.length === 0
        ? null
        : {
            id: "Contents",
            head: ["Worksheet", "Title", "Section of the report"],
            rows: tables.map((table) => [
              { text: sheetName(table), sheet: sheetName(table) },
              table.caption,
              table.section,
            ]),
          },
  };
}

function notes(): Sheet {
  return {
    name: "Notes",
    title: "Notes",
    lines: [
      "This worksheet contains one table, of the shorthand in cells.",
      "An interval is written as its two ends. An end that does not exist is named as such.",
    ],
    table: {
      id: "Notes",
      head: ["Shorthand", "Meaning"],
      rows: shorthand.map(({ mark, means }) => [mark, means]),
    },
  };
}

function tableSheet(table: NumberedTable, document: ReportDocument): Sheet {
  const rows = table.rows.map((row) => row.map(cellOf));
  const marks = shorthand.filter(({ mark }) => rows.some((row) => row.some((cell) => holds(cell, mark))));
  const subtitle = document.parts.flatMap(({ blocks }) => subtitleOf(blocks, table));
  return {
    name: sheetName(table),
    title: `Table ${table.number}: ${table.caption}`,
    lines: [
      "This worksheet contains one table.",
      ...subtitle,
      ...(marks.length === 0 ? [] : [`Shorthand: ${marks.map(({ mark, means }) => `${mark} ${means}`).join(". ")}.`]),
      `Source: ${document.title}, ${document.kind}, section “${table.section}”.`,
      ...(document.marking === "" ? [] : [`${document.marking}.`]),
    ],
    table: { id: `Table${table.number}`, head: uniqueNames(table.head, mostOfName), rows },
  };
}

/** Characters of a column's name in a table of a workbook. */
const mostOfName = 250;

function sheetName({ number }: NumberedTable): string {
  return `Table ${number}`;
}

function holds(cell: Cell, mark: string): boolean {
  return typeof cell === "string" && cell.includes(mark);
}

/** What a picture of the same numbers says it measures. */
function subtitleOf(blocks: readonly Block[], { caption, rows }: NumberedTable): string[] {
  const at = blocks.findIndex((block) => block.kind === "table" && block.caption === caption && block.rows === rows);
  const figure = blocks.slice(0, Math.max(at, 0)).findLastIndex(({ kind }) => kind === "figure");
  const before = blocks[figure - 1];
  const between = blocks.slice(figure + 1, at);
  const isOfFigure = figure > 0 && between.every((block) => block.kind === "paragraph" && block.role === "note");
  return isOfFigure && before?.kind === "paragraph" ? [before.runs.map(({ text }) => text).join("")] : [];
}
