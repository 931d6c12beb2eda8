import type { RandomStream } from "@likewise/stats";
import { drawJoint, fromLink } from "../uncertainty/draw-joint.ts";
import { drawNumbers, meanOf } from "../uncertainty/draw-numbers.ts";
import type { EconomicModel } from "./economic-model.ts";
import type { Points } from "./evaluate.ts";

/** The best single value of every number (its mean) and estimate (as reported). */
export function bestValues(model: EconomicModel): Record<string, number> {
  const numbers = Object.entries(model.numbers).map(([name, number]) => [name, meanOf(number)] as const);
  const estimates = model.joint.flatMap(({ keys, link, estimates: each }) =>
    keys.map((key, at) => [key, fromLink(link, each[at]!)] as const),
  );
  return Object.fromEntries([...numbers, ...estimates]);
}

/** One point, with some values moved. */
export function pointAt(model: EconomicModel, moved: Readonly<Record<string, number>> = {}): Points {
  const values = { ...bestValues(model), ...moved };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Float64Array.of(value)]));
}

/** Draws of everything: numbers each from a stream of its own name, estimates jointly. */
export function drawnPoints(model: EconomicModel, stream: RandomStream, draws: number): Points {
  const numbers = drawNumbers(model.numbers, stream.split("numbers"), draws);
  const estimates = model.joint.map((one) =>
    drawJoint(one, stream.split("estimates").split(one.keys.join("|")), draws),
  );
  return Object.assign({}, numbers, ...estimates);
}
