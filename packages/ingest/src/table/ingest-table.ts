import { type Columns, calendarDate, Failure, type RecordSchema, type TableSource } from "@likewise/schema";
import { checkCells } from "../checks/check-cells.ts";
import { checkDates } from "../checks/check-dates.ts";
import { checkDayOrder } from "../checks/check-day-order.ts";
import { checkEqualRows } from "../checks/check-equal-rows.ts";
import { checkKeys } from "../checks/check-keys.ts";
import { checkMissingCodes } from "../checks/check-missing-codes.ts";
import { checkMixedType } from "../checks/check-mixed-type.ts";
import { checkAgainstPeople, type KnownPeople } from "../checks/check-people.ts";
import { checkPercentages } from "../checks/check-percentages.ts";
import { checkSpellings } from "../checks/check-spellings.ts";
import { checkSpells } from "../checks/check-spells.ts";
import { checkStructure } from "../checks/check-structure.ts";
import type { Assumption } from "../files/assumption.ts";
import type { FlatFile } from "../files/flat-file.ts";
import { type StatedColumn, stopIdentifiers } from "../identifiers/stop-identifiers.ts";
import type { Linked } from "../linking/linkage.ts";
import type { Linker } from "../linking/linker.ts";
import type { MappedColumn } from "../mapping/mapped-column.ts";
import { readAges } from "../values/read-ages.ts";
import { settleDateFormats } from "../values/settle-date-formats.ts";
import { buildColumns } from "./build-columns.ts";
import { type IssueLedger, issueLedger, noteFileIssue } from "./issue-ledger.ts";
import { locatePositions } from "./locate-positions.ts";
import { columnTexts, type ReadColumn, readColumn } from "./read-column.ts";
import { tableRows } from "./table-rows.ts";
import { standingRows, type UsedRows, usedRows } from "./used-rows.ts";

/** A table read and checked. */
export interface IngestedTable {
  readonly columns: Columns;
  readonly used: UsedRows;
  readonly ledger: IssueLedger;
  readonly read: ReadonlyMap<string, ReadColumn>;
  /** Formats of dates that the cells prove and the plan does not declare. */
  readonly assumptions: readonly Assumption[];
  /** How its rows were linked to people; null where they bring the id of a person. */
  readonly linked: Linked | null;
}

/**
 * Reads and checks one table: structure of rows, then every cell, then rows against the calendar and the people, then
 * keys, then what is only reported. Each step looks at what the steps before left standing.
 *
 * @param people what references are checked against; null while reading people, or when the study has none
 * @param asAt   the extract date, whole days since 1970-01-01
 * @param linker gives rows their person where they bring none
 */
export function ingestTable(
  schema: RecordSchema,
  source: TableSource,
  mapped: readonly MappedColumn[],
  files: readonly FlatFile[],
  people: KnownPeople | null,
  asAt: number | null,
  linker: Linker | null = null,
): IngestedTable {
  const rows = tableRows(files);
  const ledger = issueLedger(schema.table, rows);
  const positions = locatePositions(ledger, mapped);
  checkStructure(ledger);
  const broken = ledger.rejected.slice();
  const link = linker?.(ledger, source) ?? null;
  const places = mapped.map((column, index) => {
    return { mapped: column, positions: positions[index]!, mayStandAlone: standsAlone(schema, column) };
  });
  const fromFiles = columnTexts(
    places.filter(({ mapped: { source } }) => source.kind !== "linkage"),
    rows,
    broken,
  ).values();
  const texts = mapped.map((column) => (column.source.kind === "linkage" ? link!.texts : fromFiles.next().value!));
  const stated = stopIdentifiers(schema.table, mapped, texts, asAt === null ? null : calendarDate(asAt).year);
  noteStated(ledger, stated);
  const settled = settleDateFormats(schema.table, mapped, texts, rows);
  const received = settled.columns.map((column, index) => readColumn(column, texts[index]!));
  for (const column of received) requireReadableConstant(schema.table, column);
  for (const column of received) checkDayOrder(schema.table, column);
  const columns = received.map((column) => agesFor(column, received));
  const read = new Map(columns.map((column) => [column.mapped.name, column]));
  const statedKinds = new Map(stated.map(({ name, kind }) => [name, kind]));
  for (const column of columns) checkCells(ledger, column, statedKinds.get(column.mapped.name));
  checkDates(ledger, schema, read, asAt);
  if (people !== null) checkAgainstPeople(ledger, schema, read, people);
  const key = keyColumns(schema, source, read);
  if (key === null) checkEqualRows(ledger);
  else checkKeys(ledger, key, columns, source.standing);
  if (schema.spells) checkSpells(ledger, read);
  for (const column of columns) checkSpellings(ledger, column);
  for (const column of columns) checkMixedType(ledger, column);
  for (const column of columns) checkMissingCodes(ledger, column);
  for (const column of columns) checkPercentages(ledger, column);
  const used = standingRows(ledger.rejected);
  return {
    columns: buildColumns(columns, used, ledger.rejected),
    used: usedRows(rows, used),
    ledger,
    read,
    assumptions: settled.assumptions,
    linked: link?.linked ?? null,
  };
}

/** Ids of people are matched with those of other tables; other ids only with one another, and as they stand. */
function standsAlone(schema: RecordSchema, { name, normalise }: MappedColumn): boolean {
  const evenedOut = normalise !== undefined && normalise.length > 0;
  return name !== "person" && !Object.hasOwn(schema.references, name) && !evenedOut;
}

/** Dates of birth that are mapped to an age become ages here, before anything else looks at them. */
function agesFor(column: ReadColumn, columns: readonly ReadColumn[]): ReadColumn {
  if (column.reader !== "birth-date") return column;
  return readAges(column, columns.find(({ mapped }) => mapped.name === "index_date")!);
}

function noteStated(ledger: IssueLedger, stated: readonly StatedColumn[]): void {
  const rows = ledger.rows.files.map((file) => file.rows.length);
  for (const { header, label, why } of stated) {
    noteFileIssue(ledger, "stated_not_identifying", null, header, { label, why }, rows);
  }
}

function requireReadableConstant(table: string, { mapped, readings }: ReadColumn): void {
  if (mapped.source.kind !== "constant") return;
  const bad = readings.find((reading) => reading.problem !== undefined);
  if (bad?.problem !== undefined) {
    throw new Failure("usage", `${table}: the constant for ${mapped.name} cannot be read (${bad.problem})`);
  }
}

/** The plan's key, else the schema's where every part of it is read; null when there is none. */
function keyColumns(
  schema: RecordSchema,
  source: TableSource,
  read: ReadonlyMap<string, ReadColumn>,
): readonly ReadColumn[] | null {
  const names = source.key ?? schema.key;
  const columns = names.map((name) => read.get(name));
  const unread = names.find((_, index) => columns[index] === undefined);
  if (unread !== undefined && source.key !== undefined) {
    throw new Failure("usage", `${schema.table}: ${unread} is part of the key and not mapped`);
  }
  const byRow = columns.every((column) => !["column", "linkage"].includes(column?.mapped.source.kind ?? ""));
  if (names.length === 0 || unread !== undefined || byRow) return null;
  return columns as ReadColumn[];
}
