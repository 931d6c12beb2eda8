import type { Account, Columns, Input, Issue } from "@likewise/schema";
import { checkCells } from "./checks/check-cells.ts";
import { checkMissingCodes } from "./checks/check-missing-codes.ts";
import { checkMixedType } from "./checks/check-mixed-type.ts";
import { checkSpellings } from "./checks/check-spellings.ts";
import { checkStructure } from "./checks/check-structure.ts";
import type { Assumption } from "./files/assumption.ts";
import { readFile } from "./files/read-file.ts";
import { stopIdentifiers } from "./identifiers/stop-identifiers.ts";
import { type MappedColumn, undeclared } from "./mapping/mapped-column.ts";
import { accountsOf, type RejectedTable, rejectedTables } from "./table/account-of.ts";
import { buildColumns } from "./table/build-columns.ts";
import { issueLedger, issuesOf } from "./table/issue-ledger.ts";
import { locatePositions } from "./table/locate-positions.ts";
import { columnTexts, readColumn } from "./table/read-column.ts";
import { tableRows } from "./table/table-rows.ts";
import { standingRows } from "./table/used-rows.ts";

/** One table read without a plan. */
export interface FlatTable {
  /** The columns named, under their headers: the id as text, numbers where every present cell is one, else codes. */
  readonly columns: Columns;
  readonly account: Account;
  readonly issues: readonly Issue[];
  /** For `private/` only. */
  readonly rejected: readonly RejectedTable[];
  readonly input: Input;
  /** How the file was taken to be written, as nothing declares it. */
  readonly assumptions: readonly Assumption[];
  /** Every header of the file, spaces around them trimmed. */
  readonly header: readonly string[];
}

/**
 * Reads named columns of one file of any kind in `fileReaders`; the others are not read.
 *
 * How it is written and laid out is read off the file, see `assumptions`. Blank cells and NA are missing. Rows are kept in their order; a row
 * whose cells cannot be told apart is rejected with its reason.
 *
 * @param file    its path, as the user wrote it
 * @param columns headers to read, each once
 * @param missing codes that mean no value in some of these columns, as they are written
 * @param id      header of the id, kept letter by letter
 * @throws Failure `usage` for a missing file, a folder, an unknown column or one that identifies people; `data` for a
 *   file that is empty or cannot be read as what it is
 * @example
 * await writeFile(`${folder}/trial.csv`, "person,age,arrest\n07,31,yes\n9,44,no\n");
 * const { columns } = await readFlatFile({ file: `${folder}/trial.csv`, columns: ["age", "arrest"], id: "person" });
 * columns.columns.person.values; // ["07", "9"]
 * columns.columns.arrest.levels; // ["no", "yes"]
 */
export async function readFlatFile({
  file,
  columns: names,
  id,
  missing,
}: {
  readonly file: string;
  readonly columns: readonly string[];
  readonly missing?: { readonly columns: readonly string[]; readonly codes: readonly string[] } | undefined;
  readonly id?: string | undefined;
}): Promise<FlatTable> {
  const flat = await readFile(file, file);
  const headers = [...new Set(id === undefined ? names : [id, ...names])];
  const codesOf = (header: string) => (missing?.columns.includes(header) ? missing.codes : []);
  const mapped = headers.map((header) => (header === id ? idColumn(header) : dataColumn(header, codesOf(header))));
  const rows = tableRows([flat]);
  const ledger = issueLedger("table", rows);
  const positions = locatePositions(ledger, mapped);
  checkStructure(ledger);
  const broken = ledger.rejected.slice();
  const places = mapped.map((column, index) => ({
    mapped: column,
    positions: positions[index]!,
    mayStandAlone: false,
  }));
  const texts = columnTexts(places, rows, broken);
  stopIdentifiers(file, mapped, texts);
  const read = mapped.map((column, index) => readColumn(column, texts[index]!));
  for (const column of read) checkCells(ledger, column);
  for (const column of read) checkSpellings(ledger, column);
  for (const column of read) checkMixedType(ledger, column);
  for (const column of read) checkMissingCodes(ledger, column);
  const used = standingRows(ledger.rejected);
  return {
    columns: buildColumns(read, used, ledger.rejected),
    account: accountsOf(ledger)[0]!,
    issues: issuesOf(ledger),
    rejected: rejectedTables(ledger),
    input: { file, sha256: await flat.sha256, rows: flat.rows.length },
    assumptions: flat.assumptions,
    header: flat.header.map((header) => header.trim()),
  };
}

function dataColumn(header: string, missing: readonly string[] = []): MappedColumn {
  const source = { kind: "column", header } as const;
  return {
    ...undeclared,
    name: header,
    source,
    reader: null,
    type: null,
    isCovariate: true,
    missingCodes: new Set(["NA", ...missing]),
  };
}

function idColumn(header: string): MappedColumn {
  return { ...dataColumn(header), reader: "text", type: "text", required: true, isId: true };
}
