import { locateColumns } from "../files/locate-columns.ts";
import { originOf } from "../table/table-rows.ts";
import { decisionColumns } from "./decisions.ts";
import type { PairScores } from "./fit-blocks.ts";
import { identifierRole } from "./identifier-roles.ts";
import type { ReviewList } from "./linkage.ts";
import { identifierHeader, type LinkedSide } from "./read-identifiers.ts";

/** One pair to look at. */
export interface ReviewPair {
  /** Positions in the two sides. */
  readonly row: number;
  readonly person: number;
  /** `rule 2: surname + birth_date finds 2 people`. */
  readonly why: string;
  /** Where the pair stands in a scored block. */
  readonly scored: { readonly scores: PairScores; readonly pattern: number; readonly exclusive: number | null } | null;
  readonly check: string;
}

/** The list as a table: places, scores, and both rows' identifiers as received, side by side. */
export function reviewList(
  side: LinkedSide,
  people: LinkedSide,
  roles: readonly string[],
  pairs: readonly ReviewPair[],
): ReviewList {
  const [ofRows, ofPeople] = [receivedCells(side, roles), receivedCells(people, roles)];
  const [file, row, peopleFile, peopleRow, check, decision] = decisionColumns;
  const places = [file, row, peopleFile, peopleRow, "why", "pattern", "weight", "posterior", "alone", check, decision];
  return {
    table: side.table,
    header: [...places, ...roles.flatMap((role) => [role, `people_${role}`])],
    rows: pairs.map((pair) => [
      ...placeOf(side, pair.row),
      ...placeOf(people, pair.person),
      pair.why,
      ...scoreCells(pair.scored),
      pair.check,
      "",
      ...roles.flatMap((_, index) => [ofRows(pair.row)[index]!, ofPeople(pair.person)[index]!]),
    ]),
  };
}

function placeOf({ rows, at }: LinkedSide, position: number): [file: string, row: string] {
  const origin = originOf(rows, at[position]!);
  return [rows.files[origin.file]!.shown, String(origin.row)];
}

/** Pattern in words, weight in bits, probability given one person at most, and of the pair alone. */
function scoreCells(scored: ReviewPair["scored"]): [pattern: string, weight: string, posterior: string, alone: string] {
  if (scored === null) return ["", "", "", ""];
  const { scores, pattern, exclusive } = scored;
  const words = scores.roles.map((role, index) => {
    const level = scores.levels[pattern]![index]!;
    return `${role} ${level === -1 ? "missing" : identifierRole(role).levels[level]!}`;
  });
  const weight = scores.weights[pattern]!;
  return [
    words.join("; "),
    Number.isFinite(weight) ? weight.toFixed(2) : "",
    exclusive === null ? "" : exclusive.toFixed(4),
    scores.posteriors[pattern]!.toFixed(4),
  ];
}

function receivedCells(
  { rows, at, table, source }: LinkedSide,
  roles: readonly string[],
): (position: number) => string[] {
  const headers = roles.map((role) => identifierHeader({ table, source }, identifierRole(role)));
  const places = rows.files.map((file) => headers.map((header) => locateColumns(file, [header]).positions[0]!));
  return (position) => {
    const row = at[position]!;
    return places[originOf(rows, row).file]!.map((place) => rows.cells[row]![place]!);
  };
}
