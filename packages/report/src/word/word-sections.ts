import type { Block } from "../documents/block.ts";
import { type TableWidths, tableWidths } from "./column-widths.ts";

/** Blocks that stand on pages of one orientation. */
export interface WordSection {
  readonly orientation: TableWidths["orientation"];
  readonly blocks: readonly Block[];
}

/** Less than this between two wide tables stays on their page: it is not worth turning the paper. */
const fewBlocks = 4;

/** Blocks in the order of the report, wide tables on pages on their side, each heading with what it stands over. */
export function wordSections(blocks: readonly Block[]): WordSection[] {
  const wide = blocks.map((block) => block.kind === "table" && tableWidths(block).orientation === "landscape");
  const places = wide.flatMap((is, index) => (is ? [index] : []));
  places.forEach((place, index) => {
    const before = places[index - 1] ?? Number.NEGATIVE_INFINITY;
    const between = blocks.slice(before + 1, place);
    const few = place - before <= fewBlocks && !between.some(({ kind }) => kind === "table" || kind === "figure");
    if (few) wide.fill(true, before + 1, place);
    else for (let at = place - 1; at >= 0 && blocks[at]!.kind === "heading"; at -= 1) wide[at] = true;
  });
  const sections: { orientation: TableWidths["orientation"]; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const orientation = wide[index] ? "landscape" : "portrait";
    const last = sections.at(-1);
    if (last?.orientation === orientation) last.blocks.push(block);
    else sections.push({ orientation, blocks: [block] });
  });
  return sections;
}
