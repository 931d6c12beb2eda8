import { naturalOrder, type Table } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, type Share, shareCell, total } from "../pathway/cells.ts";
import type { CascadeRow, NeedCascade } from "./need-cascade.ts";

/**
 * The cascade as tables: shares step by step, what became of needs referred, and refusals by month with capacity and
 * threshold apart. A record is a need: one person on one pathway.
 */
export function needCascadeTables(cascade: NeedCascade): Table[] {
  return [cascadeTable(cascade), fateTable(cascade), ...monthTable(cascade)];
}

const common = { unit: "record", window: null, definition: "need-cascade" } as const;

const steps: readonly { readonly id: keyof CascadeRow; readonly label: string }[] = [
  { id: "referred", label: "Referred, of needs" },
  { id: "accepted", label: "Accepted, of those referred" },
  { id: "met", label: "Met, of those accepted" },
  { id: "metOfNeeds", label: "Met, of needs" },
];

const fates: readonly { readonly id: keyof CascadeRow; readonly label: string }[] = [
  { id: "accepted", label: "Accepted" },
  { id: "refusedCapacity", label: "Refused: service full" },
  { id: "refusedThreshold", label: "Refused: below threshold" },
  { id: "waiting", label: "Waiting" },
  { id: "noAnswer", label: "No answer yet" },
];

function rowsOf({ pathways, overall }: NeedCascade) {
  return [...pathways.map((row) => ({ at: row.pathway, row })), { at: total, row: overall }];
}

function pathwayDimension({ pathways }: NeedCascade) {
  return dimensionOf("pathway", "Pathway", levelsOf(pathways.map(({ pathway }) => pathway)), true);
}

/** Needs of one person are not independent: over all pathways the share stands without an interval. */
function cellOf(at: Record<string, string>, share: Share) {
  const { numerator, denominator, value } = share;
  return at.pathway === total ? figureCell(at, numerator, denominator, value) : shareCell(at, numerator, denominator);
}

function cascadeTable(cascade: NeedCascade): Table {
  return {
    ...common,
    id: "needs-cascade",
    title: "Needs referred, accepted and met, by pathway",
    dimensions: [pathwayDimension(cascade), dimensionOf("step", "Step", steps, false)],
    cells: rowsOf(cascade).flatMap(({ at, row }) =>
      steps.map(({ id }) => cellOf({ pathway: at, step: id }, row[id] as Share)),
    ),
    linked: ["needs-referred"],
  };
}

function fateTable(cascade: NeedCascade): Table {
  return {
    ...common,
    id: "needs-referred",
    title: "What became of needs referred, by pathway",
    dimensions: [pathwayDimension(cascade), dimensionOf("fate", "What became of them", fates, true)],
    cells: rowsOf(cascade).flatMap(({ at, row }) => [
      ...fates.map(({ id }) => cellOf({ pathway: at, fate: id }, row[id] as Share)),
      countCell({ pathway: at, fate: total }, row.referred.numerator),
    ]),
    linked: ["needs-cascade"],
  };
}

function monthTable({ refusalsByMonth }: NeedCascade): Table[] {
  if (refusalsByMonth.length === 0) return [];
  const months = [...new Set(refusalsByMonth.map(({ month }) => month))].sort(naturalOrder);
  const reasons = [
    { id: "capacity", label: "Service full" },
    { id: "threshold", label: "Below threshold" },
  ] as const;
  return [
    {
      ...common,
      id: "needs-refused-by-month",
      title: "Needs refused by a service, by month and reason",
      dimensions: [
        dimensionOf("month", "Month", levelsOf(months), true),
        dimensionOf("reason", "Reason", reasons, true),
      ],
      cells: [...months, total].flatMap((month) => {
        const entries = refusalsByMonth.filter((entry) => month === total || entry.month === month);
        const counts = reasons.map(({ id }) => entries.reduce((sum, entry) => sum + entry[id], 0));
        return [
          ...reasons.map(({ id }, index) => countCell({ month, reason: id }, counts[index]!)),
          countCell({ month, reason: total }, counts[0]! + counts[1]!),
        ];
      }),
      linked: ["needs-referred"],
    },
  ];
}
