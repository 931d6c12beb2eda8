import type { Results } from "@likewise/schema";
import type { Html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { codeWords } from "../wording/code-words.ts";
import { basisLabels, reporterNames } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";

/** What each outcome is: its definition and window by their ids, what it rests on, and which direction is better. */
export function definitions({ study: { outcomes } }: Results): Html {
  const declared = outcomes.some((outcome) => outcome.primary);
  return dataTable({
    caption: "What each outcome is",
    head: ["Outcome", "Definition", "Window", "Rests on", "Whose account", "Better is", "Part it plays"],
    rows: outcomes.map((outcome) => [
      capital(outcome.label),
      codeWords(outcome.definition),
      outcome.window ?? "as recorded",
      basisLabels[outcome.basis ?? ""] ?? "not declared",
      reporterNames[outcome.reporter ?? ""] ?? "not declared",
      outcome.direction,
      declared ? (outcome.primary ? "primary" : "secondary") : "not declared",
    ]),
  });
}
