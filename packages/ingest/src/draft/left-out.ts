import { screenColumns } from "../identifiers/screen-columns.ts";
import { screenedColumn } from "../identifiers/screened-column.ts";
import type { TableChoice } from "./choose-tables.ts";
import type { DraftColumn } from "./draft-source.ts";

/** A column the draft does not map, and why. */
export interface LeftOut {
  readonly header: string;
  readonly why: string;
  readonly identifies: boolean;
}

/** What a file's columns identify people by, by header; nothing that does is ever drafted. */
export function identifyingColumns({ columns, matches }: TableChoice): ReadonlyMap<string, string> {
  const ids = new Set([...matches.values()].filter(({ words }) => words.cells === "id").map(({ column }) => column));
  const dates = new Set(
    [...matches.values()].filter(({ words }) => words.cells === "date").map(({ column }) => column),
  );
  const screened = columns.map((column) =>
    screenedColumn(
      column.header,
      column.texts,
      column.counts,
      ids.has(column) ? "id" : dates.has(column) ? "event-date" : "other",
    ),
  );
  return new Map(
    screenColumns(screened).map(({ column, kind, label, by, use }) => {
      const how = by === "header" ? `headed like ${label}` : `its cells look like ${label}`;
      return [column.header, `${how}; ${unlockWords(kind, use)}`] as const;
    }),
  );
}

function unlockWords(kind: string, use: "linking" | "age" | "district" | null): string {
  if (kind === "free-text")
    return "nothing lets it be read; where it holds codes after all, say so under `notIdentifying`";
  const linking = "list it under `identifiers` to link by it";
  return use === null || use === "linking"
    ? `${linking}; nothing else lets it be read`
    : `\`use: ${use}\` lets it be read as that alone; ${linking}`;
}

/** Every column of a file that no table drafted from it maps. */
export function leftOut(
  choice: TableChoice,
  drafted: readonly DraftColumn[],
  identifying: ReadonlyMap<string, string>,
): readonly LeftOut[] {
  const mapped = new Set(drafted.map(({ column }) => column.header));
  return choice.columns.flatMap(({ header, present }): LeftOut[] => {
    if (mapped.has(header) || header === "") return [];
    const why = identifying.get(header);
    if (why !== undefined) return [{ header, why, identifies: true }];
    const unknown =
      present === 0 ? "every cell is blank" : "no field of a record is headed like it; map it if it is needed";
    return [{ header, why: unknown, identifies: false }];
  });
}
