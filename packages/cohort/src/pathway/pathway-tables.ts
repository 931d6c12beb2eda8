import { type Cell, type Dimension, naturalOrder, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, shareCell, total } from "./cells.ts";
import type { PathwayLevel, PathwayResult, PathwayRow } from "./pathway.ts";

/**
 * The pathway as tables: for everyone and for each breakdown, what came in and went out of each step, shares of the step
 * before and of referrals, median days, and reasons for leaving. Every cell counts people; a median stands as the value,
 * with the people it is of. Reasons by month of referral are left to the data: the table would have more cells than cases.
 * They overlap: what came into one step went out of the one before. Disclosure control cannot see that from separate tables,
 * so they are for the exact edition; `furthestTables` is the pathway to publish.
 *
 * @returns tables with totals; those of one kind are linked, as they share margins
 */
export function pathwayTables({ overall, breakdowns }: PathwayResult): Table[] {
  const parts = [
    { by: null, levels: [] as readonly PathwayLevel[] },
    ...breakdowns.map(({ by, levels }) => ({ by: by as string | null, levels })),
  ];
  const tables = parts.flatMap(({ by, levels }) =>
    kinds
      .filter(({ kind }) => kind !== "leaving" || by !== "referral-month")
      .map((kind) => tableOfKind(kind, by, levels, overall)),
  );
  return tables.map((table) => ({
    ...table,
    linked: tables
      .filter((other) => other.definition === table.definition && other.id !== table.id)
      .map(({ id }) => id),
  }));
}

interface Kind {
  readonly kind: string;
  readonly title: string;
  /** Further dimension of the table, over all levels. */
  readonly inner: (overall: PathwayLevel) => Dimension | null;
  readonly cells: (row: PathwayRow, at: Cell["at"], inner: Dimension | null) => readonly Cell[];
  /** Whether the first step, which nobody came in to, has cells. */
  readonly first: boolean;
}

const kinds: readonly Kind[] = [
  {
    kind: "share-of-referrals",
    title: "Share of people referred who reached each step",
    inner: () => null,
    first: true,
    cells: ({ shareOfReferrals }, at) =>
      shareOfReferrals === null ? [] : [shareCell(at, shareOfReferrals.numerator, shareOfReferrals.denominator)],
  },
  {
    kind: "share-of-step-before",
    title: "Share of people at the step before who reached each step",
    inner: () => null,
    first: false,
    cells: ({ shareOfPrevious }, at) =>
      shareOfPrevious === null ? [] : [shareCell(at, shareOfPrevious.numerator, shareOfPrevious.denominator)],
  },
  {
    kind: "flow",
    title: "What became of the people at the step before",
    inner: () =>
      dimensionOf(
        "fate",
        "What became of them",
        [
          { id: "passed", label: "Reached this step" },
          { id: "open", label: "Case still open" },
          { id: "left", label: "Left" },
        ],
        true,
      ),
    first: false,
    cells: ({ countIn, countOut, open, left }, at) =>
      countIn === null
        ? []
        : (
            [
              ["passed", countOut!],
              ["open", open!],
              ["left", left!],
              [total, countIn],
            ] as const
          ).map(([fate, count]) => countCell({ ...at, fate }, count)),
  },
  {
    kind: "days",
    title: "Median days from the step before, among people with both days",
    inner: () => null,
    first: false,
    cells: ({ medianDays, daysKnown, countOut }, at) => [figureCell(at, daysKnown, countOut, medianDays)],
  },
  {
    kind: "leaving",
    title: "Why people left before each step",
    inner: ({ rows }) => {
      const reasons = new Set(rows.flatMap(({ leaving }) => leaving.map(({ code }) => code)));
      return dimensionOf("reason", "Reason", levelsOf([...reasons].sort(naturalOrder)), true);
    },
    first: false,
    cells: ({ leaving, left }, at, inner) =>
      inner!.levels.map(({ id }) =>
        countCell({ ...at, reason: id }, id === total ? left! : (leaving.find(({ code }) => code === id)?.rows ?? 0)),
      ),
  },
];

/** Steps before the referral stand in the table of everyone only, and have no reasons. */
function tableOfKind(
  { kind, title, inner, cells, first }: Kind,
  by: string | null,
  levels: readonly PathwayLevel[],
  overall: PathwayLevel,
): Omit<Table, "linked"> {
  const shown = overall.rows.filter(
    (row) =>
      (first || row.countIn !== null) &&
      (kind !== "share-of-referrals" || row.shareOfReferrals !== null) &&
      (kind !== "leaving" || row.shareOfReferrals !== null) &&
      (by === null || row.shareOfReferrals !== null) &&
      // Of the referral itself nobody is shown by level: everyone referred came in.
      (by === null || first || row.step !== "referred"),
  );
  const innerDimension = inner(overall);
  const stage = dimensionOf(
    "stage",
    "Step",
    shown.map(({ step, label }) => ({ id: step, label })),
    false,
  );
  const dimensions = [stage, ...(innerDimension === null ? [] : [innerDimension])];
  const rowsOf = (level: PathwayLevel) => level.rows.filter(({ step }) => shown.some((row) => row.step === step));
  if (by === null) {
    return {
      ...header(kind, title, null),
      dimensions,
      cells: rowsOf(overall).flatMap((row) => cells(row, { stage: row.step }, innerDimension)),
    };
  }
  const outer = dimensionOf(by, labelOf(by), levelsOf(levels.map(({ id }) => id)), true);
  return {
    ...header(kind, title, by),
    dimensions: [...dimensions, outer],
    cells: [
      ...levels.map((level) => ({ id: level.id, rows: rowsOf(level) })),
      { id: total, rows: rowsOf(overall) },
    ].flatMap(({ id, rows }) => rows.flatMap((row) => cells(row, { stage: row.step, [by]: id }, innerDimension))),
  };
}

function header(kind: string, title: string, by: string | null) {
  return {
    id: tableId("pathway-*", by === null ? kind : `${kind}-by-${idOf(by)}`),
    title: by === null ? title : `${title}, by ${labelOf(by).toLowerCase()}`,
    unit: "person" as const,
    definition: `pathway-${kind}`,
    window: null,
  };
}

function idOf(by: string): string {
  return by.replace(".", "-").replaceAll("_", "-");
}

/** "referrals.source" reads "Source"; a field whose name is no noun reads as what it says of the person. */
export function labelOf(by: string): string {
  const named = labels[by];
  if (named !== undefined) return named;
  const words = by.slice(by.indexOf(".") + 1).replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const labels: Readonly<Record<string, string>> = {
  "referrals.mandated": "Mandate",
};
