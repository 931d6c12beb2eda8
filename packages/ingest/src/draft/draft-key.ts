import { recordSchema, type TableSource } from "@likewise/schema";
import type { TableChoice } from "./choose-tables.ts";

/** Which fields identify a row, and which of several rows stands. */
export interface DraftKey {
  readonly key?: readonly string[];
  readonly standing?: NonNullable<TableSource["standing"]>;
  readonly evidence: string;
}

/** How many rows repeat a key, and how many of those say something else. */
interface Repeats {
  readonly groups: readonly (readonly number[])[];
  readonly different: number;
}

/**
 * The key of a table: the record's own where no two rows that share it differ, else with the person added where that
 * tells them apart (one crime with two suspects), else the record's own with a rule for which row stands.
 *
 * @param dayOf the day of a row by the record's own date, null where there is none
 */
export function draftKey(
  choice: TableChoice,
  idOf: (text: string) => string,
  dayOf: ((row: number) => number | null) | null,
): DraftKey {
  const { table, matches } = choice;
  const schema = recordSchema(table);
  const own = schema.key.filter((field) => matches.has(field));
  if (own.length === 0 || own.length < schema.key.length) return { evidence: "" };
  const repeats = repeatsOf(choice, own, idOf);
  if (repeats.groups.length === 0) return { evidence: `no two rows share ${own.join(" and ")}` };
  if (repeats.different === 0) return { evidence: repeating(repeats) };
  if (table !== "people" && !own.includes("person") && matches.has("person")) {
    const wider = [...own, "person"];
    const told = repeatsOf(choice, wider, idOf);
    if (told.different === 0) {
      return {
        key: wider,
        evidence: `${own.join(" and ")} alone stands ${times(repeats.different)} in rows of different people; ${repeating(told)}`,
      };
    }
  }
  const standing = dayOf === null ? null : standingByDay(table, repeats, dayOf);
  return {
    ...(standing === null ? {} : { standing }),
    evidence: `one ${own.join(" and ")} stands ${times(repeats.different)} in rows that differ${
      standing === null ? "; none of those rows is used until `standing` says which is" : ""
    }`,
  };
}

function repeatsOf({ file, matches }: TableChoice, key: readonly string[], idOf: (text: string) => string): Repeats {
  const rows = new Map<string, number[]>();
  for (const [index, row] of file.rows.entries()) {
    const parts = key.map((field) => {
      const text = (row[matches.get(field)!.position] ?? "").trim();
      return matches.get(field)!.words.cells === "id" ? idOf(text) : text;
    });
    if (parts.includes("")) continue;
    const id = parts.join("\u001f");
    rows.set(id, [...(rows.get(id) ?? []), index]);
  }
  const groups = [...rows.values()].filter((group) => group.length > 1);
  const content = (row: number) => file.rows[row]!.map((cell) => cell.trim()).join("\u001f");
  return { groups, different: groups.filter((group) => new Set(group.map(content)).size > 1).length };
}

function repeating({ groups }: Repeats): string {
  const rows = groups.reduce((sum, group) => sum + group.length - 1, 0);
  return rows === 1 ? "1 row repeats another in every cell" : `${rows} rows repeat another in every cell`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** People are taken as at their first row, anything else as it was last known; null where the order of rows says neither. */
function standingByDay(
  table: string,
  { groups }: Repeats,
  dayOf: (row: number) => number | null,
): "first" | "last" | null {
  const wanted = (group: readonly number[]) => {
    const days = group.map(dayOf).filter((day) => day !== null);
    return table === "people" ? Math.min(...days) : Math.max(...days);
  };
  const at = (group: readonly number[], end: number) => dayOf(group.at(end)!);
  if (groups.every((group) => at(group, 0) === wanted(group))) return "first";
  return groups.every((group) => at(group, -1) === wanted(group)) ? "last" : null;
}
