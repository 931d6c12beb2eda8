import type { EconomicsResult } from "@likewise/schema";

type Result = NonNullable<EconomicsResult["appraisal"]>;

/** One row of who pays and who gains, in pounds; null where a column has no meaning for it. */
export interface MoneyRow {
  readonly who: string;
  readonly pays: number;
  readonly gains: number;
  readonly net: number;
  readonly cashable: number | null;
  readonly gainsInterval: readonly [number, number] | null;
  readonly netInterval: readonly [number, number] | null;
  /** What the report tells of a body besides; null for people and for sums. */
  readonly body: Result["agencies"]["total"] | null;
}

/**
 * Bodies, then people, then all, so that every column adds up: where rounded rows do not come to the published sum, a row of rounding
 * stands before it.
 */
export function moneyRows({ agencies, byKind, cost, benefit, netPresentSocialValue }: Result): MoneyRow[] {
  const people = byKind.economic.estimate + byKind.social.estimate;
  const ofPeople = intervalOfPeople(byKind);
  const parts: MoneyRow[] = [
    ...agencies.rows.map((row) => ({
      who: row.agency,
      pays: row.pays,
      gains: row.gains,
      net: row.net,
      cashable: row.cashable,
      gainsInterval: row.gainsInterval ?? null,
      netInterval: row.netInterval ?? null,
      body: row,
    })),
    ...(people === 0
      ? []
      : [
          {
            who: "People",
            pays: 0,
            gains: people,
            net: people,
            cashable: null,
            gainsInterval: ofPeople,
            netInterval: ofPeople,
            body: null,
          },
        ]),
  ];
  const left = (key: "pays" | "gains" | "net", all: number) => all - parts.reduce((sum, row) => sum + row[key], 0);
  const rounding = {
    pays: left("pays", cost.estimate),
    gains: left("gains", benefit.estimate),
    net: left("net", netPresentSocialValue.estimate),
  };
  const isRounded = Object.values(rounding).some((pounds) => Math.abs(pounds) >= 0.5);
  return [
    ...parts,
    ...(isRounded
      ? [{ who: "Rounding", ...rounding, cashable: null, gainsInterval: null, netInterval: null, body: null }]
      : []),
    {
      who: "All",
      pays: cost.estimate,
      gains: benefit.estimate,
      net: netPresentSocialValue.estimate,
      cashable: agencies.total.cashable,
      gainsInterval: benefit.interval,
      netInterval: netPresentSocialValue.interval,
      body: null,
    },
  ];
}

/** Limits of a sum are no sum of limits: told where people gain in one way alone. */
function intervalOfPeople({ economic, social }: Result["byKind"]): readonly [number, number] | null {
  if (economic.estimate === 0) return social.interval;
  return social.estimate === 0 ? economic.interval : null;
}
