import type { Pathway } from "../pathway/draw-pathway.ts";
import type { Decision } from "../selection/select-people.ts";
import type { Spell } from "./days.ts";
import type { Candidate } from "./draw-person.ts";

/** Everything about one person on a panel's list, what no table holds included. `events` go on after the decision. */
export interface SimulatedPerson extends Candidate {
  readonly id: string;
  /** Null for people nobody decided about: they left before, or places are not given one by one. */
  readonly decision: Decision | null;
  /** Null for people who were not referred. */
  readonly pathway: Pathway | null;
  readonly custodyAfter: Spell | null;
  /** Whether the police source was asked about them, and knew them. */
  readonly search: "found" | "not-found" | "not-searched";
  /** False for people under 18 who reached a panel's list by mistake. */
  readonly eligible: boolean;
  /** Who referred them and what their sessions were, where that is fixed beforehand. */
  readonly source?: string;
  readonly component?: string;
}
