import { sha256Text } from "@likewise/engine";
import { originOf, type TableRows } from "../table/table-rows.ts";
import type { Decision } from "./decisions.ts";
import type { IdentifierValues, LinkedSide } from "./read-identifiers.ts";

type Identifiers = ReadonlyMap<string, IdentifierValues>;

/** Decisions that stand, by row of the table (position in its side) and by person. */
export interface SettledDecisions {
  readonly accepted: ReadonlyMap<number, number>;
  readonly rejected: ReadonlyMap<number, ReadonlySet<number>>;
  readonly used: number;
  readonly stale: number;
}

/** Finds the pairs decisions are about. One whose rows now say something else, or are gone, is stale and settles nothing. */
export function settleDecisions(
  decisions: readonly Decision[],
  side: LinkedSide,
  people: LinkedSide,
  identifiers: { readonly rows: Identifiers; readonly people: Identifiers },
): SettledDecisions {
  if (decisions.length === 0) return { accepted: new Map(), rejected: new Map(), used: 0, stale: 0 };
  const [rowAt, personAt] = [positions(side), positions(people)];
  const accepted = new Map<number, number>();
  const rejected = new Map<number, Set<number>>();
  let used = 0;
  for (const decision of decisions) {
    const row = rowAt(decision.file, decision.row);
    const person = personAt(decision.peopleFile, decision.peopleRow);
    if (row === undefined || person === undefined) continue;
    if (pairCheck(identifiers, row, person) !== decision.check) continue;
    used++;
    if (decision.accepted) accepted.set(row, person);
    else rejected.set(row, (rejected.get(row) ?? new Set()).add(person));
  }
  return { accepted, rejected, used, stale: decisions.length - used };
}

/**
 * What two rows say of themselves, in short: sixteen figures of a hash over every identifier compared. The letter in
 * front keeps a spreadsheet from taking it for a number.
 */
export function pairCheck(
  { rows, people }: { readonly rows: Identifiers; readonly people: Identifiers },
  row: number,
  person: number,
): string {
  const said = (identifiers: Identifiers, at: number) =>
    [...identifiers].map(([role, { codes, values }]) => [role, codes[at] === -1 ? null : values[codes[at]!]!]);
  return `x${sha256Text(JSON.stringify([said(rows, row), said(people, person)])).slice(0, 16)}`;
}

/** The position in a side of a row of a file. */
function positions({ rows, at }: LinkedSide): (file: string, row: number) => number | undefined {
  const positionOf = new Map(Array.from(at, (row, position) => [keyOf(rows, row), position] as const));
  return (file, row) => positionOf.get(`${row} ${file}`);
}

function keyOf(rows: TableRows, row: number): string {
  const origin = originOf(rows, row);
  return `${origin.row} ${rows.files[origin.file]!.shown}`;
}
