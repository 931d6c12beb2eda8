import type { Outcome, StudyPlan } from "@likewise/schema";

/**
 * The outcome whose definition blocks around a stage can use: the primary one if it is recorded crime or incidents from
 * events, else the first that is; null where the plan has none.
 *
 * @example
 * blockOutcome({ outcomes: [{ id: "da-proven-12m", basis: "proven" }, { id: "da-recorded-12m", basis: "recorded-crime" }] }); // "da-recorded-12m"
 */
export function blockOutcome({ outcomes }: { readonly outcomes: readonly Outcome[] }): string | null {
  const usable = outcomes.filter(isOfBlocks);
  return (usable.find((outcome) => outcome.primary) ?? usable[0])?.id ?? null;
}

/** A proven event would need a proof edge for each block. */
function isOfBlocks({ from = "events", basis }: StudyPlan["outcomes"][number]): boolean {
  return from === "events" && (basis === "recorded-crime" || basis === "incident");
}
