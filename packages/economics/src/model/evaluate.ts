import { discountFactors } from "../discounting/discount-factors.ts";
import { discountSchedules } from "../discounting/discount-schedules.ts";
import type { BenefitKind, BenefitLine, EconomicModel, EffectBias } from "./economic-model.ts";

/** Values of every number and estimate of a model at as many points as asked: draws, or one input moved at a time. */
export type Points = Readonly<Record<string, Float64Array>>;

/** Present values in pounds at each point. */
export interface Evaluated {
  readonly cost: Float64Array;
  readonly costBy: ReadonlyMap<string, Float64Array>;
  readonly cashCostBy: ReadonlyMap<string, Float64Array>;
  readonly benefit: Float64Array;
  readonly byKind: Readonly<Record<BenefitKind, Float64Array>>;
  readonly cashable: Float64Array;
  /** what each agency's budget gains, */
  readonly fiscalBy: ReadonlyMap<string, Float64Array>;
  /** and what of it leaves the budget */
  readonly cashableBy: ReadonlyMap<string, Float64Array>;
  /** benefit less cost: net present social value */
  readonly net: Float64Array;
}

/**
 * A model worked out at every point: units gained = people reached × difference between arms × actual events for each recorded one; each
 * unit's value in prices of the model, over the years it lasts, later years counting less.
 */
export function evaluate(model: EconomicModel, points: Points, n: number): Evaluated {
  const costs = costsAt(model, points, n);
  const byKind = { fiscal: new Float64Array(n), economic: new Float64Array(n), social: new Float64Array(n) };
  const fiscalBy = new Map<string, Float64Array>();
  const cashableBy = new Map<string, Float64Array>();
  const cashable = new Float64Array(n);
  for (const line of model.benefits) {
    const worth = benefitAt(model, line, points);
    add(byKind[line.kind], worth);
    if (line.kind !== "fiscal") continue;
    add(of(fiscalBy, line.agency, n), worth);
    const share = line.cashable === null ? null : points[line.cashable]!;
    const leaves = worth.map((pounds, i) => (share === null ? 0 : pounds * share[i]!));
    add(of(cashableBy, line.agency, n), leaves);
    add(cashable, leaves);
  }
  const benefit = byKind.fiscal.map((pounds, i) => pounds + byKind.economic[i]! + byKind.social[i]!);
  return {
    ...costs,
    benefit,
    byKind,
    cashable,
    fiscalBy,
    cashableBy,
    net: benefit.map((pounds, i) => pounds - costs.cost[i]!),
  };
}

function costsAt(model: EconomicModel, points: Points, n: number) {
  const factors = discountFactors(scheduleOf(model.schedule), model.years);
  const cost = new Float64Array(n);
  const costBy = new Map<string, Float64Array>();
  const cashCostBy = new Map<string, Float64Array>();
  const raise = model.correction === null ? null : points[model.correction.costs]!;
  for (const { amount, times, priceFactor, year, payer, kind } of model.costs) {
    const by = times === null ? null : points[times]!;
    const paid = points[amount]!.map(
      (pounds, i) =>
        pounds * (by === null ? 1 : by[i]!) * priceFactor * factors[year]! * (1 + (raise === null ? 0 : raise[i]!)),
    );
    add(cost, paid);
    add(of(costBy, payer, n), paid);
    if (kind === "cash") add(of(cashCostBy, payer, n), paid);
  }
  return { cost, costBy, cashCostBy };
}

function benefitAt(model: EconomicModel, line: BenefitLine, points: Points): Float64Array {
  const schedule = line.component === "harm" && model.harmSchedule !== null ? model.harmSchedule : model.schedule;
  const factors = discountFactors(scheduleOf(schedule), model.years);
  const [treated, comparison] = [points[line.effect.treated]!, points[line.effect.comparison]!];
  const sign = line.effect.gain === "more" ? 1 : -1;
  const multiplier = line.multiplier === null ? null : points[line.multiplier]!;
  const value = points[line.value]!;
  const decay = line.decay === null ? null : points[line.decay]!;
  const cut = model.correction === null ? null : points[model.correction.benefits]!;
  const steady = yearsWorth(model, line, factors, 0);
  return value.map((pounds, i) => {
    const gained = causedAt(sign * (treated[i]! - comparison[i]!), model.bias, points, i);
    const units = model.reached * gained * (multiplier === null ? 1 : multiplier[i]!);
    const lasting = decay === null ? steady : yearsWorth(model, line, factors, decay[i]!);
    return units * pounds * line.priceFactor * lasting * (1 - (cut === null ? 0 : cut[i]!));
  });
}

/** The gain a person that the programme caused, of the one found. */
export function causedAt(gain: number, bias: EffectBias | null, points: Points, i: number): number {
  if (bias === null) return gain;
  const by = points[bias.number]![i]!;
  return bias.scale === "times" ? gain * by : gain + by;
}

/**
 * What a difference of 1 over its window (of a rate: in a year) is worth today: its part of a year, over the years it lasts, from the year each person
 * entered, within the years appraised.
 */
function yearsWorth({ intake }: EconomicModel, line: BenefitLine, factors: Float64Array, decay: number): number {
  const { windowYears, perYear = false } = line.effect;
  const yearsOfDifference = perYear ? 1 : windowYears;
  let worth = 0;
  intake.forEach((share, entered) => {
    let left = 1;
    for (let year = 0; year < line.persistsYears; year++) {
      const at = entered + line.lagYears + year;
      if (at >= factors.length) break;
      const part = Math.min(1, line.persistsYears - year);
      worth += (share * factors[at]! * left * part) / yearsOfDifference;
      if (year + 1 >= windowYears) left *= 1 - decay;
    }
  });
  return worth;
}

function scheduleOf(id: string) {
  return discountSchedules.find((one) => one.id === id)!;
}

function of(by: Map<string, Float64Array>, name: string, n: number): Float64Array {
  const found = by.get(name) ?? new Float64Array(n);
  by.set(name, found);
  return found;
}

function add(to: Float64Array, amounts: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += amounts[i]!;
}
