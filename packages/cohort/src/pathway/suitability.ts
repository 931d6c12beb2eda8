import { type Columns, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { type LevelReader, levelReader, readCases } from "./cases.ts";
import { countCell, dimensionOf, notInData, total } from "./cells.ts";

export type SuitabilityAnswer = "yes" | "partly" | "no" | "not-recorded";

export interface Suitability {
  readonly kind: "likewise/suitability";
  readonly definition: "items-in-order";
  /** Of those who met every item before: met, partly, did not, or is not recorded. */
  readonly items: readonly {
    readonly item: string;
    readonly countIn: number;
    readonly counts: Readonly<Record<SuitabilityAnswer, number>>;
    /** Of those with an answer; partly is not met. */
    readonly met: Share;
  }[];
  /** Started but did not complete, of starters whose case is not open, by whether they pay; null where no fee is recorded. */
  readonly attritionByFee: readonly { readonly fee: "true" | "false" | "not-recorded"; readonly left: Share }[] | null;
  readonly refusals: readonly ReturnType<typeof notInData>[];
}

/** Items of suitability, in the order they are asked. */
const suitabilityItems = ["acknowledges", "takes_responsibility", "motivated"] as const;

/**
 * Suitability for groupwork, item after item, and attrition by fee. An item not recorded is neither met nor failed: the
 * person goes no further in the funnel, and is not in the share.
 */
export function suitability({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): Suitability {
  const cases = readCases({ plan, tables });
  const readers = suitabilityItems.map((item) => ({ item, read: levelReader(cases, `referrals.${item}`) }));
  const refusals = readers
    .filter(({ read }) => read === null)
    .map(({ item }) => notInData("suitability-not-in-data", `suitability: ${item}`, `referrals.${item}`));
  let inside = cases.members;
  const items = readers
    .filter((one): one is { item: (typeof suitabilityItems)[number]; read: LevelReader } => one.read !== null)
    .map(({ item, read }) => {
      const count = (answer: string | null) => inside.filter((unit) => read(unit) === answer).length;
      const counts = { yes: count("yes"), partly: count("partly"), no: count("no"), "not-recorded": count(null) };
      const countIn = inside.length;
      inside = inside.filter((unit) => read(unit) === "yes");
      return { item, countIn, counts, met: shareOf(counts.yes, counts.yes + counts.partly + counts.no) };
    });
  const feeOf = levelReader(cases, "referrals.fee_charged");
  const finished = [...(cases.reached.get("started")?.keys() ?? [])].filter(
    (unit) => cases.reached.get("completed")?.has(unit) === true || cases.departure(unit) !== null,
  );
  const left = (units: readonly number[]) => units.filter((unit) => cases.reached.get("completed")?.has(unit) !== true);
  return {
    kind: "likewise/suitability",
    definition: "items-in-order",
    items,
    attritionByFee:
      feeOf === null
        ? null
        : (["true", "false", "not-recorded"] as const).map((fee) => {
            const units = finished.filter((unit) => (feeOf(unit) ?? "not-recorded") === fee);
            return { fee, left: shareOf(left(units).length, units.length) };
          }),
    refusals,
  };
}

export function suitabilityTables({ items }: Suitability): Table[] {
  if (items.length === 0) return [];
  const answers = [
    { id: "yes", label: "Yes" },
    { id: "partly", label: "Partly" },
    { id: "no", label: "No" },
    { id: "not-recorded", label: "Not recorded" },
  ] as const;
  return [
    {
      id: tableId("suitability"),
      title: "Suitability, item after item, of those who met the items before",
      unit: "person",
      definition: "suitability-items-in-order",
      window: null,
      dimensions: [
        dimensionOf(
          "item",
          "Item",
          items.map(({ item }) => ({ id: item, label: item.replaceAll("_", " ") })),
          false,
        ),
        dimensionOf("answer", "Answer", answers, true),
      ],
      cells: items.flatMap(({ item, counts, countIn }) => [
        ...answers.map(({ id }) => countCell({ item, answer: id }, counts[id])),
        countCell({ item, answer: total }, countIn),
      ]),
      linked: [],
    },
  ];
}
