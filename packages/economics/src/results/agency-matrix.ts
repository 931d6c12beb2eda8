import type { Evaluated } from "../model/evaluate.ts";
import { amountOf } from "./amounts.ts";

/** What one body pays for the programme and what its budget gains from it; pounds, present value, at the best values and with limits. */
export interface AgencyRow {
  readonly agency: string;
  readonly pays: number;
  /** of it in money */
  readonly paysCash: number;
  readonly gains: number;
  readonly cashable: number;
  readonly net: number;
  /** gains over pays; null where it pays nothing */
  readonly ratio: number | null;
  /** what it would pay if each paid as it gains; null where nobody's budget gains */
  readonly fairShare: number | null;
  /** that less what it pays */
  readonly gap: number | null;
  /** of what it gains, by the draws */
  readonly gainsInterval: readonly [number, number];
  readonly netInterval: readonly [number, number];
}

export interface AgencyMatrix {
  readonly rows: readonly AgencyRow[];
  readonly total: Omit<AgencyRow, "agency">;
}

/**
 * Who pays and who gains: every payer and every agency whose budget gains, in natural reading order of payers first. Rows add up to the
 * total; their limits do not.
 *
 * @param best at the best values
 * @param draws at each draw
 */
export function agencyMatrix(best: Evaluated, draws: Evaluated, level: number): AgencyMatrix {
  const { costBy, cashCostBy, fiscalBy, cashableBy } = best;
  const names = [...new Set([...costBy.keys(), ...fiscalBy.keys()])];
  const at = (by: ReadonlyMap<string, Float64Array>, name: string) => by.get(name)?.[0] ?? 0;
  const paid = names.reduce((sum, name) => sum + at(costBy, name), 0);
  const gained = names.reduce((sum, name) => sum + at(fiscalBy, name), 0);
  // Who loses owes nothing for it.
  const gaining = names.reduce((sum, name) => sum + Math.max(0, at(fiscalBy, name)), 0);
  const rows = names.map((agency) => {
    const [pays, gains] = [at(costBy, agency), at(fiscalBy, agency)];
    return {
      agency,
      ...row(pays, gains, at(cashCostBy, agency), at(cashableBy, agency)),
      ...share(pays, gaining > 0 ? (paid * Math.max(0, gains)) / gaining : null),
      ...limits(draws.fiscalBy.get(agency), draws.costBy.get(agency), level),
    };
  });
  const sum = (key: "paysCash" | "cashable") => rows.reduce((total, one) => total + one[key], 0);
  return {
    rows,
    total: {
      ...row(paid, gained, sum("paysCash"), sum("cashable")),
      ...share(paid, gaining > 0 ? paid : null),
      ...limits(draws.byKind.fiscal, draws.cost, level),
    },
  };
}

function row(pays: number, gains: number, paysCash: number, cashable: number) {
  return { pays, paysCash, gains, cashable, net: gains - pays, ratio: pays > 0 ? gains / pays : null };
}

function share(pays: number, fairShare: number | null) {
  return { fairShare, gap: fairShare === null ? null : fairShare - pays };
}

/** Who gains or pays nothing does so in every draw. */
function limits(gained: Float64Array | undefined, paid: Float64Array | undefined, level: number) {
  const n = (gained ?? paid)!.length;
  const gains = gained ?? new Float64Array(n);
  const net = paid === undefined ? gains : gains.map((pounds, i) => pounds - paid[i]!);
  return { gainsInterval: amountOf(0, gains, level).interval, netInterval: amountOf(0, net, level).interval };
}
