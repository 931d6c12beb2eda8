import type { WindowRequest } from "@likewise/engine";
import { Failure, type Outcome, type OutcomeStatus, type WindowEdges } from "@likewise/schema";

/** One person's outcome, as the artefact holds it. */
export interface OutcomeRow {
  readonly value: number | null;
  readonly time: number | null;
  readonly exposureYears: number | null;
  readonly status: OutcomeStatus;
  readonly missingReason: string | null;
}

/** What is known of one person's window, whose first day was observed. */
export interface WindowSeen {
  readonly anchor: number;
  /** Last day observed. */
  readonly to: number;
  readonly edges: WindowEdges;
  readonly counted: number | null;
  readonly custodyDays: number;
}

/** How one kind of outcome asks the engine, and reads its answer. */
export interface OutcomeReader {
  readonly measure: WindowRequest["measure"];
  read(seen: WindowSeen): OutcomeRow;
}

const readers: Readonly<Partial<Record<Outcome["kind"], OutcomeReader>>> = {
  binary: { measure: "any", read: readTotal },
  count: { measure: "count", read: readTotal },
  "time-to-event": { measure: "firstDay", read: readFirst },
};

/**
 * How the kind of an outcome is read from events.
 *
 * @throws Failure (usage) when events cannot give it
 */
export function outcomeReader(outcome: Outcome): OutcomeReader {
  const reader = readers[outcome.kind];
  if (reader === undefined) {
    const known = Object.keys(readers).join(", ");
    throw new Failure(
      "usage",
      `outcomes: ${outcome.id}: kind must be one that events have (${known}), got ${outcome.kind}`,
    );
  }
  if (outcome.kind === "time-to-event" && (outcome.timeUnit ?? "day") !== "day") {
    throw new Failure(
      "usage",
      `outcomes: ${outcome.id}: times from events are in days, got timeUnit ${outcome.timeUnit}`,
    );
  }
  return reader;
}

function readTotal({ to, edges, counted, custodyDays }: WindowSeen): OutcomeRow {
  if (edges.provenBy !== null && to < edges.provenBy) return missing("proof-not-over");
  const lastDay = Math.min(edges.upTo, to);
  return {
    value: counted!,
    time: null,
    exposureYears: (lastDay - edges.after - custodyDays) / 365.25,
    status: lastDay < edges.upTo ? "censored" : "observed",
    missingReason: null,
  };
}

/**
 * Time to the first event. Of a proven one, the proof of the whole window must be over: nobody's events would have less
 * time to be proven than another's, as those of people followed for less would.
 */
function readFirst({ anchor, to, edges, counted }: WindowSeen): OutcomeRow {
  if (edges.provenBy !== null && to < edges.provenBy) return missing("proof-not-over");
  const lastDay = Math.min(edges.upTo, to);
  if (counted !== null && anchor + counted <= lastDay) {
    return { value: 1, time: counted, exposureYears: null, status: "observed", missingReason: null };
  }
  return {
    value: 0,
    time: lastDay - anchor,
    exposureYears: null,
    status: lastDay < edges.upTo ? "censored" : "observed",
    missingReason: null,
  };
}

/** A row that says why there is no value. */
export function missing(missingReason: string): OutcomeRow {
  return { value: null, time: null, exposureYears: null, status: "missing", missingReason };
}
