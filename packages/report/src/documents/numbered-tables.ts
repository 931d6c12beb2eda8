import type { Block, TableBlock } from "./block.ts";
import type { DocumentPart } from "./document-parts.ts";

/** A table of the report with its number, the same in Word, in both spreadsheets and among the CSV files. */
export interface NumberedTable extends TableBlock {
  readonly number: number;
  /** Title of the section it stands in. */
  readonly section: string;
  /** Below `out/`. */
  readonly csvPath: string;
}

/** The tables of a report in its order. A form to be filled in by hand is none. */
export function numberedTables(parts: readonly DocumentPart[]): readonly NumberedTable[] {
  return parts
    .flatMap(({ title, blocks }) => tablesIn(blocks).map((table) => ({ ...table, section: title })))
    .filter((table) => !isForm(table))
    .map((table, index) => ({ ...table, number: index + 1, csvPath: csvPathOf(index + 1, table.caption) }));
}

/** Whether all that a table asks for is still to be written into it. */
export function isForm({ rows }: TableBlock): boolean {
  return rows.every(([, ...cells]) => cells.length > 0 && cells.every((text) => text === ""));
}

/** Tables inside blocks, in their order. */
export function tablesIn(blocks: readonly Block[]): TableBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.flatMap(tablesIn);
    return block.kind === "table" ? [block] : [];
  });
}

/** Letters and digits alone, whatever a study calls its outcomes: a file name must not lead anywhere. */
function csvPathOf(number: number, caption: string): string {
  const words = caption
    .replace(/ \(.*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return `tables/${String(number).padStart(3, "0")}${words === "" ? "" : `-${words}`}.csv`;
}
