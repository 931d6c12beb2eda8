import { calendarDate, type Linkage, type TableSource } from "@likewise/schema";
import { countRows } from "../bulk/count-rows.ts";
import { type IssueLedger, noteFileIssue, noteIssue } from "../table/issue-ledger.ts";
import { type ReadColumn, type TextColumnCodes, textAt } from "../table/read-column.ts";
import type { Century } from "../values/read-date.ts";
import type { Decision } from "./decisions.ts";
import { type LinkablePeople, linkTable } from "./link-table.ts";
import type { Linked } from "./linkage.ts";
import type { LinkedSide } from "./read-identifiers.ts";

/** Links the rows of a table that still stand, rejects those it does not link, and gives its column of person ids. */
export type Linker = (
  ledger: IssueLedger,
  source: TableSource,
) => { readonly texts: TextColumnCodes; readonly linked: Linked };

/** People whose rows are used, as their table is when it is finished. */
export interface FinishedPeople {
  readonly ledger: IssueLedger;
  readonly read: ReadonlyMap<string, ReadColumn>;
  readonly columns: LinkablePeople["columns"];
}

/**
 * The linker of one linkage of the plan.
 *
 * @param decisions read back from a review list; null where the plan names none
 * @param asAt      the extract date, whole days since 1970-01-01
 */
export function linkerOf(
  linkage: Linkage,
  finished: FinishedPeople,
  peopleSource: TableSource,
  decisions: readonly Decision[] | null,
  asAt: number | null,
): Linker {
  const people = linkablePeople(finished, peopleSource);
  const century: Century | null = asAt === null ? null : { year: calendarDate(asAt).year, kind: "birth" };
  return (ledger, source) => {
    const at = standingRows(ledger);
    const side: LinkedSide = { table: ledger.table, source, rows: ledger.rows, at };
    const { ids, forReview, linked } = linkTable(linkage, side, people, century, decisions ?? []);
    at.forEach((row, position) => {
      if (ids[position] === null) noteIssue(ledger, forReview[position] === 1 ? "link_for_review" : "not_linked", row);
    });
    const { stale } = linked.summary.decisions;
    if (stale > 0) noteFileIssue(ledger, "decision_stale", linkage.decisions!, null, { decisions: stale }, []);
    return { texts: idTexts(ids, at, ledger.rejected.length), linked };
  };
}

/** Each person once: a study whose key lets a person have several rows is linked by the first. */
function linkablePeople({ ledger, read, columns }: FinishedPeople, source: TableSource): LinkablePeople {
  const person = read.get("person")!;
  const used = standingRows(ledger);
  const idOf = Array.from(used, (row) => textAt(person, row)!);
  const seen = new Set<string>();
  const firsts = [...idOf.keys()].filter((position) => !seen.has(idOf[position]!) && seen.add(idOf[position]!));
  return {
    table: "people",
    source,
    rows: ledger.rows,
    at: Int32Array.from(firsts, (position) => used[position]!),
    ids: firsts.map((position) => idOf[position]!),
    columns,
    columnRows: Int32Array.from(firsts),
  };
}

function standingRows({ rejected }: IssueLedger): Int32Array {
  const rows: number[] = [];
  rejected.forEach((isRejected, row) => {
    if (isRejected === 0) rows.push(row);
  });
  return Int32Array.from(rows);
}

/** The ids as a column of texts; rows without one have none, as have rows that could not be taken apart. */
function idTexts(ids: readonly (string | null)[], at: Int32Array, rows: number): TextColumnCodes {
  const texts = [...new Set(ids.filter((id) => id !== null))];
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  const codes = new Int32Array(rows).fill(-1);
  at.forEach((row, position) => {
    codes[row] = codeOf.get(ids[position] ?? "") ?? -1;
  });
  return { codes, texts, rowsOf: countRows(codes, texts.length) };
}
