import {
  type Baseline,
  countName,
  isoDate,
  isPresent,
  parseIsoDate,
  type StudyPlan,
  type Table,
  tableId,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";
import { newcombeDifference, type Share, shareOf } from "@likewise/stats";
import { dimensionOf, figureCell, shareCell, total } from "../pathway/cells.ts";

export type CutStatus = "window-over" | "window-not-over" | "no-index-date";

export interface CutOfArm {
  readonly arm: "treated" | "comparison";
  readonly people: number;
  readonly over: Share;
  readonly notOver: number;
  readonly noIndexDate: number;
}

export interface DataCut {
  readonly kind: "likewise/data-cut";
  readonly window: string;
  /** Extract date, whole days since 1970-01-01. */
  readonly asAt: number;
  /** The last index date whose window, and the time allowed for proof, is over: the same in both arms. */
  readonly lastIndexDay: number;
  /** In the order of the baseline. */
  readonly status: readonly CutStatus[];
  readonly arms: readonly CutOfArm[];
  /** Share with the window over, treated minus comparison, with its 95 % interval; null where an arm has nobody. */
  readonly difference: { readonly value: number; readonly interval: readonly [number, number] } | null;
}

/**
 * The data cut: whose window is over on the day of the extract, proof included.
 *
 * One rule for both arms, on the index date alone: it looks at no outcome, so somebody who already has the event is left
 * out of a share as somebody without it is. Those left out of shares still serve as censored where time to the event is
 * analysed. Where the cut takes more of one arm, that arm entered later: compare within periods.
 *
 * @param baseline who is analysed, and their index dates
 * @param window   window id after the index date, such as moj-proven-12m
 * @param asAt     extract date, whole days since 1970-01-01
 * @throws RangeError when the window is not one after the index date
 */
export function dataCut({ baseline, window, asAt }: { baseline: Baseline; window: string; asAt: number }): DataCut {
  const definition = windowDefinition(window);
  if (definition.side !== "after") {
    throw new RangeError(`dataCut: window must lie after the index date, got ${window}`);
  }
  const endOf = (day: number) => {
    const { upTo, provenBy } = windowEdges(definition, day);
    return provenBy ?? upTo;
  };
  const { indexDate, arm } = baseline.table.columns;
  const status = Array.from(indexDate.values, (day, row): CutStatus => {
    if (!isPresent(indexDate, row)) return "no-index-date";
    return endOf(day) <= asAt ? "window-over" : "window-not-over";
  });
  const arms = (["treated", "comparison"] as const).map((name): CutOfArm => {
    const rows = status.filter((_, row) => (arm.values[row] === 1) === (name === "treated"));
    const count = (wanted: CutStatus) => rows.filter((one) => one === wanted).length;
    return {
      arm: name,
      people: rows.length,
      over: shareOf(count("window-over"), rows.length),
      notOver: count("window-not-over"),
      noIndexDate: count("no-index-date"),
    };
  });
  return {
    kind: "likewise/data-cut",
    window,
    asAt,
    lastIndexDay: lastDayWithEndBy(endOf, asAt),
    status,
    arms,
    difference: differenceOf(arms[0]!, arms[1]!),
  };
}

/**
 * The data cut of every window the outcomes of a plan have.
 *
 * @returns one for each window after the index date, in the plan's order; none without an extract date or an index date
 */
export function dataCuts({ plan, baseline }: { plan: StudyPlan; baseline: Baseline }): DataCut[] {
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  if (asAt === null || (plan.cohort.indexDate ?? null) === null) return [];
  const windows = new Set(plan.outcomes.flatMap(({ window }) => (window === undefined ? [] : [window])));
  return [...windows]
    .filter((window) => windowDefinition(window).side === "after")
    .map((window) => dataCut({ baseline, window, asAt }));
}

/** Who is left out because the window is not over, arm by arm. */
export function dataCutTables({ window, arms, lastIndexDay }: DataCut): Table[] {
  const statuses = [
    { id: "over", label: "Window over" },
    { id: "not-over", label: "Window not over" },
    { id: "no-index-date", label: "No index date" },
  ];
  const labels = { treated: "Treated", comparison: "Comparison" } as const;
  return [
    {
      id: tableId("data-cut-*", window),
      title: `People whose window is over; index dates up to ${isoDate(lastIndexDay)} are`,
      unit: "person",
      definition: "data-cut",
      window,
      dimensions: [
        dimensionOf(
          "arm",
          "Arm",
          arms.map(({ arm }) => ({ id: arm, label: labels[arm] })),
          false,
        ),
        dimensionOf("status", "On the day of the extract", statuses, true),
      ],
      cells: arms.flatMap(({ arm, people, over, notOver, noIndexDate }) => [
        {
          ...shareCell({ arm, status: "over" }, over.numerator, people),
          of: { numerator: countName("window over", { arm, window }) },
        },
        shareCell({ arm, status: "not-over" }, notOver, people),
        shareCell({ arm, status: "no-index-date" }, noIndexDate, people),
        figureCell({ arm, status: total }, people, people, people === 0 ? null : 1),
      ]),
      linked: [],
    },
  ];
}

/** Ends never come earlier for a later day, so the last is found from a day that is surely too late. */
function lastDayWithEndBy(endOf: (day: number) => number, asAt: number): number {
  let day = asAt;
  // The end lies as many days too late as there is to go back, or fewer: months differ by at most three days.
  while (endOf(day) > asAt) day -= Math.max(1, endOf(day) - asAt - 3);
  while (endOf(day + 1) <= asAt) day += 1;
  return day;
}

function differenceOf(treated: CutOfArm, comparison: CutOfArm): DataCut["difference"] {
  if (treated.people === 0 || comparison.people === 0) return null;
  const { difference, lower, upper } = newcombeDifference({
    first: { events: treated.over.numerator, total: treated.people },
    second: { events: comparison.over.numerator, total: comparison.people },
  });
  return { value: difference, interval: [lower, upper] };
}
