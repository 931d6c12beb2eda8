import type { Input } from "@likewise/schema";
import { locateColumns } from "./files/locate-columns.ts";
import { readFile } from "./files/read-file.ts";

/** Named columns of a table about no person: every cell as text, nothing converted. */
export interface ReferenceFile {
  /** Cells in the order of the columns asked for, spaces around them trimmed; null where blank. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[];
  /** As it is named in the plan, with the hash of what was read. */
  readonly input: Input;
}

/**
 * Reads a table of reference, such as weights by offence, from a file of any kind in `fileReaders`. Codes keep the zeros
 * in front. Rows that are no data (blank, a footer, a repeated header) are left out.
 *
 * Unlike extracts it is not screened for identifiers: words of a published list are not free text about people.
 *
 * @param path    where it is
 * @param shown   as the plan names it
 * @param columns headers to read
 * @throws Failure `usage` for a missing file, a folder or an unknown column; `data` for a file that cannot be read
 * @example
 * await writeFile(`${folder}/weights.csv`, "Code,Days\n00806,20\n10501,\n");
 * const { rows } = await readReferenceFile({ path: `${folder}/weights.csv`, shown: "weights.csv", columns: ["Code", "Days"] });
 * rows.map(({ cells }) => cells); // [["00806", "20"], ["10501", null]]
 */
export async function readReferenceFile({
  path,
  shown,
  columns,
}: {
  readonly path: string;
  readonly shown: string;
  readonly columns: readonly string[];
}): Promise<ReferenceFile> {
  const flat = await readFile(path, shown);
  const { positions } = locateColumns(flat, columns);
  const rows = flat.rows.flatMap((cells, index) => {
    if (flat.setAside.has(index) || cells.every((cell) => cell.trim() === "")) return [];
    const texts = positions.map((position) => cells[position]?.trim() || null);
    return [{ row: index + 1, cells: texts }];
  });
  return { rows, input: { file: shown, sha256: await flat.sha256, rows: flat.rows.length } };
}
