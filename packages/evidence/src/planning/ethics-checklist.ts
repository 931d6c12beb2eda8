import type { EthicsItem } from "@likewise/schema";

/**
 * What any evaluation with people at risk sees to, whatever its design; designs add their own.
 *
 * @source practice of domestic-abuse evaluation, by recall; an ethics committee decides, not this list
 */
export const ethicsChecklist: readonly EthicsItem[] = [
  { id: "safety-first", text: "Safety comes before the study: any worker may take a person out of it, at once" },
  { id: "emergency-help", text: "Nobody is refused emergency help, or waits for it, because of the study" },
  {
    id: "equipoise",
    text: "Who gets a place is left to a rule only where places are short and nobody knows who gains most",
  },
  {
    id: "consent",
    text: "People are asked where they can be, told what is done with records, and may say no at no cost",
  },
  {
    id: "victim-survivors",
    text: "Victim-survivors are asked apart and safely, by somebody trained, never through the abuser",
  },
  { id: "data", text: "Only the data needed are held, under pseudonyms, with a date on which they are destroyed" },
  { id: "stopping", text: "A rule for stopping is written down first: how much harm, seen by whom, ends the study" },
  {
    id: "oversight",
    text: "Somebody independent, with victim-survivors among them, sees the plan and the harm as it comes",
  },
];
