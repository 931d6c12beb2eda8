import { type Comparison, isUnbounded, isWithheld, type KeyStep, type Results, type Table } from "@likewise/schema";
import { codeWords } from "../wording/code-words.ts";
import type { Named } from "./explanation.ts";

/** Whom a number is of: names of the entries along its key, levels of its cell, the arm and the people compared. */
export function filterOf(results: Results, trail: readonly KeyStep[]): Named[] {
  return trail.flatMap((step, index) => {
    const before = trail[index - 1];
    if (before?.segment === "cells") return levelsOf(trail[index - 2]!.value as Table, step.value);
    if (Array.isArray(before?.value) && isEntry(step.value)) return entryNamed(before.segment, step);
    if (step.segment === "treated" || step.segment === "comparison") return armOf(results, trail, step.segment);
    return [];
  });
}

function isEntry(value: unknown): boolean {
  return typeof value === "object" && value !== null && !isWithheld(value) && !isUnbounded(value);
}

/** Parts of entries that say whom they are of. */
const narrowing = [
  "arm",
  "group",
  "level",
  "subgroup",
  "reporter",
  "who",
  "analysisSet",
  "population",
  "scale",
] as const;

function entryNamed(list: string, { segment, value }: KeyStep): Named[] {
  const entry = value as Readonly<Record<string, unknown>>;
  const label = ["label", "title", "covariateLabel", "why"].map((name) => entry[name]).find(isText);
  const own: Named = { name: codeWords(list), value: label === undefined ? segment : `${segment} (${label})` };
  const parts = narrowing.flatMap((name) => (isText(entry[name]) ? [{ name, value: entry[name] }] : []));
  return list === "comparisons" ? [own, ...analysed(entry)] : [own, ...parts];
}

/** Comparisons of the plan, under `options`, have another shape. */
function analysed({ design }: Readonly<Record<string, unknown>>): Named[] {
  const set = (design as { readonly analysisSet?: unknown } | undefined)?.analysisSet;
  return isText(set) ? [{ name: "analysis set", value: set }] : [];
}

function levelsOf(table: Table, cell: unknown): Named[] {
  const { at } = cell as Table["cells"][number];
  return table.dimensions.map(({ id, label, levels, total }) => {
    const level = at[id] ?? "";
    const name = levels.find((one) => one.id === level)?.label ?? level;
    return { name: label ?? id, value: level === total ? `${name} (everyone)` : name };
  });
}

function armOf(results: Results, trail: readonly KeyStep[], arm: "treated" | "comparison"): Named[] {
  const inside = trail[0]!.segment === "comparisons" ? (trail[1]?.value as Comparison | undefined) : undefined;
  const labels = (inside ?? results.comparisons[0])?.arms.labels;
  return labels === undefined ? [] : [{ name: "arm", value: `${arm} (${labels[arm]})` }];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
