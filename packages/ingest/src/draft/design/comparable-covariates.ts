import { type Cohort, covariatesOfPeople } from "@likewise/schema";
import type { DraftColumn } from "../draft-source.ts";
import type { DraftTable } from "../draft-study.ts";
import { draftValues } from "../draft-values.ts";
import type { DraftArms } from "./ask-arms.ts";
import type { BaselineItems } from "./draft-outcomes.ts";

export interface Comparable {
  readonly listed: string[];
  /** Mapped and not compared on, with the reason. */
  readonly setAside: readonly string[];
}

/** More people than this without a value would be lost to the comparison. */
const mostMissing = 0.1;
/** A level that hardly anybody of an arm has leaves nobody there to compare with. */
const leastOfLevel = 3;

/** What people are compared on: known before the index date, of nearly everybody, in both arms, each thing once. */
export function comparable(
  people: DraftTable,
  arms: DraftArms | null,
  cohort: Cohort,
  dropped: ReadonlySet<string>,
  baseline: BaselineItems,
): Comparable {
  const columns = people.columns.filter(({ name }) => !dropped.has(name));
  const { own, derived } = covariatesOfPeople(
    columns.map(({ name }) => name),
    cohort,
  );
  const reasons = new Map(
    own.map((name) => [name, reasonAside(people, arms, columns.find((one) => one.name === name)!)]),
  );
  return {
    listed: [
      ...own.filter((name) => reasons.get(name) === null),
      ...derived.filter((name) => name === "age"),
      ...baseline.map(({ id }) => id),
    ],
    setAside: own.flatMap((name) => (reasons.get(name) === null ? [] : [`${name} (${reasons.get(name)})`])),
  };
}

function reasonAside({ choice }: DraftTable, arms: DraftArms | null, draft: DraftColumn): string | null {
  const { column, words, missingTexts, missingNumbers, isCovariate } = draft;
  if (isCovariate && ["priorDomesticAbuse", "priorCount"].includes(words.field)) {
    return "the events say the same of everybody in one way";
  }
  if (column.texts.length < 2) return "everybody has the same";
  const unknown = (text: string) => text === "" || missingTexts.has(text) || missingNumbers.has(text);
  const position = choice.columns.indexOf(column);
  const cells = choice.file.rows.map((row) => (row[position] ?? "").trim());
  const missing = cells.filter(unknown).length;
  if (missing > mostMissing * cells.length) return `missing in ${missing} of ${cells.length} rows`;
  if (arms === null || arms.position === -1 || ["number", "year", "date"].includes(words.cells)) return null;
  const { values } = draftValues(choice.table, column, words);
  const levels = new Map<string, { treated: number; comparison: number }>();
  for (const [row, text] of cells.entries()) {
    if (unknown(text)) continue;
    const level = String(values[text] ?? text);
    const count = levels.get(level) ?? { treated: 0, comparison: 0 };
    levels.set(level, count);
    const arm = (choice.file.rows[row]![arms.position] ?? "").trim();
    if (arms.treated.has(arm)) count.treated++;
    else if (arms.comparison.has(arm)) count.comparison++;
  }
  const rare = [...levels.values()].filter((one) => Math.min(one.treated, one.comparison) < leastOfLevel).length;
  if (rare === 0) return null;
  return `${rare} of its ${levels.size} levels hardly occur in one arm; merge them by values first`;
}
