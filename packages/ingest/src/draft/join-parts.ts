import type { DraftFile } from "./draft-file.ts";

/** Files with the same headers, written alike, as one: an extract sent in parts is one table. */
export function joinParts(files: readonly DraftFile[]): readonly DraftFile[] {
  const joined = new Map<string, DraftFile>();
  for (const file of files) {
    const alike = JSON.stringify([file.header.map((header) => header.trim()), file.format, file.realDates]);
    const first = joined.get(alike);
    joined.set(alike, first === undefined ? file : together(first, file));
  }
  return [...joined.values()];
}

function together(one: DraftFile, other: DraftFile): DraftFile {
  const filled = (file: DraftFile) => file.filled?.rows ?? file.rows;
  const headers = [...new Set([...(one.filled?.headers ?? []), ...(other.filled?.headers ?? [])])];
  return {
    ...one,
    further: [...(one.further ?? []), other.path],
    name: `${one.name} and ${other.name}`,
    rows: [...one.rows, ...other.rows],
    filled: headers.length === 0 ? null : { headers, rows: [...filled(one), ...filled(other)] },
  };
}
