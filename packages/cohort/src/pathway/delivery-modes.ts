import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { byLevel, levelReader, readCases } from "./cases.ts";
import { dimensionOf, levelsOf, notInData, notRecorded, shareCell, total } from "./cells.ts";

export interface DeliveryModes {
  readonly kind: "likewise/delivery-modes";
  readonly definition: "completed-of-started-by-mode";
  readonly rows: readonly {
    readonly mode: string;
    readonly started: number;
    readonly open: number;
    /** Of those who started and are not open. */
    readonly completed: Share;
    readonly reasons: readonly { readonly reason: string; readonly people: number }[];
  }[];
  /** People get a mode for a reason that may itself decide how they do: confounding by indication. */
  readonly notice: { readonly id: "confounding-by-indication"; readonly why: string } | null;
  readonly refusals: readonly Refusal[];
}

/**
 * Completion by mode of delivery, with why people got the mode. Where there are two modes the result carries a notice that
 * they cannot be compared as they stand: one-to-one is for those whom a group cannot reach.
 */
export function deliveryModes({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): DeliveryModes {
  const cases = readCases({ plan, tables });
  const modeOf = levelReader(cases, "referrals.mode");
  const reasonOf = levelReader(cases, "referrals.mode_reason");
  const started = [...(cases.reached.get("started")?.keys() ?? [])].sort((a, b) => a - b);
  const rows =
    modeOf === null
      ? []
      : [...byLevel(started, modeOf)].map(([mode, units]) => {
          const completed = units.filter((unit) => cases.reached.get("completed")?.has(unit) === true).length;
          const open = units.filter(
            (unit) => cases.reached.get("completed")?.has(unit) !== true && cases.departure(unit) === null,
          ).length;
          return {
            mode: mode ?? notRecorded,
            started: units.length,
            open,
            completed: shareOf(completed, units.length - open),
            reasons: [...byLevel(units, reasonOf ?? (() => null))].map(([reason, some]) => ({
              reason: reason ?? notRecorded,
              people: some.length,
            })),
          };
        });
  return {
    kind: "likewise/delivery-modes",
    definition: "completed-of-started-by-mode",
    rows,
    notice:
      rows.filter(({ mode }) => mode !== notRecorded).length < 2
        ? null
        : {
            id: "confounding-by-indication",
            why: "The mode is chosen for reasons that also bear on the outcome; a difference between modes is not an effect of the mode",
          },
    refusals:
      modeOf === null ? [notInData("mode-not-in-data", "completion by mode of delivery", "referrals.mode")] : [],
  };
}

export function deliveryModeTables({ rows }: DeliveryModes): Table[] {
  if (rows.length === 0) return [];
  const sum = (pick: (row: DeliveryModes["rows"][number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
  return [
    {
      id: tableId("completion-by-mode"),
      title: "Completion by mode of delivery, cases still open left out; the modes are chosen, not compared",
      unit: "person",
      definition: "completed-of-started-by-mode",
      window: null,
      dimensions: [dimensionOf("mode", "Mode", levelsOf(rows.map(({ mode }) => mode)), true)],
      cells: [
        ...rows.map(({ mode, completed }) => shareCell({ mode }, completed.numerator, completed.denominator)),
        shareCell(
          { mode: total },
          sum((row) => row.completed.numerator),
          sum((row) => row.completed.denominator),
        ),
      ],
      linked: [],
    },
  ];
}
