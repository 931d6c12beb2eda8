import type { MeasureDefinition } from "@likewise/schema";

/** Item numbers, from 1: all of them, or those listed. */
export function itemNumbers(
  { items }: MeasureDefinition,
  which: readonly number[] | "all" | undefined,
): readonly number[] {
  if (Array.isArray(which)) return which;
  return Array.from({ length: items.count }, (_, index) => index + 1);
}

/** The column an item stands in, by the definition's pattern. */
export function itemColumn({ items }: MeasureDefinition, item: number): string {
  return items.pattern.replace("{n}", String(item));
}
