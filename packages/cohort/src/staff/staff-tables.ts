import { type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, total } from "../pathway/cells.ts";
import type { StaffTraining } from "./staff-training.ts";

/** Workers in post by course; a record is a worker. Nobody is named. */
export function staffTables({ courses }: StaffTraining): Table[] {
  const known = courses.filter(({ trained }) => trained.denominator > 0);
  if (known.length === 0) return [];
  const states = [
    { id: "trained", label: "Trained" },
    { id: "not-trained", label: "Not trained" },
  ] as const;
  return [
    {
      id: tableId("staff-training"),
      title: "Workers in post by course",
      unit: "record",
      definition: "trained-of-workers-in-post",
      window: null,
      dimensions: [
        dimensionOf("course", "Course", levelsOf(known.map(({ course }) => course)), false),
        dimensionOf("training", "Training", states, true),
      ],
      cells: known.flatMap(({ course, trained: { numerator, denominator } }) => [
        countCell({ course, training: "trained" }, numerator),
        countCell({ course, training: "not-trained" }, denominator - numerator),
        countCell({ course, training: total }, denominator),
      ]),
      linked: [],
    },
  ];
}
