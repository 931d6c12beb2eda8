import { Failure } from "@likewise/schema";
import { headerOf, type MappedColumn } from "../mapping/mapped-column.ts";
import type { TextColumnCodes } from "../table/read-column.ts";
import { type IdentifierFinding, screenColumns } from "./screen-columns.ts";
import { type ReadAs, screenedColumn } from "./screened-column.ts";

/** A column that looks like one of identifiers and is read, as the plan says why it is none. */
export interface StatedColumn {
  readonly name: string;
  readonly header: string;
  /** Of `identifierKinds` or `crossColumnKinds`. */
  readonly kind: string;
  readonly label: string;
  readonly why: string;
}

/**
 * Every column that identifies people and whose use the plan does not state is named at once, and nothing is read
 * further.
 *
 * @param asAt year of the extract's declared date
 * @returns columns that are read although they look like identifiers, with the plan's reason
 * @throws Failure usage: table, header, what it looks like, how many of its different texts do, and what lets it be
 *   read; never a cell
 */
export function stopIdentifiers(
  table: string,
  mapped: readonly MappedColumn[],
  texts: readonly TextColumnCodes[],
  asAtYear: number | null = null,
): readonly StatedColumn[] {
  const fromFile = mapped.flatMap((column, index) => {
    const header = headerOf(column);
    if (header === null) return [];
    const received = texts[index]!;
    return [{ mapped: column, column: screenedColumn(header, received.texts, received.rowsOf, readAs(column)) }];
  });
  const findings = screenColumns(
    fromFile.map(({ column }) => column),
    asAtYear,
  );
  const ofFinding = (finding: IdentifierFinding) => fromFile.find(({ column }) => column === finding.column)!.mapped;
  const stopped = findings.flatMap((finding) => {
    const column = ofFinding(finding);
    return isStated(column, finding) ? [] : [sentence(column, finding)];
  });
  if (stopped.length > 0) {
    throw new Failure(
      "usage",
      `${table}: ${stopped.join("; ")}. Direct identifiers and free text are not read: leave the column unmapped, map a pseudonym, a year or an area instead, list it under identifiers where it is for linking, or, where this is a false alarm, say why under notIdentifying`,
    );
  }
  return findings.flatMap((finding) => {
    const { name, notIdentifying: why } = ofFinding(finding);
    const { kind, label } = finding;
    return why === null ? [] : [{ name, header: finding.column.header, kind, label, why }];
  });
}

function readAs({ isId, name, type, isCovariate }: MappedColumn): ReadAs {
  if (isId) return "id";
  if (name === "birth_year") return "birth";
  return type === "date" && !isCovariate ? "event-date" : "other";
}

function isStated({ use, notIdentifying, isId }: MappedColumn, finding: IdentifierFinding): boolean {
  if (notIdentifying !== null) return true;
  return use !== null && (use === finding.use || (use === "linking" && isId));
}

function sentence(mapped: MappedColumn, { column, label, by, alike, of, use }: IdentifierFinding): string {
  const place = `column "${column.header}"${column.header === mapped.name ? "" : ` (mapped to ${mapped.name})`}`;
  const what = by === "header" ? `is headed like ${label}` : `looks like ${label} (${alike} of ${of} different texts)`;
  const unlock = use === null || (use === "linking" && !mapped.isId) ? "" : `; use: ${use} lets it be read as that`;
  return `${place} ${what}${unlock}`;
}
