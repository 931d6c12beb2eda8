import type { Unbounded, Withheld } from "../generated/types.ts";
import { entryNames } from "./entry-names.ts";
import { isUnbounded, isWithheld } from "./figures.ts";
import { resultKey } from "./result-key.ts";

/** What a document of results holds at its ends. */
export type LeafValue = number | string | boolean | null | Withheld | Unbounded;

export interface ResultLeaf {
  readonly key: string;
  readonly value: LeafValue;
}

/**
 * Every number, text, yes or no, null, withheld and unbounded value of a document, with its key, in the order of the
 * document. Empty lists and empty parts have none.
 *
 * @param document results, or one comparison
 * @example
 * resultLeaves({ funnel: [{ step: "started", count: 240 }] })[1]; // { key: "funnel/started/count", value: 240 }
 */
export function resultLeaves(document: object): ResultLeaf[] {
  const leaves: ResultLeaf[] = [];
  const visit = (value: unknown, list: string, path: readonly string[]): void => {
    if (isLeaf(value)) leaves.push({ key: resultKey(...path), value });
    else if (Array.isArray(value)) {
      const names = entryNames(value, list);
      value.forEach((entry, index) => void visit(entry, "", [...path, names[index]!]));
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name, [...path, name]);
    }
  };
  visit(document, "", []);
  return leaves;
}

function isLeaf(value: unknown): value is LeafValue {
  return value === null || typeof value !== "object" ? value !== undefined : isWithheld(value) || isUnbounded(value);
}
