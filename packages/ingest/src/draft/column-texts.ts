import type { ColumnTexts } from "./cell-kind.ts";
import type { DraftFile } from "./draft-file.ts";

/** Every column of a file as different texts with their counts. */
export function columnTexts({ header, rows }: DraftFile): readonly ColumnTexts[] {
  return header.map((name, position) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const text = (row[position] ?? "").trim();
      if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { header: name.trim(), texts: [...counts.keys()], counts: [...counts.values()], present, rows: rows.length };
  });
}
