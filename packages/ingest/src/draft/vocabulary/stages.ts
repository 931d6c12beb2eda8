import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const stagesWords: RecordWords = {
  table: "stages",
  names: ["stages", "milestones", "pathway"],
  fields: [
    personWords,
    {
      field: "stage",
      headers: ["stage", "stage reached", "milestone", "pathway stage"],
      cells: "codes",
      codes: {
        identified: ["identified"],
        "met-criteria": ["met criteria"],
        referred: ["referred", "referral"],
        contacted: ["contacted", "first contact"],
        assessed: ["assessed", "assessment"],
        eligible: ["eligible", "suitable"],
        offered: ["offered", "offer made"],
        accepted: ["accepted"],
        started: ["started", "start", "commenced"],
        engaged: ["engaged"],
        completed: ["completed", "complete"],
        "followed-up": ["followed up", "follow-up"],
        exit: ["exit", "exited", "left"],
      },
    },
    { field: "date", headers: ["stage date", "date reached", "milestone date", "date"], cells: "date" },
    { field: "reason", headers: ["exit reason", "stage reason", "reason"], cells: "category" },
  ],
};
