import { Failure } from "@likewise/schema";
import { headerOf, type MappedColumn } from "../mapping/mapped-column.ts";
import type { TextColumnCodes } from "../table/read-column.ts";
import { columnIdentifier } from "./column-identifier.ts";

/** Every column that identifies people is named at once, and nothing is read further. */
export function stopIdentifiers(
  table: string,
  mapped: readonly MappedColumn[],
  texts: readonly TextColumnCodes[],
): void {
  const found = mapped.flatMap((column, index) => {
    const header = headerOf(column);
    const { codes, texts: different } = texts[index]!;
    const what = header === null ? null : columnIdentifier(column, header, different, codes.length);
    if (what === null) return [];
    return [`column "${header}"${header === column.name ? "" : ` (mapped to ${column.name})`} ${what}`];
  });
  if (found.length > 0) {
    throw new Failure(
      "usage",
      `${table}: ${found.join("; ")}. Direct identifiers and free text are not read: map a pseudonym, a year or an area instead, or leave it out`,
    );
  }
}
