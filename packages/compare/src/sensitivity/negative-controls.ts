import { effectMeasure, Failure } from "@likewise/schema";
import { type AskedComparison, headlines } from "./asked.ts";
import { isClear } from "./without-one-site.ts";

export interface NegativeControls {
  /** Ids of the answers to outcomes the programme cannot affect. */
  readonly estimates: readonly string[];
  readonly warnings: Readonly<Record<string, string>>;
}

/**
 * Outcomes the programme cannot affect, as the plan names them: a clear difference in one of them is something else that
 * makes the arms differ, and a warning against every other answer. None is no proof that there is nothing else.
 *
 * @throws Failure usage when one is not among the outcomes compared
 * @source Lipsitch, Tchetgen Tchetgen and Cohen (2010), doi:10.1097/EDE.0b013e3181d61eeb
 */
export function negativeControls({ input, answers }: AskedComparison): NegativeControls {
  const named = input.plan.sensitivity?.negativeControls ?? [];
  const known = answers.map(({ rows }) => rows.declaration.id);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new Failure(
      "usage",
      `negativeControls: "${unknown}" must be an outcome compared; there are ${known.join(", ")}`,
    );
  }
  const found = headlines(answers).filter(({ estimate }) => named.includes(estimate.outcome));
  const clear = found.filter(({ estimate }) => isClear(estimate, effectMeasure(estimate.measure).nullValue));
  return {
    estimates: found.map(({ estimate }) => estimate.id),
    warnings: Object.fromEntries(
      clear.map(({ estimate }) => [
        `negative-control:${estimate.id}`,
        `the programme cannot affect ${estimate.outcome}, yet the arms differ in it: something else makes them differ`,
      ]),
    ),
  };
}
