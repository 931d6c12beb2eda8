/** A step of the pathway: the stage that must be recorded, and its words. */
export interface PathwayStep {
  readonly stage: string;
  readonly label: string;
}

/**
 * The pathway a study has unless its plan names other steps; only steps that occur are shown.
 *
 * @example
 * pathwaySteps.map((step) => step.stage).slice(0, 3); // ["identified", "met-criteria", "referred"]
 */
export const pathwaySteps: readonly PathwayStep[] = [
  { stage: "identified", label: "Identified" },
  { stage: "met-criteria", label: "Met criteria" },
  { stage: "referred", label: "Referred" },
  { stage: "contacted", label: "Contacted" },
  { stage: "assessed", label: "Assessed" },
  { stage: "eligible", label: "Eligible" },
  { stage: "offered", label: "Offered a place" },
  { stage: "accepted", label: "Accepted" },
  { stage: "started", label: "Started" },
  { stage: "engaged", label: "Engaged" },
  { stage: "completed", label: "Completed" },
  { stage: "followed-up", label: "Followed up" },
];
