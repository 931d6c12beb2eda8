import type { EconomicModel } from "../model/economic-model.ts";
import type { Points } from "../model/evaluate.ts";

/** Something uncertain that can be learnt of by itself: a number, or the effect on one outcome. */
export interface ModelInput {
  readonly name: string;
  readonly values: (points: Points) => Float64Array;
  /** values of the model where this one is so much, the rest at their best */
  readonly moved: (value: number, best: Readonly<Record<string, number>>) => Readonly<Record<string, number>>;
}

/** Every number that is uncertain. */
export function numbersOf({ numbers }: EconomicModel): ModelInput[] {
  return Object.entries(numbers)
    .filter(([, { kind }]) => kind !== "fixed")
    .map(([name]) => ({ name, values: (points) => points[name]!, moved: (value) => ({ [name]: value }) }));
}

/** The difference between the arms of each outcome valued, or told as a success, as a gain. */
export function effectsOf({ benefits, success }: EconomicModel): ModelInput[] {
  const used = [...benefits.map(({ effect }) => effect), ...(success === null ? [] : [success])];
  const each = new Map(used.map((one) => [one.treated, one]));
  return [...each.values()].map(({ treated, comparison, gain }) => {
    const sign = gain === "more" ? 1 : -1;
    return {
      name: effectName(treated),
      values: (points) => points[treated]!.map((value, i) => sign * (value - points[comparison]![i]!)),
      moved: (value, best) => ({ [treated]: best[comparison]! + sign * value }),
    };
  });
}

/** How an effect is called among the inputs: after its treated arm. */
export function effectName(treated: string): string {
  return `gain:${treated}`;
}
