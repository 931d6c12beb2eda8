import { Failure } from "@likewise/schema";
import type { FlatFile } from "../files/flat-file.ts";
import { locateColumns } from "../files/locate-columns.ts";

/** What somebody has decided about one pair of the review list. */
export interface Decision {
  readonly file: string;
  /** 1-based row of data in the file, as in the review list. */
  readonly row: number;
  readonly peopleFile: string;
  readonly peopleRow: number;
  /** What the two rows said of themselves when the list was written. */
  readonly check: string;
  readonly accepted: boolean;
}

/** Headers by which a review list can be read back. */
export const decisionColumns = ["file", "row", "people_file", "people_row", "check", "decision"] as const;

/**
 * Reads a review list with its `decision` column filled in: accept or reject; blank leaves a pair undecided.
 *
 * @throws Failure `usage` when a column is missing, a decision is another word, a row number is none, or one row is
 *   accepted with two people
 */
export function readDecisions(file: FlatFile): Decision[] {
  const { positions } = locateColumns(file, decisionColumns);
  const accepted = new Set<string>();
  return file.rows.flatMap((cells, index) => {
    const [from, row, peopleFrom, peopleRow, check, decision] = positions.map((at) => (cells[at] ?? "").trim());
    if (decision === "") return [];
    const line = `${file.shown} row ${index + 1}`;
    const word = decision!.toLowerCase();
    if (word !== "accept" && word !== "reject") {
      throw new Failure("usage", `${line}: decision: expected accept, reject or nothing, found another word`);
    }
    if (!/^\d+$/.test(row!) || !/^\d+$/.test(peopleRow!)) {
      throw new Failure("usage", `${line}: expected the row and people_row of the review list, found no such number`);
    }
    if (word === "accept") {
      const key = `${row} ${from}`;
      if (accepted.has(key))
        throw new Failure("usage", `${line}: expected one person for a row, found a second accepted`);
      accepted.add(key);
    }
    return {
      file: from!,
      row: Number(row),
      peopleFile: peopleFrom!,
      peopleRow: Number(peopleRow),
      check: check!,
      accepted: word === "accept",
    };
  });
}
