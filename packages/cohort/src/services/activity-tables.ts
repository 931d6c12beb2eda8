import { type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, total } from "../pathway/cells.ts";
import { type ActivityLog, type MilestoneState, milestoneStates } from "./activity-log.ts";

const stateNames: Readonly<Record<MilestoneState, string>> = {
  "done-in-time": "Done in time",
  "done-late": "Done late",
  "done-undated": "Done, no day it was due",
  overdue: "Overdue",
  "to-come": "To come",
};

/**
 * A line for each strand, with its milestones; then its outputs, each by its own name. Milestones are work and none is
 * withheld; an output may count people, so outputs are held to the rule for people.
 */
export function activityTables({ strands }: ActivityLog): Table[] {
  if (strands.length === 0) return [];
  const base = { definition: "milestones-and-outputs", window: null, linked: [] };
  const strand = dimensionOf(
    "strand",
    "Strand",
    strands.map((one) => ({ id: one.strand, label: one.strand })),
    false,
  );
  const states = milestoneStates.map((id) => ({ id, label: stateNames[id] }));
  const milestones: Table = {
    ...base,
    id: tableId("activities-milestones"),
    title: "Milestones of each strand",
    unit: "service",
    dimensions: [strand, dimensionOf("state", "Milestone", states, true)],
    cells: strands.flatMap((one) => [
      ...milestoneStates.map((state) => countCell({ strand: one.strand, state }, one.milestones[state])),
      countCell(
        { strand: one.strand, state: total },
        milestoneStates.reduce((sum, state) => sum + one.milestones[state], 0),
      ),
    ]),
  };
  const names = [
    ...new Set(
      strands.flatMap(({ outputs }) => outputs.flatMap(({ activity, count }) => (count === null ? [] : [activity]))),
    ),
  ];
  if (names.length === 0) return [milestones];
  const outputs: Table = {
    ...base,
    id: tableId("activities-outputs"),
    title: "Outputs of each strand, where a number of them is on record",
    unit: "record",
    dimensions: [
      strand,
      dimensionOf(
        "output",
        "Output",
        names.map((id) => ({ id, label: id })),
        false,
      ),
    ],
    cells: strands.flatMap((one) =>
      one.outputs.flatMap(({ activity, count }) =>
        count === null ? [] : [countCell({ strand: one.strand, output: activity }, count)],
      ),
    ),
  };
  return [milestones, outputs];
}
