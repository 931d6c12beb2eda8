import type { EconomicsPlan, EconomicsResult } from "@likewise/schema";
import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate } from "../model/evaluate.ts";
import { pointAt } from "../model/points-of.ts";
import type { CostParameter } from "../parameters/cost-parameter.ts";
import { costParameter } from "../parameters/parameter-sets.ts";
import { reprice } from "../prices/reprice.ts";
import type { LedgerRow } from "./study-economics.ts";

type Vintages = NonNullable<EconomicsResult["vintages"]>;

/**
 * The same model by another edition of its published values, each line alone and all at once: gains add up over values, so that the lines
 * add up to the whole difference. Values of the other edition are taken whatever their status, which is told.
 */
export function vintagesOfStudy(
  { compareVintages, priceYear }: EconomicsPlan,
  model: EconomicModel,
  ledger: readonly LedgerRow[],
): Vintages | null {
  if (compareVintages === undefined) return null;
  const { from, to } = compareVintages;
  const net = (one: EconomicModel) => evaluate(one, pointAt(one), 1).net[0]!;
  const netFrom = net(model);
  const changed = [...new Map(ledger.map((row) => [row.value, row])).values()].filter(({ value }) =>
    value.startsWith(from),
  );
  const others = changed.map(({ value }) => counterpartOf(to + value.slice(from.length)));
  const rows = changed.map(({ value, label, priced }, at) => {
    const other = others[at]!;
    const swapped = other === null ? null : withValue(model, value, other, priceYear);
    return {
      value,
      counterpart: other?.id ?? null,
      label,
      before: priced,
      after: other === null ? null : other.pounds * reprice(other.priceBase, priceYear).factor,
      status: other?.status ?? null,
      difference: swapped === null ? null : net(swapped) - netFrom,
    };
  });
  const all = changed.reduce<EconomicModel | null>((so, { value }, at) => {
    const other = others[at]!;
    return so === null || other === null ? null : withValue(so, value, other, priceYear);
  }, model);
  return { from, to, netFrom, netTo: all === null ? null : net(all), rows };
}

function counterpartOf(id: string): CostParameter | null {
  try {
    return costParameter(id, { recalled: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withValue(model: EconomicModel, id: string, other: CostParameter, priceYear: string): EconomicModel {
  const name = `value:${id}`;
  const { factor } = reprice(other.priceBase, priceYear);
  return {
    ...model,
    numbers: { ...model.numbers, [name]: { kind: "fixed", value: other.pounds } },
    benefits: model.benefits.map((line) => (line.value === name ? { ...line, priceFactor: factor } : line)),
  };
}
