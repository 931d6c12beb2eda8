import { type Columns, naturalOrder, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { sum } from "@likewise/stats";
import { sessionsByUnit } from "../dose/session-data.ts";
import { readCases } from "./cases.ts";
import { dimensionOf, figureCell, notInData } from "./cells.ts";
import { costItems } from "./cost-items.ts";

export interface Spend {
  readonly kind: "likewise/spend";
  readonly definition: "cash-over-count";
  /** Pounds as entered, in prices of each period; not adjusted. */
  readonly cashPounds: number;
  readonly inKindPounds: number;
  /** Items that say neither. */
  readonly unknownKindPounds: number;
  readonly byPayer: readonly {
    readonly payer: string;
    readonly cashPounds: number;
    readonly inKindPounds: number;
    readonly unknownKindPounds: number;
  }[];
  readonly per: readonly {
    readonly of: "referral" | "start" | "completer" | "session" | "outcome";
    readonly count: number | null;
    /** Cash over the count; null where the count is 0 or not known. */
    readonly cashPounds: number | null;
    readonly withInKindPounds: number | null;
  }[];
  readonly itemsWithoutAmount: number;
  readonly refusals: readonly Refusal[];
}

/**
 * What was spent for each referral, start, completer and session delivered: total cash over the count, and beside it with
 * what was given in kind. They are averages of one total, not prices: a completer costs more where more people leave.
 *
 * Missing rule: an item without an amount is counted and left out; items that say neither cash nor in kind stand apart and
 * refuse the averages, as they may be either.
 *
 * @param outcomes people with the outcome wanted, counted elsewhere; without it there is no spend for each
 */
export function spend({
  plan,
  tables,
  outcomes,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  outcomes?: number;
}): Spend {
  const cases = readCases({ plan, tables });
  const { costs } = tables;
  const items = costItems(costs);
  const amount = (kind: string | null, payer?: string) =>
    sum(
      items
        .filter((item) => item.kind === kind && (payer === undefined || item.payer === payer))
        .map(({ pounds }) => pounds),
    );
  const [cash, inKind, unknown] = [amount("cash"), amount("in-kind"), amount(null)];
  const unknownItems = items.some(({ kind }) => kind === null);
  const refusals: Refusal[] = [
    ...(costs === undefined ? [notInData("no-costs", "spend", "costs")] : []),
    ...(unknownItems
      ? [
          {
            id: "cash-or-in-kind-unknown",
            what: "spend per referral, start, completer and session",
            why: "Some items say neither cash nor in kind, so that neither total is known",
            unlocks: "Map costs.kind for every item",
          },
        ]
      : []),
  ];
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  const counts = {
    referral: cases.members.length,
    start: cases.reached.get("started")?.size ?? null,
    completer: cases.reached.get("completed")?.size ?? null,
    session:
      sessions === null ? null : [...sessions.values()].flat().filter(({ attended }) => attended === true).length,
    ...(outcomes === undefined ? {} : { outcome: outcomes }),
  } as const;
  const per = (Object.keys(counts) as (keyof typeof counts)[]).map((of) => {
    const count = counts[of] ?? null;
    const canSay = count !== null && count > 0 && refusals.length === 0;
    return {
      of,
      count,
      cashPounds: canSay ? cash / count : null,
      withInKindPounds: canSay ? (cash + inKind) / count : null,
    };
  });
  return {
    kind: "likewise/spend",
    definition: "cash-over-count",
    cashPounds: cash,
    inKindPounds: inKind,
    unknownKindPounds: unknown,
    byPayer: [...new Set(items.map(({ payer }) => payer))].sort(naturalOrder).map((payer) => ({
      payer,
      cashPounds: amount("cash", payer),
      inKindPounds: amount("in-kind", payer),
      unknownKindPounds: amount(null, payer),
    })),
    per,
    itemsWithoutAmount: (costs?.numRows ?? 0) - items.length,
    refusals,
  };
}

/** Pounds for each referral, start and completer; the people are those of the count. */
export function spendTables({ per }: Spend): Table[] {
  const rows = per.filter(({ of, cashPounds }) => of !== "session" && cashPounds !== null);
  if (rows.length === 0) return [];
  return [
    {
      id: tableId("spend"),
      title: "Pounds spent in cash for each referral, start and completer",
      unit: "person",
      definition: "cash-over-count",
      window: null,
      dimensions: [
        dimensionOf(
          "per",
          "For each",
          rows.map(({ of }) => ({ id: of, label: of })),
          false,
        ),
      ],
      cells: rows.map(({ of, count, cashPounds }) => figureCell({ per: of }, count!, null, cashPounds)),
      linked: [],
    },
  ];
}
