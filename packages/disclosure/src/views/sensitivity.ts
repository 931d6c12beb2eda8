import { type Comparison, type Estimate, type Figure, resultKey } from "@likewise/schema";
import { comparisonPeople, treatedPeople } from "./count-names.ts";
import type { CountId, Reader } from "./readings.ts";

/** The counts of an estimate, treated first. */
export interface CountsOfArms {
  readonly people: readonly [CountId, CountId];
  readonly events: readonly [CountId, CountId];
}

/** Every number of an estimate's sensitivity, below the estimate: worked out from the counts behind it. */
export function sensitivityParts({ sensitivity }: Estimate): string[] {
  const { eValue, rosenbaum, rosenbaumTest, robustness, missingOutcomes = [], recording } = sensitivity;
  return [
    ...(eValue === null ? [] : ["eValue/estimate", "eValue/interval"]),
    ...rosenbaum.map((_, index) => `rosenbaum/${index}/pUpper`),
    ...(rosenbaumTest === undefined ? [] : ["rosenbaumTest/largestGamma"]),
    ...robustness.flatMap((_, index) => choiceParts(index)),
    ...missingOutcomes.flatMap((_, index) => boundsParts(index)),
    ...(recording === undefined
      ? []
      : [
          ...recording.grid.map((_, index) => `recording/grid/${index}/estimate`),
          ...["estimate", "impossible", "noEffectAt", "noEffectAtLimit"].map((part) => `recording/${part}`),
          ...["systematicInterval", "interval"].flatMap((part) => [`recording/${part}/0`, `recording/${part}/1`]),
        ]),
  ].map((part) => `sensitivity/${part}`);
}

function choiceParts(index: number): string[] {
  return ["estimate", "interval/0", "interval/1"].map((part) => `robustness/${index}/${part}`);
}

function boundsParts(index: number): string[] {
  return ["lower", "upper", "interval/0", "interval/1", "trimmed/share"].map(
    (part) => `missingOutcomes/${index}/${part}`,
  );
}

/**
 * People and events under other choices. Another choice less the estimate is about the people in one and not in the other: a
 * site left out is that site. Where those are few, or few of them had the event, the other choice goes; so do bounds for few
 * missing people, whose number would follow from them.
 */
export function readSensitivity(comparison: Comparison, estimate: Estimate, counts: CountsOfArms, read: Reader): void {
  const at = (part: string) => estimateKey(comparison, estimate, `sensitivity/${part}`);
  const { robustness, missingOutcomes = [] } = estimate.sensitivity;
  for (const [index, choice] of robustness.entries()) {
    const keys = choiceParts(index).map(at);
    const warning = warningOf(comparison, estimate, choice.id);
    for (const [side, arm] of armNames.entries()) {
      const [n, events] = [choice[arm] ?? null, choice[`${arm}Events`] ?? null];
      const everyone = arm === "treated" ? treatedPeople(n) : comparisonPeople(n);
      const people = read.count(at(`robustness/${index}/${arm}`), n, { same: everyone, need: 0 });
      const name = JSON.stringify([comparison.id, estimate.outcome, estimate.id, arm, n, events, "events"]);
      const event = read.count(at(`robustness/${index}/${arm}Events`), events, { same: name, need: 0 });
      if (areRisks.includes(estimate.measure)) read.among(event, people);
      const otherPeople = difference(counts.people[side]!, people, estimate[arm].n, n, read, false);
      const otherEvents = difference(counts.events[side]!, event, estimate[arm].events, events, read, true);
      const from = [...counts.people, ...counts.events, people, event, otherEvents];
      read.derive(keys, from, { people: otherPeople });
      if (warning !== null) read.derive([warning], from, { people: otherPeople, as: "removed" });
    }
  }
  for (const [index, { missing }] of missingOutcomes.entries()) {
    for (const arm of armNames) {
      const key = at(`missingOutcomes/${index}/missing/${arm}`);
      if (missing[arm] === 0) continue;
      const people = read.count(key, missing[arm], { sensitive: false, need: 0 });
      read.derive([key, ...boundsParts(index).map(at)], [], { people });
    }
  }
}

/** Warnings about outcomes the programme cannot affect go with the numbers they are read off. */
export function readWarnings(
  comparison: Comparison,
  estimate: Estimate,
  { people, events }: CountsOfArms,
  read: Reader,
): void {
  const key = `negative-control:${estimate.id}`;
  if (comparison.sensitivity?.warnings[key] === undefined) return;
  read.derive([warningKey(comparison, key)], [...people, ...events], { as: "removed" });
}

const armNames = ["treated", "comparison"] as const;

const areRisks: readonly Estimate["measure"][] = ["riskDifference", "riskRatio", "oddsRatio", "hazardRatio"];

/** A warning that one site carries the result is read off the row without it. */
function warningOf(comparison: Comparison, estimate: Estimate, choice: string): string | null {
  const key = `site:${choice.replace(/^without-/, "")}:${estimate.id}`;
  return comparison.sensitivity?.warnings[key] === undefined ? null : warningKey(comparison, key);
}

function warningKey({ id }: Comparison, warning: string): string {
  return `comparisons/${resultKey(id)}/sensitivity/warnings/${resultKey(warning)}`;
}

/** Whoever is in one and not in the other, at the least; null where both are as many. */
function difference(
  ofEstimate: CountId,
  ofChoice: CountId,
  estimate: Figure | null,
  choice: Figure | null,
  read: Reader,
  sensitive: boolean,
): CountId {
  if (typeof estimate !== "number" || typeof choice !== "number" || estimate === choice) return null;
  return estimate > choice
    ? read.rest(ofEstimate, [ofChoice], sensitive)
    : read.rest(ofChoice, [ofEstimate], sensitive);
}

function estimateKey(comparison: Comparison, estimate: Estimate, part: string): string {
  return `comparisons/${resultKey(comparison.id)}/estimates/${resultKey(estimate.id)}/${part}`;
}
