import {
  type CategoryColumn,
  type Columns,
  cell,
  type Issue,
  type MeasureDefinition,
  naturalOrder,
  type TextColumn,
} from "@likewise/schema";
import { type CountOf, countOf } from "../change/outcome-categories.ts";
import { itemValues } from "../scoring/item-values.ts";

/** One indicator as one kind of reporter sees it at one time point. */
export interface IndicatorShare {
  readonly indicator: string;
  readonly reporter: string;
  readonly wave: string;
  /** people asked about it and who answered, and those in whom it is present; null when nobody answered */
  readonly present: CountOf | null;
  /** people whose answers leave it open */
  readonly open: number;
}

export interface IndicatorShares {
  readonly kind: "likewise/indicator-shares";
  readonly measure: { readonly id: string; readonly version: string };
  /** by indicator, then reporter, then wave; accounts of different reporters never share a row */
  readonly shares: readonly IndicatorShare[];
  readonly issues: readonly Issue[];
}

/**
 * A set of indicators read item by item: the share in whom each is present, by reporter and time point. There is no total,
 * and what different people report is never pooled.
 *
 * Present where one of its items is; absent only where all are answered and none is.
 *
 * @param answers one row per person, reporter and wave, with columns `reporter` and `wave` beside the items
 * @throws RangeError when the definition is not a set of indicators or a column is not there
 * @missing people who left an item open that could decide it are counted as open, not as absent
 */
export function indicatorShares({
  definition,
  answers,
}: {
  readonly definition: MeasureDefinition;
  readonly answers: Columns;
}): IndicatorShares {
  const { indicators = [], kind, id, version } = definition;
  if (kind !== "indicator-set")
    throw new RangeError(`indicatorShares: definition must be a set of indicators, got ${kind}`);
  const read = itemValues({ definition, answers });
  const [reporter, wave] = ["reporter", "wave"].map((name) => {
    const column = answers.columns[name];
    if (column === undefined)
      throw new RangeError(
        `indicatorShares: answers must have a column ${name}, got ${Object.keys(answers.columns).join(", ")}`,
      );
    return Array.from(
      { length: answers.numRows },
      (_, row) => cell(column as TextColumn | CategoryColumn, row) as string | null,
    );
  }) as [(string | null)[], (string | null)[]];
  const issues: Issue[] = [...read.issues];
  reporter.forEach((who, row) => {
    if (who === null)
      issues.push({
        code: "reporter_missing",
        severity: "rejected",
        table: id,
        file: null,
        row: row + 1,
        column: "reporter",
        expected: "who reports",
        found: "a blank",
      });
  });
  const groups = new Map<string, { reporter: string; wave: string; rows: number[] }>();
  for (let row = 0; row < answers.numRows; row++) {
    const [who, when] = [reporter[row], wave[row]];
    if (who === null || when === null || who === undefined || when === undefined || read.refused[row] === 1) continue;
    const key = JSON.stringify([who, when]);
    const group = groups.get(key) ?? { reporter: who, wave: when, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const ordered = [...groups.values()].sort(
    (a, b) => naturalOrder(a.reporter, b.reporter) || naturalOrder(a.wave, b.wave),
  );
  const shares = indicators.flatMap((indicator) =>
    ordered.map(({ rows, ...group }): IndicatorShare => {
      let present = 0;
      let open = 0;
      for (const row of rows) {
        const known = indicator.items.filter((item) => read.answered[item - 1]![row] === 1);
        if (known.some((item) => read.values[item - 1]![row]! >= indicator.gte)) present++;
        else if (known.length < indicator.items.length) open++;
      }
      return { indicator: indicator.id, ...group, present: countOf(present, rows.length - open), open };
    }),
  );
  return {
    kind: "likewise/indicator-shares",
    measure: { id, version },
    shares,
    issues: issues.sort((a, b) => a.row! - b.row!),
  };
}
