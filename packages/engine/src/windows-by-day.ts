import { type WindowDefinition, windowEdges } from "@likewise/schema";
import type { WindowRequest } from "./window-aggregates.ts";

/** A window that requests have, those requests, and its edges around each of the different anchor days. */
export interface WindowByDay {
  readonly edges: DayEdges;
  readonly requests: readonly WindowRequest[];
}

/** Edges of a window around each anchor day. */
export interface DayEdges {
  readonly after: Int32Array;
  readonly upTo: Int32Array;
  readonly provenBy: Int32Array | null;
}

/** The different windows of requests: two of the same edges are one. */
export function windowsByDay(requests: readonly WindowRequest[], days: Int32Array): WindowByDay[] {
  const windows = new Map<string, { edges: DayEdges; requests: WindowRequest[] }>();
  for (const request of requests) {
    const { from, to, provenBy } = request.window;
    const key = JSON.stringify([from, to, provenBy]);
    const same = windows.get(key);
    if (same === undefined) windows.set(key, { edges: edgesByDay(request.window, days), requests: [request] });
    else same.requests.push(request);
  }
  return [...windows.values()];
}

function edgesByDay(window: WindowDefinition, days: Int32Array): DayEdges {
  const edges = Array.from(days, (day) => windowEdges(window, day));
  return {
    after: Int32Array.from(edges, ({ after }) => after),
    upTo: Int32Array.from(edges, ({ upTo }) => upTo),
    provenBy: window.provenBy === null ? null : Int32Array.from(edges, ({ provenBy }) => provenBy!),
  };
}

/** First and last day, by anchor day, that any window holds. */
export interface Reach {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function reachOf(windows: readonly WindowByDay[], days: Int32Array): Reach {
  return {
    first: days.map((_, day) => Math.min(...windows.map(({ edges }) => edges.after[day]! + 1))),
    last: days.map((_, day) => Math.max(...windows.map(({ edges }) => edges.upTo[day]!))),
  };
}
