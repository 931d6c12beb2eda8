/** Places in the chain, in their order. */
export const kindNames = {
  input: "What goes in",
  activity: "What is done",
  output: "What is delivered",
  outcome: "What changes",
  impact: "What lasts",
} as const;

/** How strong the evidence for a link is. */
export const strengthNames = {
  strong: "strong",
  moderate: "moderate",
  weak: "weak",
  none: "none",
  contested: "contested",
} as const;
