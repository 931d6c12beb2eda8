import { naturalOrder, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { countCell, dimensionOf, figureCell, levelsOf, shareCell, total } from "../pathway/cells.ts";
import type { AnswersOfMonth, CascadeRow, NeedCascade } from "./need-cascade.ts";

/**
 * The cascade as tables: shares step by step, what became of needs referred, and what services answered by month,
 * capacity and threshold apart. A record is a need: one person on one pathway.
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

/** Needs of one person are not independent: over all pathways counts stand without a share, which would have no interval. */
function cellOf(at: Record<string, string>, share: Share) {
  const { numerator, denominator } = share;
  return at.pathway === total ? figureCell(at, numerator, denominator, null) : shareCell(at, numerator, denominator);
}

function cascadeTable(cascade: NeedCascade): Table {
  return {
    ...common,
    id: tableId("needs-cascade"),
    title: "Needs referred, accepted and met, by pathway",
    dimensions: [pathwayDimension(cascade), dimensionOf("step", "Step", steps, false)],
    cells: rowsOf(cascade).flatMap(({ at, row }) =>
      steps.map(({ id }) => cellOf({ pathway: at, step: id }, row[id] as Share)),
    ),
    linked: [tableId("needs-referred")],
  };
}

function fateTable(cascade: NeedCascade): Table {
  return {
    ...common,
    id: tableId("needs-referred"),
    title: "What became of needs referred, by pathway",
    dimensions: [pathwayDimension(cascade), dimensionOf("fate", "What became of them", fates, true)],
    cells: rowsOf(cascade).flatMap(({ at, row }) => [
      ...fates.map(({ id }) => cellOf({ pathway: at, fate: id }, row[id] as Share)),
      countCell({ pathway: at, fate: total }, row.referred.numerator),
    ]),
    linked: [tableId("needs-cascade")],
  };
}

/** Answers of each service by month: shares of those answered, and counts that add up. */
function monthTable({ answersByMonth }: NeedCascade): Table[] {
  if (answersByMonth.length === 0) return [];
  const pathways = levelsOf([...new Set(answersByMonth.map(({ pathway }) => pathway))].sort(naturalOrder));
  const months = [...new Set(answersByMonth.map(({ month }) => month))].sort(naturalOrder);
  const answers = [
    { id: "accepted", label: "Accepted", of: ({ accepted }: AnswersOfMonth) => accepted },
    { id: "capacity", label: "Refused: service full", of: ({ capacity }: AnswersOfMonth) => capacity.numerator },
    { id: "threshold", label: "Refused: below threshold", of: ({ threshold }: AnswersOfMonth) => threshold.numerator },
  ] as const;
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return [
    {
      ...common,
      id: tableId("needs-answered-by-month"),
      title: "Needs answered by a service, by month and answer",
      dimensions: [
        dimensionOf("pathway", "Pathway", pathways, true),
        dimensionOf("month", "Month", levelsOf(months), true),
        dimensionOf("answer", "Answer", answers, true),
      ],
      cells: [...pathways.map(({ id }) => id), total].flatMap((pathway) =>
        [...months, total].flatMap((month) => {
          const entries = answersByMonth.filter(
            (entry) => (pathway === total || entry.pathway === pathway) && (month === total || entry.month === month),
          );
          const answered = sum(entries.map((entry) => entry.answered));
          return [
            ...answers.map(({ id, of }) =>
              cellOf({ pathway, month, answer: id }, shareOf(sum(entries.map(of)), answered)),
            ),
            countCell({ pathway, month, answer: total }, answered),
          ];
        }),
      ),
      linked: [tableId("needs-referred")],
    },
  ];
}
