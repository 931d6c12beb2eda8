import { addMonths } from "./add-months.ts";

/** A distance from an anchor day: calendar months, or days for the variants that count them. */
export type Offset = { readonly months: number } | { readonly days: number };

/**
 * A window around an anchor day a: days after `from` up to and including `to`, both computed from a.
 * `provenBy`, where present, is the last day on which the proof of an event in the window counts.
 */
export interface WindowDefinition {
  readonly id: string;
  readonly side: "before" | "after";
  readonly from: Offset;
  readonly to: Offset;
  readonly provenBy: Offset | null;
}

/** The edges of a window for one anchor day: after < day <= upTo, whole days since 1970-01-01. */
export interface WindowEdges {
  readonly after: number;
  readonly upTo: number;
  readonly provenBy: number | null;
}

/** One row a family of windows; ids differ whenever definitions do. `<…>` in a form stands for a size from 1 to 9999. */
const families: readonly {
  readonly form: string;
  readonly define: (size: number, proof: number) => Omit<WindowDefinition, "id">;
}[] = [
  { form: "recorded-<m>m", define: (m) => after({ months: 0 }, { months: m }, null) },
  { form: "moj-proven-<m>m", define: (m) => after({ months: 0 }, { months: m }, { months: m + 6 }) },
  { form: "moj-<days>-<proof days>", define: (d, proof) => after({ days: 0 }, { days: d }, { days: d + proof }) },
  { form: "before-<m>m", define: (m) => before({ months: -m }, { months: 0 }) },
  { form: "block+<k>", define: (k) => after({ months: 6 * (k - 1) }, { months: 6 * k }, null) },
  { form: "block-<k>", define: (k) => before({ months: -6 * k }, { months: 6 - 6 * k }) },
];

/** The forms a window id can take, for help and messages. */
export const windowForms: readonly string[] = families.map((family) => family.form);

/**
 * The definition a window id stands for.
 *
 * `recorded-12m` is (index, index + 12 months]; `moj-proven-12m` adds: proven by index + 18 months inclusive;
 * `moj-365-183` counts days; `before-24m` is (index - 24 months, index]; `block+1` is (a, a + 6 months] and `block-1`
 * (a - 6 months, a].
 *
 * @throws RangeError when no family has this form or a size is not 1 to 9999
 * @example
 * windowDefinition("recorded-12m").to; // { months: 12 }
 */
export function windowDefinition(id: string): WindowDefinition {
  for (const { form, define } of families) {
    const match = patternOf(form).exec(id);
    if (match) return { id, ...define(Number(match[1]), Number(match[2] ?? 0)) };
  }
  throw new RangeError(
    `windowDefinition: id must be one of ${windowForms.join(", ")} with sizes from 1 to 9999, got ${id}`,
  );
}

/**
 * The days of a window for one anchor.
 *
 * @param window a definition
 * @param anchor whole days since 1970-01-01
 * @example
 * windowEdges(windowDefinition("recorded-12m"), 19782); // { after: 19782, upTo: 20147, provenBy: null }
 */
export function windowEdges(window: WindowDefinition, anchor: number): WindowEdges {
  return {
    after: shift(anchor, window.from),
    upTo: shift(anchor, window.to),
    provenBy: window.provenBy === null ? null : shift(anchor, window.provenBy),
  };
}

/** Sizes have no leading zeros: one definition has one id. */
function patternOf(form: string): RegExp {
  return new RegExp(`^${form.replace("+", "\\+").replace(/<[^>]+>/g, "([1-9]\\d{0,3})")}$`);
}

/**
 * Whether an event on a day lies in a window: after < day <= upTo and, where the window has a proof day, proven by it.
 *
 * @param edges     of one anchor
 * @param day       of the event, whole days since 1970-01-01
 * @param provenDay of its proof; null when not proven, and of no account in windows without proof
 * @example
 * insideWindow({ after: 100, upTo: 200, provenBy: null }, 100, null); // false
 */
export function insideWindow(edges: WindowEdges, day: number, provenDay: number | null): boolean {
  if (day <= edges.after || day > edges.upTo) return false;
  return edges.provenBy === null || (provenDay !== null && provenDay <= edges.provenBy);
}

function shift(anchor: number, offset: Offset): number {
  return "months" in offset ? addMonths(anchor, offset.months) : anchor + offset.days;
}

function after(from: Offset, to: Offset, provenBy: Offset | null): Omit<WindowDefinition, "id"> {
  return { side: "after", from, to, provenBy };
}

function before(from: Offset, to: Offset): Omit<WindowDefinition, "id"> {
  return { side: "before", from, to, provenBy: null };
}
