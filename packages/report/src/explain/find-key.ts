import { keySegments, type Results, resultKey, resultLeaves, type Table } from "@likewise/schema";

/**
 * A key as a person types it, as the key that results know: cells of tables may be named by their levels in any order,
 * totals left out: `tables.reach[area=north]` or `tables/reach[area=north]/numerator`.
 *
 * @example
 * findKey({ tables: [] }, "funnel/started/count"); // "funnel/started/count"
 */
export function findKey({ tables }: Pick<Results, "tables">, typed: string): string {
  const match = /^tables[./]([^[]+)\[([^\]]*)\](?:[./](.+))?$/.exec(typed);
  if (match === null) return typed.replace(/\/+$/, "");
  const [, name, levels, rest] = match as unknown as [string, string, string, string | undefined];
  const table = tables.find(({ id }) => id === keySegments(name).join("/"));
  const cell = table === undefined ? undefined : cellAt(table, levels);
  const below = rest === undefined ? [] : keySegments(rest.replaceAll(".", "/"));
  if (table === undefined || cell === undefined) return typed;
  const place = Object.entries(cell.at).map(([dimension, level]) => `${dimension}=${level}`);
  return resultKey("tables", table.id, "cells", place.join(","), ...below);
}

function cellAt({ dimensions, cells }: Table, levels: string): Table["cells"][number] | undefined {
  const wanted = new Map<string, string>();
  for (const part of levels.split(",").filter((text) => text !== "")) {
    const [dimension, ...level] = part.split("=");
    wanted.set(dimension!.trim(), level.join("=").trim());
  }
  if ([...wanted.keys()].some((id) => dimensions.every((dimension) => dimension.id !== id))) return undefined;
  return cells.find(({ at }) => dimensions.every(({ id, total }) => at[id] === (wanted.get(id) ?? total)));
}

/**
 * Keys most like one that leads nowhere: those that share most of its words.
 *
 * @param results any document of results
 * @param typed   what leads nowhere
 * @param most    how many at most
 */
export function nearestKeys(results: object, typed: string, most: number): string[] {
  const wanted = words(typed);
  const scored = resultLeaves(results).flatMap(({ key }) => {
    const own = words(key);
    const shared = [...wanted].filter((word) => own.has(word)).length;
    return shared === 0 ? [] : [{ key, score: shared / (wanted.size + own.size - shared) }];
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ key }) => key);
}

function words(key: string): Set<string> {
  return new Set(key.toLowerCase().match(/[a-z0-9]+/g) ?? []);
}
