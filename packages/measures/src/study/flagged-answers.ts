import {
  type Columns,
  cell,
  type FlaggedAnswer,
  type MeasureDefinition,
  type MeasurePlan,
  naturalOrder,
  type StudyPlan,
} from "@likewise/schema";
import { itemColumn } from "../definition/item-numbers.ts";
import { measureDefinitions } from "../registry/measure-definitions.ts";

/**
 * Answers that a definition flags, where they are the last the person gave to the item: those of every instrument that ships
 * and of the study's own, whether or not the plan scores it, at whatever time point, by whoever answered.
 *
 * Nothing about scoring stands in the way: a questionnaire too incomplete to score, or coded in doubt, can hold the answer
 * that matters. A code that means no answer, or that the item does not have, is none.
 *
 * @missing of several answers of one day, and where days are not known, the most worrying one counts; an answer of an
 *   unknown day may be the last, so no dated one puts it aside
 */
export function flaggedAnswers({
  plan,
  tables,
  definitions,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
}): FlaggedAnswer[] {
  const { measures } = tables;
  if (measures === undefined) return [];
  const last = new Map<string, WatchedAnswer>();
  for (const watched of watchedItems(plan.measures ?? [], definitions)) watch(measures, watched, last);
  return mostWorrying([...last.values()])
    .filter(({ isFlagged }) => isFlagged)
    .map(({ isFlagged: _, ...one }) => one)
    .sort(
      (a, b) =>
        naturalOrder(a.measure.id, b.measure.id) ||
        a.item - b.item ||
        naturalOrder(a.person, b.person) ||
        naturalOrder(a.reporter ?? "", b.reporter ?? ""),
    );
}

interface WatchedAnswer extends FlaggedAnswer {
  readonly isFlagged: boolean;
}

interface WatchedItem {
  readonly measure: FlaggedAnswer["measure"];
  readonly item: number;
  readonly from: number;
  readonly code: string;
  readonly allowed: ReadonlySet<number>;
  isForm(name: string): boolean;
  isItem(name: string): boolean;
}

function watchedItems(
  entries: readonly MeasurePlan[],
  definitions: ReadonlyMap<string, MeasureDefinition>,
): WatchedItem[] {
  const own = [...definitions].map(([file, definition]) => ({
    definition,
    of: entries.filter((entry) => entry.definition === file),
  }));
  const shipped = measureDefinitions.map((definition) => ({
    definition,
    of: entries.filter((entry) => entry.definition === undefined && entry.measure === definition.id),
  }));
  return [...shipped, ...own].flatMap(({ definition, of }) =>
    (definition.items.flags ?? []).map(({ item, when, code }): WatchedItem => {
      const noAnswer = new Set(
        [definition.missingCodes ?? [], ...of.map(({ missingCodes = [] }) => missingCodes)].flat(),
      );
      const codes =
        definition.items.responses.find(({ items }) => items === "all" || items.includes(item))?.values ?? [];
      const forms = new Set([definition.id, ...of.flatMap(({ form }) => form ?? [])].map(bare));
      const names = new Set([itemColumn(definition, item), ...of.flatMap(({ items }) => items?.[item - 1] ?? [])]);
      const renamed = of.some(({ items }) => items !== undefined);
      return {
        measure: { id: definition.id, abbreviation: definition.abbreviation },
        item,
        from: when.gte,
        code,
        allowed: new Set(codes.filter((value) => !noAnswer.has(value))),
        isForm: (name) => forms.has(bare(name)),
        // A plan that names its items says which is which; otherwise the number a name ends in does: 9, item 9, phq9_9.
        isItem: (name) => names.has(name) || (!renamed && /(?:^|\D)0*(\d+)$/.exec(name)?.[1] === String(item)),
      };
    }),
  );
}

/** Of what each person said last and what they said on no known day, the more worrying one. */
function mostWorrying(answers: readonly WatchedAnswer[]): WatchedAnswer[] {
  const worst = new Map<string, WatchedAnswer>();
  for (const one of answers) {
    const key = JSON.stringify(givenTo(one));
    const standing = worst.get(key);
    if (standing === undefined || one.answer > standing.answer) worst.set(key, one);
  }
  return [...worst.values()];
}

function givenTo({ measure, item, person, reporter }: Pick<FlaggedAnswer, "measure" | "item" | "person" | "reporter">) {
  return [measure.id, item, person, reporter];
}

/** PHQ-9, phq9 and phq_9 are one form. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function watch(
  { numRows, columns: { person, measure, item, response, date, reporter } }: Columns,
  { isForm, isItem, ...watched }: WatchedItem,
  last: Map<string, WatchedAnswer>,
): void {
  const textOf = (column: Columns["columns"][string] | undefined, row: number) => {
    const value = column === undefined ? null : cell(column, row);
    return value === null ? null : String(value);
  };
  for (let row = 0; row < numRows; row++) {
    const [who, of, on, said] = [person, measure, item, response].map((column) => textOf(column, row));
    if (who == null || of == null || on == null || said == null || !isForm(of) || !isItem(on)) continue;
    const answer = said.trim() === "" ? Number.NaN : Number(said);
    if (!watched.allowed.has(answer)) continue;
    const by = textOf(reporter, row);
    const day = date?.type === "date" ? (cell(date, row) as number | null) : null;
    const key = JSON.stringify([...givenTo({ ...watched, person: who, reporter: by }), day === null]);
    const standing = last.get(key);
    if (standing !== undefined) {
      const later = (day ?? 0) - (standing.day ?? 0);
      if (later < 0 || (later === 0 && answer <= standing.answer)) continue;
    }
    const { measure: named, item: number, code, from } = watched;
    last.set(key, {
      person: who,
      reporter: by,
      measure: named,
      item: number,
      answer,
      code,
      day,
      isFlagged: answer >= from,
    });
  }
}
