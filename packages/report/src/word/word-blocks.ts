import type { Block, TableBlock } from "../documents/block.ts";
import type { DocumentPart } from "../documents/document-parts.ts";
import { isForm, tablesIn } from "../documents/numbered-tables.ts";

/** What a Word document holds, and the number of each table, which is that of its worksheet. */
export interface WordBlocks {
  readonly blocks: readonly Block[];
  readonly numbers: ReadonlyMap<TableBlock, number>;
}

/**
 * The sections that are read, and in place of the annexes that are looked up their names, with where their tables stand:
 * of a large study these alone would be a hundred pages.
 */
export function wordBlocks(parts: readonly DocumentPart[]): WordBlocks {
  const numbers = new Map<TableBlock, number>();
  const blocks: Block[] = [];
  const elsewhere: Block[][] = [];
  for (const part of parts) {
    const tables = tablesIn(part.blocks).filter((table) => !isForm(table));
    for (const table of tables) numbers.set(table, numbers.size + 1);
    if (part.inWord) blocks.push({ kind: "heading", level: 2, text: part.title }, ...part.blocks);
    else elsewhere.push([line(`${part.title}: ${placeOf(tables.map((table) => numbers.get(table)!))}`)]);
  }
  if (elsewhere.length > 0)
    blocks.push(
      { kind: "heading", level: 2, text: "Annexes in the workbook" },
      line(
        "These annexes are on the page report.html. Their tables are in the workbooks tables.ods and tables.xlsx, one a worksheet, by the numbers given here; the worksheet Contents lists them.",
      ),
      { kind: "list", ordered: false, items: elsewhere },
    );
  return { blocks, numbers };
}

function line(text: string): Block {
  return { kind: "paragraph", role: "body", runs: [{ text, style: "plain" }] };
}

function placeOf(numbers: readonly number[]): string {
  const [first] = numbers;
  if (first === undefined) return "on the page alone";
  return numbers.length === 1 ? `table ${first}` : `tables ${first} to ${numbers.at(-1)}`;
}
