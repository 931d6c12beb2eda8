import { Failure, type TableSource } from "@likewise/schema";
import { locateColumns } from "../files/locate-columns.ts";
import type { TableRows } from "../table/table-rows.ts";
import { type DateFormatName, dateFormat } from "../values/date-formats.ts";
import { proveDateFormat } from "../values/prove-date-format.ts";
import type { Century } from "../values/read-date.ts";
import { type IdentifierRole, identifierRole } from "./identifier-roles.ts";
import { normaliseDate } from "./normalise-date.ts";

/** Rows of a table whose identifiers are wanted. */
export interface LinkedSide {
  readonly table: string;
  readonly source: TableSource;
  readonly rows: TableRows;
  /** Positions in `rows`, in order. */
  readonly at: Int32Array;
}

/** One identifier of a side: different values, and which each row has. For linking only: it holds what identifies. */
export interface IdentifierValues {
  readonly role: IdentifierRole;
  /** By row of the side; -1 = missing or unreadable. */
  readonly codes: Int32Array;
  /** As compared. */
  readonly values: readonly string[];
  readonly missing: number;
  /** Rows with a text that is not such an identifier: nothing can be compared, so they count as missing. */
  readonly unreadable: number;
}

/**
 * Reads identifiers of the rows of one side, normalised for comparison.
 *
 * @param century how years of two digits are completed
 * @throws Failure `usage` when a column is not there, `data` when the cells do not prove how dates are written
 */
export function readIdentifiers(
  side: LinkedSide,
  roles: readonly string[],
  century: Century | null,
): ReadonlyMap<string, IdentifierValues> {
  return new Map(roles.map((role) => [role, readIdentifier(side, identifierRole(role), century)]));
}

/** The header under which a side holds an identifier. */
export function identifierHeader(
  { table, source }: Pick<LinkedSide, "table" | "source">,
  role: IdentifierRole,
): string {
  const column = source.identifiers?.[role.role];
  if (column === undefined) {
    throw new Failure("usage", `data.linkage: ${table} names no column for ${role.role} under identifiers`);
  }
  return typeof column === "string" ? column : column.column;
}

function readIdentifier(side: LinkedSide, role: IdentifierRole, century: Century | null): IdentifierValues {
  const header = identifierHeader(side, role);
  const { codes: textCodes, texts } = receivedTexts(side, header);
  const missing = new Set(["", ...(side.source.missing ?? []).map((code) => code.trim())]);
  const normalise = role.normalise ?? dateReader(side, role, texts, textCodes, missing, century);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  const meaning = texts.map((text) => {
    if (missing.has(text)) return MISSING;
    const value = normalise(text);
    if (value === null) return UNREADABLE;
    if (!codeOf.has(value)) codeOf.set(value, values.push(value) - 1);
    return codeOf.get(value)!;
  });
  const codes = textCodes.map((code) => Math.max(-1, meaning[code]!));
  const rowsOf = (kind: number) => textCodes.reduce((rows, code) => rows + Number(meaning[code] === kind), 0);
  return { role, codes, values, missing: rowsOf(MISSING), unreadable: rowsOf(UNREADABLE) };
}

const MISSING = -1;
const UNREADABLE = -2;

/** Different texts of a column, spaces around them left out, and which each row of the side has. */
function receivedTexts({ rows, at }: LinkedSide, header: string): { codes: Int32Array; texts: readonly string[] } {
  const positions = rows.files.map((file) => locateColumns(file, [header]).positions[0]!);
  const texts: string[] = [];
  const codeOf = new Map<string, number>();
  let file = 0;
  const codes = Int32Array.from(at, (row) => {
    while (file + 1 < rows.starts.length && rows.starts[file + 1]! <= row) file++;
    const text = rows.cells[row]![positions[file]!]!.trim();
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, texts.length);
    return texts.push(text) - 1;
  });
  return { codes, texts };
}

/** How dates are read: as the plan says, as the cells prove, or, of files with real dates, yyyy-mm-dd besides. */
function dateReader(
  side: LinkedSide,
  role: IdentifierRole,
  texts: readonly string[],
  codes: Int32Array,
  missing: ReadonlySet<string>,
  century: Century | null,
): (text: string) => string | null {
  const column = side.source.identifiers![role.role]!;
  const declared = (typeof column === "string" ? undefined : column.dateFormat) ?? side.source.dateFormat;
  const real = side.rows.files.some(({ realDates }) => realDates);
  const names: DateFormatName[] = real ? ["yyyy-mm-dd"] : [];
  if (declared !== undefined) names.unshift(...[declared].flat());
  else if (!real) names.push(...provenFormat(side, role, texts, codes, missing, century));
  const formats = names.map(dateFormat);
  return (text) => normaliseDate(text, formats, century);
}

function provenFormat(
  { table }: LinkedSide,
  { role }: IdentifierRole,
  texts: readonly string[],
  codes: Int32Array,
  missing: ReadonlySet<string>,
  century: Century | null,
): DateFormatName[] {
  const rows = new Array<number>(texts.length).fill(0);
  for (const code of codes) rows[code]!++;
  const present = texts.flatMap((text, code) => (missing.has(text) ? [] : [{ text, rows: rows[code]! }]));
  const proof = proveDateFormat(
    { texts: present.map(({ text }) => text), rows: present.map((cell) => cell.rows) },
    century,
  );
  if (proof.kind === "empty") return [];
  if (proof.kind === "proven") return [proof.format];
  const why =
    proof.kind === "ambiguous"
      ? `every date can be read as ${proof.formats[0]} and as ${proof.formats[1]}`
      : "no date format reads all of them";
  throw new Failure(
    "data",
    `${table}: ${role} under identifiers: ${why}; declare data.tables.${table}.identifiers.${role} as { column, dateFormat }`,
  );
}
