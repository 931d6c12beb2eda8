import type { TopLevelSpec } from "vega-lite";

/** Every part of a spec, itself and those inside its layers. */
export function parts(spec: TopLevelSpec): Record<string, unknown>[] {
  const all: Record<string, unknown>[] = [];
  const visit = (part: Record<string, unknown>) => {
    all.push(part);
    for (const inner of (part.layer as Record<string, unknown>[] | undefined) ?? []) visit(inner);
  };
  visit(spec as unknown as Record<string, unknown>);
  return all;
}

/** The rows of data a spec carries, once for every part that carries them. */
export function rowsOf(spec: TopLevelSpec): Record<string, unknown>[] {
  return parts(spec).flatMap((part) => (part.data as { values?: Record<string, unknown>[] } | undefined)?.values ?? []);
}

/** The values of one field, in the order they are drawn. */
export function valuesOf(spec: TopLevelSpec, field: string): number[] {
  return rowsOf(spec)
    .map((row) => row[field])
    .filter((value) => typeof value === "number");
}

/** All text a spec writes, line by line. */
export function textsOf(spec: TopLevelSpec): string[] {
  return rowsOf(spec).flatMap((row) => (row.text === undefined ? [] : [row.text].flat().map(String)));
}
