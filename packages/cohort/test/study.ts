import {
  booleanColumn,
  type ColumnData,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  parseIsoDate,
  type StudyPlan,
  textColumn,
} from "@likewise/schema";

type Cell = string | number | boolean | null;

const dates = new Set([
  "decision_date",
  "referral_date",
  "closed_date",
  "date",
  "event_date",
  "from",
  "to",
  "searched_on",
  "offer_date",
  "index_date",
  "session_date",
  "period_from",
  "period_to",
  "sent",
  "replied",
  "set",
  "birth_date",
  "called",
  "due",
  "done",
]);
const texts = new Set(["person", "linked_person", "victim"]);

/** A table written row by row; dates as ISO text. The type of a column follows its name and its cells. */
export function tableOf(names: readonly string[], ...rows: readonly (readonly Cell[])[]): Columns {
  return columnsOf(
    Object.fromEntries(
      names.map((name, index) => [
        name,
        columnOf(
          name,
          rows.map((row) => row[index] ?? null),
        ),
      ]),
    ),
  );
}

function columnOf(name: string, cells: readonly Cell[]): ColumnData {
  if (dates.has(name)) return dateColumn(cells.map((cell) => (cell === null ? null : day(String(cell)))));
  if (texts.has(name)) return textColumn(cells as (string | null)[]);
  const present = cells.filter((cell) => cell !== null);
  if (present.length > 0 && present.every((cell) => typeof cell === "boolean")) {
    return booleanColumn(cells as (boolean | null)[]);
  }
  if (name === "birth_year" || name === "severity" || name === "line" || name === "count" || name === "open_days")
    return integerColumn(cells as (number | null)[]);
  if (present.length > 0 && present.every((cell) => typeof cell === "number")) {
    return numberColumn(cells as (number | null)[]);
  }
  return categoryColumn(cells as (string | null)[]);
}

export function day(iso: string): number {
  const days = parseIsoDate(iso);
  if (days === null) throw new RangeError(`day: iso must be a date that exists, got ${iso}`);
  return days;
}

/** A plan with the least it may have; the parts given replace those here. */
export function planOf(parts: {
  cohort?: StudyPlan["cohort"];
  outcomes?: StudyPlan["outcomes"];
  data?: StudyPlan["data"];
}): StudyPlan {
  return {
    version: 1,
    title: "A study",
    data: parts.data ?? { asAt: "2024-06-30", tables: {} },
    cohort: parts.cohort ?? {},
    outcomes: parts.outcomes ?? [
      {
        id: "arrest",
        label: "Arrest",
        basis: "recorded-crime",
        reporter: "police",
        definition: "recorded",
        kind: "binary",
        direction: "lower",
        from: "outcomes",
      },
    ],
    comparisons: [{ id: "headline", assignment: "selected", comparator: "concurrent-untreated" }],
  };
}
