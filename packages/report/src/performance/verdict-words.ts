import type { Asked } from "@likewise/schema";

/** What was delivered against what was asked, in the words of the pages. */
export const verdictWords: Readonly<Record<Extract<Asked["verdict"], string>, string>> = {
  met: "Met",
  "met-within-chance": "Met, within chance",
  "missed-within-chance": "Missed, within chance",
  missed: "Missed",
  "cannot-say": "Cannot say",
  provisional: "Provisional",
  "no-target": "No target",
};
