import { resolve } from "node:path";
import {
  type Account,
  type Columns,
  closest,
  Failure,
  type Input,
  type Issue,
  type Linkage,
  parseIsoDate,
  recordSchema,
  recordTables,
  type StudyPlan,
  type TableSource,
} from "@likewise/schema";
import { fetchRejected, readTableInBulk } from "./bulk/read-table-in-bulk.ts";
import { checkBeforeReferral } from "./checks/check-before-referral.ts";
import { type KnownPeople, knownPeople } from "./checks/check-people.ts";
import type { Assumption } from "./files/assumption.ts";
import type { FlatFile } from "./files/flat-file.ts";
import { requireFile } from "./files/read-bytes.ts";
import { readFile } from "./files/read-file.ts";
import { type Decision, readDecisions } from "./linking/decisions.ts";
import type { Linked } from "./linking/linkage.ts";
import { type Linker, linkerOf } from "./linking/linker.ts";
import type { MappedColumn } from "./mapping/mapped-column.ts";
import { mappedColumns } from "./mapping/mapped-columns.ts";
import { pseudonymise } from "./pseudonyms/pseudonymise.ts";
import { readPseudonymKey } from "./pseudonyms/read-pseudonym-key.ts";
import { accountsOf, type RejectedTable, rejectedTables } from "./table/account-of.ts";
import { type IngestedTable, ingestTable } from "./table/ingest-table.ts";
import { issuesOf } from "./table/issue-ledger.ts";
import type { UsedRows } from "./table/used-rows.ts";
import { isIssueApart, rowsApart } from "./victims/rows-apart.ts";

/** Everything a study's files hold that the plan asks for, and what became of every row. */
export interface Ingested {
  /** By table of the plan: rows used, columns under our names; people also have the covariates mapped. */
  readonly tables: Readonly<Record<string, Columns>>;
  /** By table of the plan: which rows of its files it holds; see `placeReceived`. */
  readonly used: Readonly<Record<string, UsedRows>>;
  /** One per table and file. */
  readonly accounts: readonly Account[];
  readonly issues: readonly Issue[];
  /** Issues about victim-survivors and children, of those above: `private/` keeps them apart. */
  readonly issuesApart: ReadonlySet<Issue>;
  /** For `private/` only. */
  readonly rejected: readonly RejectedTable[];
  /** What was read off the files because the plan does not declare it. */
  readonly assumptions: readonly Assumption[];
  /** One for each table linked to people by identifiers; exact counts, and pairs to look at. For `private/` only. */
  readonly linkages: readonly Linked[];
  /** One per file, in the order of the plan. */
  readonly inputs: readonly Input[];
}

/**
 * Reads the extracts of a study: only the columns the plan maps, every value by its declared form, every row either
 * used or rejected with its reason.
 *
 * Nothing is guessed and nothing mended: dates are read in the declared format, spaces around values are trimmed, and
 * everything else that is not as declared is an issue (see `issueCodes`). Without a mapped `person` the row number is
 * the id, in `people` and in the tables that read its file. Columns that identify people stop the run. Where the plan
 * names a pseudonym key, every id handed on is a pseudonym in the same order; rejected rows keep theirs, as received.
 *
 * @param plan   a valid plan
 * @param folder of the study; files are named relative to it
 * @param out    where results are written, when that is known: the pseudonym key must not lie there
 * @param bulkFrom size from which a delimited file of plain layout is read in bulk, in bytes: the result is the same, and
 *   no other file may exceed 400 MB
 * @param threads from 2, the lines of such a file are read on two threads where it is twice as large; the result does not
 *   depend on it
 * @throws Failure `usage` when the plan does not fit the files (no such file or column, a column of identifiers),
 *   `data` when a file cannot be read at all (empty, another delimiter, a quote never closed) or no person is left
 * @example
 * await writeFile(`${folder}/people.csv`, "Ref,Age\n7,31\n9,none\n");
 * const people = { files: ["people.csv"], columns: { person: "Ref", age: { column: "Age", missing: ["none"] } } };
 * const { tables } = await ingestStudy({ plan: { data: { tables: { people } } }, folder });
 * tables.people.columns.person.values; // ["7", "9"]
 * tables.people.columns.age.valid; // [1, 0]
 */
export async function ingestStudy({
  plan,
  folder,
  out,
  bulkFrom = 32 * 2 ** 20,
  threads = 2,
}: {
  readonly plan: StudyPlan;
  readonly folder: string;
  readonly out?: string;
  readonly bulkFrom?: number;
  readonly threads?: number;
}): Promise<Ingested> {
  const sources = Object.entries(plan.data.tables);
  for (const [table] of sources) requireTable(table);
  const keyFile = plan.data.protection?.pseudonymKey;
  const key = keyFile === undefined ? null : await readPseudonymKey(keyFile, folder, out === undefined ? [] : [out]);
  for (const file of filesOf(plan)) await requireFile(resolve(folder, file), file);
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const linkages = new Map((plan.data.linkage ?? []).map((linkage) => [linkage.table, linkage]));
  const mappings = new Map(
    sources.map(([table, source]) => {
      return [table, mappedColumns(recordSchema(table), source, asAt, linkages.has(table))];
    }),
  );
  requireSharedRows(plan, mappings);
  if (key === null) requireNoLinkingIds(mappings);
  const files = new Map<string, FlatFile>();
  const ingest = async (
    table: string,
    source: TableSource,
    known: KnownPeople | null,
    linker?: Linker,
  ): Promise<IngestedTable> => {
    const schema = recordSchema(table);
    const mapped = mappings.get(table)!;
    // Linking reads cells of columns that are not mapped.
    const bulk =
      linkages.size > 0 ? null : await readTableInBulk(folder, schema, source, mapped, { bulkFrom, threads });
    if (bulk !== null) return ingestTable(schema, source, mapped, [bulk], known, asAt, linker);
    const read: FlatFile[] = [];
    for (const file of source.files) read.push(await readOnce(files, folder, file, source));
    return ingestTable(schema, source, mapped, read, known, asAt, linker);
  };
  const decided: FlatFile[] = [];
  const decisionsOf = async ({ decisions: file }: Linkage): Promise<Decision[] | null> => {
    if (file === undefined) return null;
    decided.push(await readOnce(files, folder, file, { format: { headerRow: 1 } }));
    return readDecisions(decided.at(-1)!);
  };
  // People first, as other tables are checked against them; what is handed on keeps the order of the plan.
  const people = plan.data.tables.people && (await ingest("people", plan.data.tables.people, null));
  if (people !== undefined) requireSomebody(people);
  const known = people === undefined ? null : knownPeople(people.ledger, people.read);
  const ingested: IngestedTable[] = [];
  for (const [table, source] of sources) {
    const linkage = linkages.get(table);
    const linker = linkage && linkerOf(linkage, people!, plan.data.tables.people!, await decisionsOf(linkage), asAt);
    ingested.push(table === "people" ? people! : await ingest(table, source, known, linker));
  }
  checkBeforeReferral(ingested);
  const tables = Object.fromEntries(sources.map(([table], index) => [table, ingested[index]!.columns]));
  return {
    tables: key === null ? tables : pseudonymise(tables, key),
    used: Object.fromEntries(sources.map(([table], index) => [table, ingested[index]!.used])),
    accounts: ingested.flatMap(({ ledger }) => accountsOf(ledger)),
    ...(await troubles(ingested, people)),
    assumptions: assumptionsOf(ingested),
    linkages: ingested.flatMap(({ linked }) => linked ?? []),
    inputs: await inputsOf([...ingested.flatMap(({ ledger }) => ledger.rows.files), ...decided]),
  };
}

function filesOf(plan: StudyPlan): readonly string[] {
  const decisions = (plan.data.linkage ?? []).flatMap(({ decisions: file }) => file ?? []);
  return [...new Set([...Object.values(plan.data.tables).flatMap(({ files }) => files), ...decisions])];
}

function requireTable(table: string): void {
  if (recordTables.includes(table)) return;
  const near = closest(table, recordTables);
  const hint = near === null ? `a study can bring ${recordTables.join(", ")}` : `did you mean ${near}?`;
  throw new Failure("usage", `data.tables: there is no table ${table}; ${hint}`);
}

/** A row number says who a row is about only inside one file: that of `people`. */
function requireSharedRows(plan: StudyPlan, mappings: ReadonlyMap<string, readonly MappedColumn[]>): void {
  const byRow = (table: string) => mappings.get(table)?.some(({ source }) => source.kind === "row-number") === true;
  const people = plan.data.tables.people;
  for (const [table, { files }] of Object.entries(plan.data.tables)) {
    if (!byRow(table)) continue;
    if (files.length > 1) {
      throw new Failure(
        "usage",
        `${table}: person is not mapped, and a row number is no id over several files; map person`,
      );
    }
    if (people !== undefined && (!byRow("people") || people.files[0] !== files[0])) {
      throw new Failure(
        "usage",
        `${table}: person is not mapped; row numbers can stand for it only where people reads the same file without an id`,
      );
    }
  }
}

/** An id that identifies people by itself, such as an NHS number, is handed on as a pseudonym or not at all. */
function requireNoLinkingIds(mappings: ReadonlyMap<string, readonly MappedColumn[]>): void {
  for (const [table, columns] of mappings) {
    const linking = columns.find(({ use }) => use === "linking");
    if (linking === undefined) continue;
    throw new Failure(
      "usage",
      `${table}: ${linking.name} is for linking; expected data.protection.pseudonymKey to name the key it is hidden with, found none`,
    );
  }
}

/** A file that two tables read is read once. */
async function readOnce(
  files: Map<string, FlatFile>,
  folder: string,
  file: string,
  { format }: Pick<TableSource, "format">,
): Promise<FlatFile> {
  const key = JSON.stringify([file, format ?? {}]);
  const known = files.get(key);
  if (known !== undefined) return known;
  const read = await readFile(resolve(folder, file), file, format);
  files.set(key, read);
  return read;
}

function requireSomebody({ columns, ledger }: IngestedTable): void {
  if (columns.numRows > 0) return;
  const reasons = accountsOf(ledger).flatMap((account) => account.reasons.map(({ code, rows }) => `${code} ${rows}`));
  const rows = ledger.rows.cells.length;
  throw new Failure(
    "data",
    `people: ${rows === 0 ? "there are no rows" : `none of ${rows} rows can be used (${reasons.join(", ")})`}`,
  );
}

/** What is wrong with the rows of every table, and which of it is about victim-survivors. */
async function troubles(
  ingested: readonly IngestedTable[],
  people: IngestedTable | undefined,
): Promise<Pick<Ingested, "issues" | "issuesApart" | "rejected">> {
  const apartIn = rowsApart(people);
  const issuesApart = new Set<Issue>();
  const issues: Issue[] = [];
  const rejected: RejectedTable[] = [];
  for (const table of ingested) {
    await fetchRejected(table.ledger);
    const apart = apartIn(table);
    const own = issuesOf(table.ledger);
    for (const issue of own) {
      issues.push(issue);
      if (isIssueApart(issue, table, apart)) issuesApart.add(issue);
    }
    rejected.push(...rejectedTables(table.ledger, apart));
  }
  return { issues, issuesApart, rejected };
}

/** Of each file once, though two tables may read it, then of each table's columns. */
function assumptionsOf(ingested: readonly IngestedTable[]): Assumption[] {
  const tables = new Map<FlatFile, string>();
  for (const { ledger } of ingested) {
    for (const file of ledger.rows.files) if (!tables.has(file)) tables.set(file, ledger.table);
  }
  const ofFiles = [...tables].flatMap(([{ shown, assumptions }, table]) =>
    assumptions.map(({ evidence, fix, ...assumption }) => ({
      ...assumption,
      evidence: `${shown}: ${evidence}`,
      fix: fix.startsWith("format.") ? `data.tables.${table}.${fix}` : fix,
    })),
  );
  return [...ofFiles, ...ingested.flatMap(({ assumptions }) => assumptions)];
}

async function inputsOf(files: readonly FlatFile[]): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  for (const { shown, sha256, rows } of files) {
    inputs.set(shown, { file: shown, sha256: await sha256, rows: rows.length });
  }
  return [...inputs.values()];
}
