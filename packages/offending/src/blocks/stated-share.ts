/** A share of people with an event, as somebody states it: of whom, in which window, before or after what. */
export interface StatedShare {
  readonly id: string;
  /** 0 to 1. */
  readonly share: number;
  /** People with an event, and people; null where they are not stated. */
  readonly events: number | null;
  readonly total: number | null;
  /** null where it is not stated. */
  readonly window: string | null;
  /** Whose share it is: two shares are of the same people only where this is the same. */
  readonly population: string;
  /** `context`: of a population that the programme did not choose from or work with, such as a whole system. */
  readonly when: "before" | "after" | "context";
  /** Whether these people came to be counted by what they did themselves, such as engaging. */
  readonly selfSelected?: boolean;
}

/** A share of another population beside those of a programme: context, never a control. */
export interface ContextShare extends StatedShare {
  readonly when: "context";
  readonly role: "context-not-control";
}

/**
 * Labels a share of another population for what it is. It may be shown beside the shares of a programme; no arithmetic
 * sets the two against each other.
 *
 * @example
 * const whole = { id: "whole-system", share: 0.38, events: null, total: null, window: null, population: "everybody recorded" };
 * contextShare(whole).role; // "context-not-control"
 */
export function contextShare(stated: Omit<StatedShare, "when">): ContextShare {
  return { ...stated, when: "context", role: "context-not-control" };
}
