import { type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, total } from "../pathway/cells.ts";
import { type RatingChange, type RatingState, ratingStates } from "./rating-change.ts";

const labels: Readonly<Record<RatingState, string>> = {
  better: "Better",
  same: "Same",
  worse: "Worse",
  open: "Case open, not yet rated again",
  "no-first": "Missing the first time",
  "no-second": "Missing the second time",
  neither: "Missing both times",
  "not-usable": "Answers that contradict each other",
};

/** One table a measure: everyone to be rated, by item and by what became of the rating. */
export function ratingTables({ definition, options, items }: RatingChange): Table[] {
  if (items.length === 0) return [];
  const { measure, from, to } = options;
  return [
    {
      id: tableId("ratings-*", `${measure}-${from}-to-${to}`),
      title: `Ratings of ${measure}, from ${from} to ${to}; no comparison group`,
      unit: "person",
      definition,
      window: null,
      dimensions: [
        dimensionOf("item", "Item", levelsOf(items.map(({ item }) => item)), false),
        dimensionOf(
          "change",
          "Change",
          ratingStates.map((id) => ({ id, label: labels[id] })),
          true,
        ),
      ],
      cells: items.flatMap(({ item, counts, people }) => [
        ...ratingStates.map((change) => countCell({ item, change }, counts[change])),
        countCell({ item, change: total }, people),
      ]),
      linked: [],
    },
  ];
}
