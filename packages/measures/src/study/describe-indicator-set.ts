import { type Columns, categoryColumn, countName, type Table, tableId, withColumns } from "@likewise/schema";
import { indicatorShares } from "../indicators/indicator-shares.ts";
import { dimensionOf, levelsOf, shareCell, tableOf } from "./cells.ts";
import type { EntryDescribed, MeasuredEntry } from "./describe-measures.ts";
import { groupsOf } from "./groups-of.ts";
import { resultOf } from "./result-of.ts";

/** A set of indicators: the share in whom each is present, by group and time point; it has no total and no change score. */
export function describeIndicatorSet(entry: MeasuredEntry): EntryDescribed {
  const { id, plan, definition, forms, armOf } = entry;
  const { indicators = [], abbreviation } = definition;
  const none = { scores: new Map() };
  if (forms.answers === null)
    return {
      ...none,
      measures: [],
      tables: [],
      issues: [],
      refusals: [
        {
          id: `measure-no-answers:${id}`,
          what: `indicators of ${abbreviation}`,
          why: "the table holds no answers to its items by this reporter",
          unlocks: "Answers item by item: a set of indicators has no total",
        },
      ],
    };
  const people = forms.person.values.map((who) => armOf.get(who) ?? null);
  const asked: Columns = withColumns(forms.answers, {
    // One reporter an entry: what parts the rows here is the arm of the people.
    reporter: categoryColumn(people.map((arm) => arm ?? "neither")),
  });
  const { shares, issues } = indicatorShares({ definition, answers: asked });
  const groups = groupsOf(people);
  const cells = indicators.flatMap((indicator) =>
    plan.waves.flatMap((wave) =>
      groups.map(({ id: group }) => {
        const found = shares.find(
          (share) => share.indicator === indicator.id && share.wave === wave && share.reporter === group,
        );
        return {
          at: { indicator: indicator.id, wave, group },
          present: found?.present?.count ?? 0,
          answered: found?.present?.of ?? 0,
          open: found?.open ?? 0,
        };
      }),
    ),
  );
  const dimensions = [
    dimensionOf("indicator", "Indicator", levelsOf(indicators.map((one) => one.id))),
    dimensionOf("wave", "Time point", levelsOf(plan.waves)),
    dimensionOf("group", "Group", groups),
  ];
  const scoring = `indicators-${definition.id}-${definition.version}`;
  const tables: Table[] = [
    tableOf(
      tableId("measure-indicators-*", id),
      `${definition.title}: people in whom each indicator is present`,
      scoring,
      dimensions,
      cells.map(({ at, present, answered }) =>
        shareCell(at, present, answered, {
          numerator: countName(`indicator present ${id}`, at),
          denominator: countName(`indicator answered ${id}`, at),
        }),
      ),
    ),
    ...(cells.some(({ open }) => open > 0)
      ? [
          tableOf(
            tableId("measure-open-*", id),
            `${definition.title}: people whose answers leave an indicator open`,
            scoring,
            dimensions,
            cells.map(({ at, open, answered }) => shareCell(at, open, open + answered)),
          ),
        ]
      : []),
  ];
  return {
    ...none,
    measures: [resultOf(entry, { score: null, tables: tables.map((table) => table.id), refusals: [] })],
    tables,
    refusals: [],
    issues: issues
      .filter(({ code }) => code !== "reporter_missing")
      .map((issue) => ({ ...issue, table: "measures", row: forms.placeOf(issue.row! - 1), column: "response" })),
  };
}
