import {
  type Baseline,
  type Columns,
  type Outcomes,
  outcomeFor,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { countCell, dimensionOf } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";

type Arm = "treated" | "comparison";

/** How many people of each arm of an allocation list were assigned, taken into the study, and analysed. */
export interface AllocationFlow {
  readonly kind: "likewise/allocation-flow";
  /** Outcome that decides who counts as analysed; null where the plan has none of people. */
  readonly outcome: string | null;
  readonly arms: Readonly<
    Record<Arm, { readonly assigned: number; readonly included: number; readonly analysed: number }>
  >;
  /** People of the list in an arm the plan does not compare. */
  readonly otherArms: number;
}

/**
 * The flow of an allocation list (CONSORT): assigned by the list, in the study as assigned, and analysed for the primary outcome. Who
 * received what was assigned stands beside it (`departures-received`). A person in the list twice is one person, as first listed.
 *
 * @returns null without an allocation list, or without arms
 * @source Schulz, Altman and Moher (2010), CONSORT 2010 Statement, item 13a
 */
export function allocationFlow({
  plan,
  tables,
  baseline,
  outcomes,
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
}): AllocationFlow | null {
  const { allocations } = tables;
  const { arms } = plan.cohort;
  if (allocations === undefined || arms === undefined) return null;
  const listed = new Map<string, Arm | null>();
  for (let row = 0; row < allocations.numRows; row++) {
    const person = textAt(allocations.columns.person, row);
    const arm = textAt(allocations.columns.arm, row);
    if (person === null || arm === null || listed.has(person)) continue;
    const inArm = (values: readonly string[]) => values.includes(arm);
    listed.set(person, inArm(arms.treated) ? "treated" : inArm(arms.comparison) ? "comparison" : null);
  }
  const { id, unit, arm } = baseline.table.columns;
  const primary = plan.outcomes.find((outcome) => outcome.primary === true) ?? plan.outcomes[0];
  const known = primary !== undefined && outcomes.table.columns.outcome.levels.includes(primary.id);
  const status = known ? outcomeFor(outcomes, primary.id, unit.values).status : null;
  const count = (of: Arm) => {
    const rows = id.values.flatMap((person, row) =>
      listed.get(person) === of && (arm.values[row] === 1) === (of === "treated") ? [row] : [],
    );
    return {
      assigned: [...listed.values()].filter((one) => one === of).length,
      included: rows.length,
      analysed: status === null ? 0 : rows.filter((row) => status[row] === "observed").length,
    };
  };
  return {
    kind: "likewise/allocation-flow",
    outcome: status === null ? null : primary!.id,
    arms: { treated: count("treated"), comparison: count("comparison") },
    otherArms: [...listed.values()].filter((one) => one === null).length,
  };
}

const steps = [
  { id: "assigned", label: "Assigned by the list" },
  { id: "included", label: "In the study, in the arm assigned" },
  { id: "analysed", label: "Analysed for the primary outcome" },
] as const;

/** One column a step: each holds the people of the next. */
export function allocationFlowTables({ outcome, arms }: AllocationFlow): Table[] {
  const shown = steps.filter(({ id }) => id !== "analysed" || outcome !== null);
  return [
    {
      id: tableId("flow-by-arm"),
      title: "People assigned at random, by arm and how far they were followed",
      unit: "person",
      definition: "allocation-flow",
      window: null,
      dimensions: [
        dimensionOf(
          "arm",
          "Arm",
          [
            { id: "treated", label: "The programme" },
            { id: "comparison", label: "Something else" },
          ],
          false,
        ),
        { ...dimensionOf("step", "Step", [...shown], false), cumulative: true },
      ],
      cells: (["treated", "comparison"] as const).flatMap((arm) =>
        shown.map(({ id: step }) => countCell({ arm, step }, arms[arm][step])),
      ),
      linked: [],
    },
  ];
}
