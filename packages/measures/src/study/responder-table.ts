import { type Cell, type RespondersOfGroups, type Table, tableId } from "@likewise/schema";
import { dimensionOf, type Level, tableOf, valueCell } from "./cells.ts";
import { namesOf } from "./change-tables.ts";
import type { Line, LineChange } from "./describe-line.ts";

/**
 * Reliably better in one group and in the other: difference in shares, odds ratio, and people for one more. Where the
 * difference may be none, people for one more have no upper end, so that each side's least number stands alone.
 */
export function responderTable(line: Line, { change }: LineChange): Table[] {
  const { id, entry, scoring } = line;
  const { difference, groups } = change;
  if (difference === null || difference.responders === null) return [];
  const names = [difference.treated, difference.comparison].map((group) => namesOf(line, group));
  const seen = names.flatMap(({ better, both }) => [better, both]);
  const all = names.flatMap(({ first, firstOnly, betterOrLeft }) => [first, firstOnly, betterOrLeft]);
  const people = groups.reduce((sum, one) => sum + one.seen, 0);
  const started = groups.reduce((sum, one) => sum + one.started, 0);
  const rows = [
    ...amountsOf(difference.responders).map((row) => ({ ...row, people, from: seen })),
    ...boundsOf(difference.bounds, started > people).map((row) => ({
      ...row,
      people: started,
      from: [...seen, ...all],
    })),
  ];
  return [
    tableOf(
      tableId("measure-responders-*", id),
      `${entry.definition.title}: reliably better in the programme’s group beside the comparison group; ${
        difference.bothNeeded
          ? "groups not made by chance, so a difference between groups and not what the programme did"
          : "groups made by chance; what that bears is for the grade of the evidence to say"
      }`,
      `responders-${scoring}`,
      [dimensionOf("amount", "Reliably better", rows)],
      rows.map(
        (row): Cell => ({
          ...valueCell({ amount: row.id }, row.people, row.value, row.interval ?? null),
          of: { value: row.from },
        }),
      ),
    ),
  ];
}

interface Amount extends Level {
  readonly value: number;
  readonly interval?: readonly [number, number] | null;
}

function amountsOf({ difference, oddsRatio, numberNeeded }: RespondersOfGroups): Amount[] {
  const { estimate, to, interval } = numberNeeded;
  const more = { benefit: "more", harm: "fewer" } as const;
  const needed = (side: "benefit" | "harm") => `People of the programme’s group to one ${more[side]} reliably better`;
  const least = (side: "benefit" | "harm", value: number | null): Amount[] =>
    value === null
      ? []
      : [{ id: `least-${side}`, label: `${needed(side)}: as few as this, or any number above`, value }];
  return [
    {
      id: "difference",
      label: "Difference in shares of those with both scores, in every 100",
      value: difference.estimate,
      interval: difference.interval,
    },
    ...(oddsRatio === null
      ? []
      : [
          {
            id: "odds-ratio",
            label: "Ratio of odds",
            value: oddsRatio.estimate,
            interval: oddsRatio.interval,
          },
        ]),
    ...(estimate === null || to === null
      ? []
      : [
          {
            id: "number-needed",
            label: needed(to),
            value: estimate,
            interval: interval.kind === "through-infinity" ? null : ([interval.from, interval.to] as const),
          },
        ]),
    ...(interval.kind === "through-infinity"
      ? [...least("benefit", interval.benefit), ...least("harm", interval.harm)]
      : []),
  ];
}

type Bounds = NonNullable<LineChange["change"]["difference"]>["bounds"];

function boundsOf(bounds: Bounds, somebodyLeft: boolean): Amount[] {
  if (bounds === null || !somebodyLeft) return [];
  const of = "Difference in shares of those with a first score, in every 100";
  return [
    { id: "nobody-who-left", label: `${of}: if nobody who left was better`, value: bounds.missingNotImproved },
    { id: "worst", label: `${of}: at worst, whatever became of those who left`, value: bounds.worst },
    { id: "best", label: `${of}: at best, whatever became of those who left`, value: bounds.best },
  ];
}
