import type { Offset, WindowDefinition } from "@likewise/schema";

/** SQL for the edges of a window around an anchor date, by the same calendar arithmetic as `windowEdges`. */
export interface WindowSql {
  readonly after: string;
  readonly upTo: string;
  readonly provenBy: string | null;
}

/** @param anchor SQL of a DATE */
export function windowSql(window: WindowDefinition, anchor: string): WindowSql {
  return {
    after: shiftSql(anchor, window.from),
    upTo: shiftSql(anchor, window.to),
    provenBy: window.provenBy === null ? null : shiftSql(anchor, window.provenBy),
  };
}

/** Whole months or days from the anchor, never chained; DATE + INTERVAL is a TIMESTAMP, hence the cast. */
function shiftSql(anchor: string, offset: Offset): string {
  const [size, unit] = "months" in offset ? [offset.months, "MONTH"] : [offset.days, "DAY"];
  if (!Number.isSafeInteger(size)) {
    throw new RangeError(`windowSql: an offset must be a whole number of months or days, got ${size}`);
  }
  if (size === 0) return anchor;
  return `CAST(${anchor} ${size < 0 ? "-" : "+"} INTERVAL '${Math.abs(size)}' ${unit} AS DATE)`;
}
