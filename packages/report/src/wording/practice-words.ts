import type { Alignment, RatesFound } from "@likewise/schema";

/** What the evidence for a part amounts to. */
export const alignmentGrades: Readonly<Record<Alignment["components"][number]["grade"], string>> = {
  strong: "strong",
  moderate: "moderate",
  weak: "weak",
  contested: "contested: the strongest evidence disagrees",
  indirect: "indirect: about other people only",
  against: "against: the strongest evidence does not find that it helps",
  none: "none given",
};

/** What one source found of a part. */
export const findingDirections: Readonly<Record<Alignment["statements"][number]["direction"], string>> = {
  helps: "found to help",
  harms: "found to harm",
  "no-difference": "found to make no difference",
  mixed: "some of each",
};

/** Where a part of the programme is named. */
export const componentSources: Readonly<Record<Alignment["components"][number]["from"], string>> = {
  declared: "the plan",
  theory: "theory of change",
  workstream: "workstreams",
  sessions: "records of sessions",
};

/** What a published rate rests on, and why it counts too few. */
export const rateBases: Readonly<
  Record<RatesFound["declared"][number]["basis"], { readonly label: string; readonly undercounts: string }>
> = {
  survey: {
    label: "what people said when asked",
    undercounts: "It counts only what people chose to tell, and leaves out whoever the survey did not ask.",
  },
  "police-record": {
    label: "what came to the police",
    undercounts: "It counts only what came to the police. Most domestic abuse never does.",
  },
  "service-record": {
    label: "what came to a service",
    undercounts: "It counts only people who came to a service. Others may have gone through the same.",
  },
  estimate: {
    label: "a model",
    undercounts: "It is worked out by a model, and rests on what the model assumed of whatever nobody recorded.",
  },
};

/** The gap a part, or a group of people, leaves. */
export function gapText({ kind, label }: Alignment["gaps"][number]): string {
  return kind === "component"
    ? `No evidence is given for this part of the programme: ${label}.`
    : `No evidence given here is about these people: ${label}. What is known of others may not hold for them.`;
}

/** Months of a rate in words. */
export function ratePeriod(months: number | null): string {
  return months === null ? "a lifetime" : months === 1 ? "1 month" : `${months} months`;
}
