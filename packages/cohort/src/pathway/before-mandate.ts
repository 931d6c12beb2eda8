import { type Columns, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { textAt } from "../people/fields.ts";
import { dayReached, firstDays, readCases } from "./cases.ts";
import { countCell, dimensionOf, notInData, total } from "./cells.ts";

export interface BeforeMandate {
  readonly kind: "likewise/before-mandate";
  readonly definition: "start-before-first-mandate";
  readonly started: number;
  readonly counts: Readonly<Record<"before" | "on-or-after" | "no-mandate" | "unknown", number>>;
  /** Started before the first mandate, of those who have one. */
  readonly before: Share;
  readonly refusals: readonly Refusal[];
}

/**
 * Whether people started before anyone made them: before the first court order, or child protection plan for a child of
 * theirs. Whoever has no mandate on record stands apart, as does whoever has no day of start.
 *
 * @param orders kinds of `orders` that mandate, default protective-order and licence
 */
export function beforeMandate({
  plan,
  tables,
  orders = ["protective-order", "licence"],
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  orders?: readonly string[];
}): BeforeMandate {
  const cases = readCases({ plan, tables });
  const refusals: Refusal[] =
    tables.orders === undefined && tables.statuses === undefined
      ? [notInData("no-mandates", "who started before a mandate", "orders or statuses")]
      : [];
  const byOrder = firstDays(tables.orders, "from", cases.people, (row) =>
    orders.includes(textAt(tables.orders!.columns.kind, row) ?? ""),
  );
  const byPlan = firstDays(
    tables.statuses,
    "from",
    cases.people,
    (row) => textAt(tables.statuses!.columns.kind, row) === "child-protection",
  );
  const childrenOf = new Map<number, number[]>();
  const { links } = tables;
  for (let row = 0; row < (links?.numRows ?? 0); row++) {
    if (textAt(links!.columns.kind, row) === "worker") continue;
    const parent = cases.people.unitOf.get(textAt(links!.columns.person, row) ?? "");
    const other = cases.people.unitOf.get(textAt(links!.columns.linked_person, row) ?? "");
    if (parent !== undefined && other !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), other]);
  }
  const counts = { before: 0, "on-or-after": 0, "no-mandate": 0, unknown: 0 };
  const started = refusals.length > 0 ? [] : [...(cases.reached.get("started")?.keys() ?? [])];
  for (const unit of started) {
    const start = dayReached(cases, "started", unit) ?? null;
    const days = [
      byOrder.get(unit),
      byPlan.get(unit),
      ...(childrenOf.get(unit) ?? []).map((child) => byPlan.get(child)),
    ];
    const known = days.filter((day) => day !== undefined);
    if (start === null) counts.unknown++;
    else if (known.length === 0) counts["no-mandate"]++;
    else counts[start < Math.min(...known) ? "before" : "on-or-after"]++;
  }
  return {
    kind: "likewise/before-mandate",
    definition: "start-before-first-mandate",
    started: started.length,
    counts,
    before: shareOf(counts.before, counts.before + counts["on-or-after"]),
    refusals,
  };
}

export function beforeMandateTables({ counts, started, refusals }: BeforeMandate): Table[] {
  if (refusals.length > 0) return [];
  return [
    {
      id: tableId("before-mandate"),
      title: "Whether people started before a mandate",
      unit: "person",
      definition: "start-before-first-mandate",
      window: null,
      dimensions: [
        dimensionOf(
          "when",
          "Start",
          [
            { id: "before", label: "Before the first mandate" },
            { id: "on-or-after", label: "On or after it" },
            { id: "no-mandate", label: "No mandate on record" },
            { id: "unknown", label: "Day of start not recorded" },
          ],
          true,
        ),
      ],
      cells: [
        ...(Object.keys(counts) as (keyof typeof counts)[]).map((when) => countCell({ when }, counts[when])),
        countCell({ when: total }, started),
      ],
      linked: [],
    },
  ];
}
