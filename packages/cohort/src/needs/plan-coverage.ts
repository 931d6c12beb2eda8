import {
  type Cohort,
  type Columns,
  naturalOrder,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { levelReader, readCases } from "../pathway/cases.ts";
import { dimensionOf, levelsOf, notInData, shareCell, total } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";

/** People of one type of abuse, and what their plans hold. */
export interface PlanOfType {
  readonly type: string;
  readonly people: number;
  /** Of people of the type: a plan with any item. */
  readonly withPlan: Share;
  /** Of people of the type: at least one item that answers the type. */
  readonly withMatchingItem: Share;
  /** Items held of those the type asks for, over all its people; no items where the plan declares none. */
  readonly items: Share;
}

export interface PlanCoverage {
  readonly kind: "likewise/plan-coverage";
  readonly options: { readonly typology: NonNullable<Cohort["typology"]> };
  readonly people: number;
  readonly types: readonly PlanOfType[];
  /** Types found for which the plan declares no items. */
  readonly typesWithoutItems: readonly string[];
  /** Ids of people whose type is not recorded: never published. */
  readonly withoutType: readonly string[];
  readonly refusals: readonly Refusal[];
}

/**
 * Type of abuse and bespoke plan: whether the items of each plan answer the type recorded. People without a type are
 * listed and in no share.
 *
 * @param plan   `cohort.typology`: where the type stands and which items answer it
 * @param tables `people`, `referrals`, `plan_items`
 * @returns null when the plan declares no types
 */
export function planCoverage({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): PlanCoverage | null {
  const { typology } = plan.cohort;
  if (typology === undefined) return null;
  const cases = readCases({ plan, tables });
  const units = cases.members.length > 0 ? cases.members : [...cases.people.ids.keys()];
  const typeOf = levelReader(cases, typology.from) ?? (() => null);
  const held = itemsByUnit(tables.plan_items, cases.people);
  const types = [...new Set(units.map(typeOf))].filter((type) => type !== null).sort(naturalOrder);
  return {
    kind: "likewise/plan-coverage",
    options: { typology },
    people: units.length,
    types: types.map((type) => {
      const members = units.filter((unit) => typeOf(unit) === type);
      const asked = typology.items[type] ?? [];
      const answering = members.map((unit) => asked.filter((item) => held.get(unit)?.has(item)).length);
      return {
        type,
        people: members.length,
        withPlan: shareOf(members.filter((unit) => held.has(unit)).length, members.length),
        withMatchingItem: shareOf(answering.filter((items) => items > 0).length, members.length),
        items: shareOf(
          answering.reduce((a, b) => a + b, 0),
          asked.length * members.length,
        ),
      };
    }),
    typesWithoutItems: types.filter((type) => (typology.items[type] ?? []).length === 0),
    withoutType: units.filter((unit) => typeOf(unit) === null).map((unit) => cases.people.ids[unit]!),
    refusals:
      tables.plan_items === undefined ? [notInData("plan-coverage", "Plans by type of abuse", "plan_items")] : [],
  };
}

/** Plan coverage as a table: people with a plan and with an item that answers their type. */
export function planCoverageTables({ types }: PlanCoverage): Table[] {
  if (types.length === 0) return [];
  const measures = [
    { id: "withPlan", label: "With a plan" },
    { id: "withMatchingItem", label: "With an item that answers the type" },
  ] as const;
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return [
    {
      id: tableId("plan-coverage"),
      title: "Plans by type of abuse",
      unit: "person",
      definition: "plan-coverage",
      window: null,
      dimensions: [
        dimensionOf("type", "Type of abuse", levelsOf(types.map(({ type }) => type)), true),
        dimensionOf("measure", "Measure", measures, false),
      ],
      cells: measures.flatMap(({ id }) => [
        ...types.map((one) => shareCell({ type: one.type, measure: id }, one[id].numerator, one[id].denominator)),
        shareCell(
          { type: total, measure: id },
          sum(types.map((one) => one[id].numerator)),
          sum(types.map((one) => one[id].denominator)),
        ),
      ]),
      linked: [],
    },
  ];
}

function itemsByUnit(
  table: Columns | undefined,
  people: Parameters<typeof unitsOfRows>[1],
): ReadonlyMap<number, ReadonlySet<string>> {
  const held = new Map<number, Set<string>>();
  if (table === undefined) return held;
  unitsOfRows(table, people).forEach((unit, row) => {
    const item = textAt(table.columns.item, row);
    if (unit >= 0 && item !== null) held.set(unit, (held.get(unit) ?? new Set()).add(item));
  });
  return held;
}
