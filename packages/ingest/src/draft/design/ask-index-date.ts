import { shareOfKind } from "../cell-kind.ts";
import { draftDates } from "../draft-dates.ts";
import type { DraftColumn } from "../draft-source.ts";
import type { DraftTable } from "../draft-study.ts";
import type { Questions } from "../questions.ts";
import type { DraftArms } from "./ask-arms.ts";

/** Where the index date stands. */
export interface DraftIndex {
  readonly reference: string | null;
  /** What people map for it. */
  readonly column: DraftColumn | null;
}

export function askIndexDate(
  { ask }: Questions,
  people: DraftTable,
  tables: readonly DraftTable[],
  arms: DraftArms | null,
): DraftIndex {
  const own = dateColumns(people, tables).map(({ column, recognised }) => ({
    index: { reference: "people.index_date", column },
    recognised,
    words: `"${column.column.header}", of each person's first row`,
    evidence: `${column.column.header}: ${filledByArm(people, column, arms)}`,
  }));
  const elsewhere = [
    ["selections", "decision_date"],
    ["referrals", "referral_date"],
    ["stages", "date"],
  ].flatMap(([name, field]) => {
    const table = tables.find(({ choice }) => choice.table === name && choice.file !== people.choice.file);
    const column = table?.columns.find((one) => one.name === field);
    if (column === undefined) return [];
    return [
      {
        index: { reference: `${name}.${field}`, column: null },
        recognised: true,
        words: `"${column.column.header}" of ${name}, the first of each person`,
        evidence: `${name} has ${column.column.header} for ${table!.choice.matches.get("person")?.column.texts.length ?? 0} ids`,
      },
    ];
  });
  const all = [
    ...own.filter(({ recognised }) => recognised),
    ...elsewhere,
    ...own.filter(({ recognised }) => !recognised),
  ].slice(0, 5);
  if (all.length === 0) return { reference: null, column: null };
  const chosen = ask({
    id: "index-date",
    question: "On which day does follow-up start, by the same rule in both arms?",
    evidence: all
      .map(({ evidence }) => evidence)
      .concat(secondRows(people))
      .join("; "),
    choices: all.map(({ words }) => words),
  });
  return all[chosen]!.index;
}

/** Dates in the people's file that could start follow-up, the referral first; when a case closed is no start. */
function dateColumns(
  people: DraftTable,
  tables: readonly DraftTable[],
): readonly { readonly column: DraftColumn; readonly recognised: boolean }[] {
  const { choice, identifying } = people;
  const sharing = tables.filter((table) => table.choice.file === choice.file);
  const fieldOf = (header: string) =>
    sharing.flatMap(({ columns }) => columns).find(({ column }) => column.header === header)?.name ?? "";
  const rank = ["index_date", "decision_date", "referral_date", "session_date", ""];
  const found = choice.columns.flatMap((column) => {
    const field = fieldOf(column.header);
    if (identifying.has(column.header) || !rank.includes(field)) return [];
    if (column.present === 0 || shareOfKind(column, "date", undefined) < 0.8) return [];
    const dates = draftDates(column, choice.file.realDates);
    // A day that nearly all share is that of a print or an update.
    if (dates.dayOf.size < 3) return [];
    const draft: DraftColumn = {
      name: "index_date",
      column,
      words: { field: "index_date", headers: [], cells: "date" },
      dates,
      missingTexts: new Map(),
      missingNumbers: new Map(),
      isCovariate: false,
      isId: false,
      isRequired: false,
      because: "the day follow-up starts, of each person's first row",
    };
    return [{ column: draft, recognised: field !== "" }];
  });
  const rankOf = ({ column }: { readonly column: DraftColumn }) => rank.indexOf(fieldOf(column.column.header));
  return found.sort((a, b) => rankOf(a) - rankOf(b));
}

function filledByArm({ choice }: DraftTable, { column, dates }: DraftColumn, arms: DraftArms | null): string {
  const position = choice.columns.indexOf(column);
  const filled = (of: ReadonlySet<string> | null) => {
    const rows = choice.file.rows.filter((row) => of === null || of.has((row[arms!.position] ?? "").trim()));
    return `${rows.filter((row) => dates!.dayOf.has((row[position] ?? "").trim())).length} of ${rows.length}`;
  };
  if (arms === null || arms.position === -1) return `a date in ${filled(null)} rows`;
  return `a date in ${filled(arms.treated)} rows of ${arms.plan.treated.join(", ")} and ${filled(arms.comparison)} of ${arms.plan.comparison.join(", ")}`;
}

function secondRows({ choice }: DraftTable): string[] {
  const person = choice.matches.get("person")!.column;
  const several = person.counts.filter((count) => count > 1).length;
  return several === 0 ? [] : [`${several} ${several === 1 ? "person has" : "people have"} more than one row`];
}
