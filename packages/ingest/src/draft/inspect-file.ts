import { readFile } from "../files/read-file.ts";
import { fillDownCandidates } from "../layout/fill-down-candidates.ts";
import { type DraftFile, draftFileOf } from "./draft-file.ts";

/**
 * Reads a file with nothing declared, to draft a plan from.
 *
 * @param file where it is
 * @param path how the plan will name it
 * @param name what its owner called it
 * @throws Failure when it cannot be read at all
 * @example
 * await writeFile(`${folder}/people.csv`, "Client ref;Age\n7;31\n9;44\n");
 * const { header, format } = await inspectFile({ file: `${folder}/people.csv`, path: "data/p.csv", name: "p.csv" });
 * header; // ["Client ref", "Age"]
 * format.delimiter; // ";"
 */
export async function inspectFile({
  file,
  path,
  name,
}: {
  readonly file: string;
  readonly path: string;
  readonly name: string;
}): Promise<DraftFile> {
  const flat = await readFile(file, name);
  const data = flat.rows.filter((_, row) => !flat.setAside.has(row));
  const headers = fillDownCandidates(data, flat.header);
  if (headers.length === 0) return draftFileOf(flat, path, name, null);
  return draftFileOf(flat, path, name, { headers, flat: await readFile(file, name, { fillDown: [...headers] }) });
}
