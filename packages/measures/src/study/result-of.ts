import type { ChangeOfGroup, MeasureResult } from "@likewise/schema";
import { unverifiedFacts } from "../definition/unverified-facts.ts";
import type { MeasuredEntry } from "./describe-measures.ts";

/** Level of every interval of a study's measures. */
export const level = 0.95;

/** How one score of an entry was worked out, without a number of people. */
export function resultOf(
  { id, plan, definition }: MeasuredEntry,
  {
    score,
    items = definition.items.count,
    better = null,
    range = null,
    change = null,
    bins = [],
    unverified = unverifiedFacts(definition),
    tables,
    refusals,
  }: {
    readonly score: string | null;
    readonly items?: number;
    readonly better?: "higher" | "lower" | null;
    readonly range?: readonly [number, number] | null;
    readonly change?: ChangeOfGroup | null;
    readonly bins?: MeasureResult["bins"];
    readonly unverified?: readonly string[];
    readonly tables: readonly string[];
    readonly refusals: readonly string[];
  },
): MeasureResult {
  const { class: terms, holder } = definition.licence;
  return {
    id: lineId(id, definition.scores.length, score),
    measure: {
      id: definition.id,
      version: definition.version,
      title: definition.title,
      abbreviation: definition.abbreviation,
      kind: definition.kind,
    },
    score,
    items,
    reporter: plan.reporter,
    better,
    range: range === null ? null : [...range],
    waves: [...plan.waves],
    level,
    error: change?.error ?? null,
    cutOff: change?.cutOff ?? null,
    bins: [...bins],
    licence: `${terms}, ${holder}`,
    unverified: [...unverified],
    tables: [...tables],
    refusals: [...refusals],
  };
}

/** An instrument of several scores has one line each. */
export function lineId(entry: string, scores: number, score: string | null): string {
  return score === null || scores < 2 ? entry : `${entry}-${score}`;
}
