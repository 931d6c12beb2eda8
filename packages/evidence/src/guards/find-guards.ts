import { type GuardFinding, resultKey, type Sentence, tableId } from "@likewise/schema";
import type { Detection, GuardInput } from "./guard.ts";
import type { GuardSentenceId } from "./guard-sentences.ts";
import { guards } from "./index.ts";

/**
 * The flaws of one comparison, by the guards that know them.
 *
 * @param given the comparison exact (not yet disclosed), graded
 * @returns findings in the order of the registry; keys of checks lead into their tables, which stand in the results where a finding names them
 */
export function findGuards(given: GuardInput): GuardFinding[] {
  return guards.flatMap(({ id, detect }) => {
    const found = detect(given);
    return found === null ? [] : [findingOf(id, found, given)];
  });
}

function findingOf(guard: string, found: Detection, { comparison, checks, outcomes }: GuardInput): GuardFinding {
  const named = (found.checks ?? []).flatMap((id) => checks.find((check) => check.id === id) ?? []);
  const words = { treated: comparison.arms.labels.treated, comparison: comparison.arms.labels.comparison };
  const shown: Sentence[] = [
    ...named.map(({ id, label }) => ({
      rule: "guard-by-arm" satisfies GuardSentenceId,
      slots: checkSlots(id),
      words: { ...words, counted: label },
      text: null,
    })),
    ...(found.shown ?? []).map(({ rule, slots }) => ({ rule, slots: { ...slots }, words, text: null })),
  ];
  return {
    id: `${comparison.id}:${guard}`,
    guard,
    comparison: comparison.id,
    outcomes: [...(found.outcomes ?? outcomes.map(({ id }) => id))],
    effect: found.effect,
    basis: found.basis,
    checks: named.map(({ id }) => id),
    shown,
    keys: [...new Set([...shown.flatMap(({ slots }) => Object.values(slots)), ...(found.keys ?? [])])],
  };
}

function checkSlots(check: string): Record<string, string> {
  const at = (arm: string, part: string) =>
    resultKey("tables", tableId("arm-check-*", check), "cells", arm === "treated" ? 0 : 1, part);
  return {
    treatedEvents: at("treated", "numerator"),
    treatedN: at("treated", "denominator"),
    comparisonEvents: at("comparison", "numerator"),
    comparisonN: at("comparison", "denominator"),
  };
}
