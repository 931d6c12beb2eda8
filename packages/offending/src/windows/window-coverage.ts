import type { MissingReason, WindowEdges } from "@likewise/schema";
import type { PersonObserved } from "../events/people-observed.ts";

/** Why nothing can be said of a person's window. */
export type NotCovered = Extract<
  MissingReason,
  "no-index-date" | "not-searched" | "not-found" | "coverage-not-declared" | "not-covered"
>;

/**
 * Whether a person was observed at the start of a window, so that what follows is what was seen of it. Covered = their
 * source shows the first day of the window; how far it goes is for the caller.
 *
 * @param edges null where the person has no anchor day
 * @returns null when covered
 */
export function notCovered(person: PersonObserved, edges: WindowEdges | null): NotCovered | null {
  if (edges === null) return "no-index-date";
  if (!person.searched) return "not-searched";
  if (!person.found) return "not-found";
  if (person.from === null || person.to === null) return "coverage-not-declared";
  return person.from > edges.after + 1 || person.to <= edges.after ? "not-covered" : null;
}
