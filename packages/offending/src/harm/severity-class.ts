import type { HarmScheme } from "./harm-schemes.ts";

/** A class of severity: weights from `from` up to the next class. */
export interface SeverityClass {
  readonly id: string;
  readonly label: string;
  /** In the table's unit, included. */
  readonly from: number;
}

/**
 * Classes used where a study declares none: a convention of this toolkit. Ten days is the line a published study of
 * 52,296 perpetrators drew; a gravity scale is its own classes; other schemes have none.
 *
 * @source Barnham, Barnes and Sherman (2017), doi:10.1007/s41887-017-0008-9, for the line at ten days
 * @example
 * defaultSeverityClasses.cchi.map(({ from }) => from); // [0, 10, 365]
 */
export const defaultSeverityClasses: Readonly<Partial<Record<HarmScheme["id"], readonly SeverityClass[]>>> = {
  cchi: [
    { id: "under-10-days", label: "under 10 days", from: 0 },
    { id: "10-days-to-a-year", label: "10 days to under a year", from: 10 },
    { id: "a-year-or-more", label: "a year or more", from: 365 },
  ],
  gravity: [1, 2, 3, 4].map((point) => ({ id: `gravity-${point}`, label: `gravity ${point}`, from: point })),
};

/**
 * The severity class of an event's weight.
 *
 * @param weight of the first event, in the table's unit; null where no event has one
 * @param classes in rising order
 * @returns its id; null without a weight, or where the weight lies under every class
 * @throws RangeError when classes do not rise
 * @example
 * severityClass(12, defaultSeverityClasses.cchi); // "10-days-to-a-year"
 */
export function severityClass(weight: number | null, classes: readonly SeverityClass[]): string | null {
  classes.forEach(({ from }, index) => {
    if (index > 0 && !(from > classes[index - 1]!.from)) {
      throw new RangeError(`severityClass: classes must rise, got ${from} after ${classes[index - 1]!.from}`);
    }
  });
  return weight === null ? null : (classes.findLast(({ from }) => weight >= from)?.id ?? null);
}
