import { isProse } from "../identifiers/is-prose.ts";
import { strayIdentifier } from "../identifiers/stray-identifier.ts";
import { type IssueCodeName, type IssueFacts, issueOf } from "../issue-codes.ts";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { rowsMarked } from "./note-rows.ts";

/**
 * Every cell of a column: what cannot be read, what must not be blank, and what must not be there.
 *
 * @param stated the kind of identifier which the plan says the cells only look like; null when it says nothing
 */
export function checkCells(ledger: IssueLedger, column: ReadColumn, stated: string | null = null): void {
  const problems = new Map<number, readonly Problem[]>();
  const isWrong = new Uint8Array(column.readings.length);
  for (let code = 0; code < isWrong.length; code++) {
    const found = problemsOf(column, code, stated);
    if (found.length === 0) continue;
    problems.set(code, found);
    isWrong[code] = 1;
  }
  const header = headerOf(column.mapped);
  for (const row of rowsMarked(column.codes, isWrong)) {
    for (const [problem, facts] of problems.get(column.codes[row]!)!) noteIssue(ledger, problem, row, header, facts);
  }
}

type Problem = readonly [IssueCodeName, IssueFacts];

/** One for all: a column may have a million different texts. */
const none: readonly Problem[] = [];

/** The words of what is wrong with the cell; the row is used without it. */
function cellMissing({ problem, facts }: UnreadCell): Problem {
  const { expected, found } = issueOf(problem, { table: "", file: null, row: null, column: null }, facts);
  return ["cell_set_missing", { expected, found }];
}

type UnreadCell = Extract<ReadColumn["readings"][number], { readonly problem: IssueCodeName }>;

function problemsOf({ mapped, texts, readings }: ReadColumn, code: number, stated: string | null): readonly Problem[] {
  const reading = readings[code]!;
  if (reading.problem !== undefined) {
    return [mapped.unreadableIsMissing ? cellMissing(reading) : [reading.problem, reading.facts]];
  }
  if (reading.value === null) return mapped.required ? [["required_missing", { field: mapped.name }]] : none;
  // Of a column that is read for its district only, nothing else goes further.
  if (typeof reading.value === "number" || mapped.isId || mapped.use === "district") return none;
  const text = texts[code]!.trim();
  if (stated !== "free-text" && isProse(text)) return [["free_text", {}]];
  const kind = strayIdentifier(text, stated);
  return kind === null ? none : [["identifier_in_cell", { kind }]];
}
