import type { Assumption } from "../files/assumption.ts";
import type { TableFormat } from "../files/file-reader.ts";
import type { FlatFile } from "../files/flat-file.ts";

/** A file a plan is drafted from, read with nothing declared. */
export interface DraftFile {
  /** As the plan will name it, relative to the study folder. */
  readonly path: string;
  /** Further files with the same columns, written alike: editions of one extract, or its parts. */
  readonly further?: readonly string[];
  /** As its owner called it: what it is about often stands there only. */
  readonly name: string;
  readonly header: readonly string[];
  /** Data rows as received, what the layout set aside and blank rows left out. */
  readonly rows: readonly (readonly string[])[];
  /** How it was read, as keys of `format`. */
  readonly format: TableFormat;
  readonly assumptions: readonly Assumption[];
  readonly realDates: boolean;
  /** The rows with blanks filled from above, where some columns look as if a blank repeated the cell above it. */
  readonly filled: { readonly headers: readonly string[]; readonly rows: DraftFile["rows"] } | null;
}

/**
 * What the drafting needs of a file that was read.
 *
 * @param filled the same file with blanks filled down, and in which columns; null where none looks like it
 */
export function draftFileOf(
  flat: FlatFile,
  path: string,
  name: string,
  filled: { readonly headers: readonly string[]; readonly flat: FlatFile } | null,
): DraftFile {
  return {
    path,
    name,
    header: flat.header,
    rows: dataRows(flat),
    format: formatOf(flat.assumptions),
    assumptions: flat.assumptions,
    realDates: flat.realDates,
    filled: filled === null ? null : { headers: filled.headers, rows: dataRows(filled.flat) },
  };
}

function dataRows({ rows, setAside }: FlatFile): DraftFile["rows"] {
  return rows.filter((row, index) => !setAside.has(index) && row.some((cell) => cell.trim() !== ""));
}

const numeric = ["headerRow", "headerRows", "lastRow", "footerRows"];
const textual = ["reader", "delimiter", "quote", "encoding", "sheet", "range", "table"];

/** What was read off the file, written down: the plan then says it, and a later edition of the file cannot change it. */
function formatOf(assumptions: readonly Assumption[]): TableFormat {
  const format: Record<string, unknown> = {};
  for (const { what, value, fix } of assumptions) {
    const key = /format\.(\w+):/.exec(fix)?.[1] ?? what;
    if (numeric.includes(key) && /^\d+$/.test(value)) format[key] = Number(value);
    else if (textual.includes(key)) format[key] = key === "delimiter" ? delimiterOf(value) : value;
    else if (key === "fillDown")
      format.fillDown = [...((format.fillDown as string[] | undefined) ?? []), ...listOf(fix, value)];
  }
  return format as TableFormat;
}

/** Delimiters are shown by name where a character would not be seen. */
function delimiterOf(value: string): string {
  return { tab: "\t", comma: ",", semicolon: ";", pipe: "|", "\\t": "\t" }[value.toLowerCase()] ?? value;
}

/** A list as the line of the plan has it: `[Client Ref, Team]`, or the one value. */
function listOf(fix: string, value: string): string[] {
  const inside = /\[(.*)\]/.exec(fix)?.[1] ?? value;
  return inside
    .split(",")
    .map((part) => part.trim().replace(/^"(.*)"$/, "$1"))
    .filter((part) => part !== "");
}
