import type { Results } from "@likewise/schema";
import { codeWords } from "./code-words.ts";
import { covariateLabel } from "./covariate-labels.ts";

/**
 * Why a row or a person is not counted, for a reader: an explanation where the code alone has none, the name of
 * a characteristic that is missing, the plan's own words as they are, and other codes as words.
 */
export function reasonWords(code: string, results: Results): string {
  const characteristic = /^(\S+) missing$/.exec(code)?.[1];
  if (characteristic !== undefined) return `not known: ${covariateLabel(characteristic, results)}`;
  return explained[code] ?? codeWords(code);
}

const explained: Readonly<Record<string, string>> = {
  // Why an outcome is not known
  "not-searched": "nobody looked for them",
  "not-found": "looked for and not found",
  "no-row": "no record of them",
  "no-index-date": "no index date",
  "coverage-not-declared": "the plan does not say what the source covers",
  "not-covered": "the source does not cover the window",
  "proof-not-over": "the time for proof is not over",
  censored: "the data end inside the window",
  "several-rows": "several records that disagree",
  "value-missing": "the record has no value",
  "value-not-usable": "the record has a value that cannot be used",
  "time-missing": "the record has no time",
  // Who is analysed
  "other-role": "another role than the one followed",
  "no-arm-decision": "no decision that says a group",
  "arm-not-compared": "a decision the plan does not compare",
  "both-arms": "decisions of both groups",
  "person-left-out": "of somebody who is not analysed",
  "person-not-in-people": "of somebody who is not in the people table",
  "person-not-analysed": "of somebody who is not analysed",
  "person-repeats": "a second row of the same person",
  "another-row-decides": "another row of the person decides",
  // Events
  "breach-alone": "a breach alone",
  "found-by-looking": "found because the police looked for it",
  "no-crime-flag": "no record whether it is a crime",
  "no-domestic-flag": "no record whether it is domestic abuse",
  "no-disposal": "no disposal recorded",
  "disposal-not-known": "a disposal that is not known",
  "part-victim": "the person was the victim",
  "partial-date": "a day that is known only in part",
  // Rows of extracts
  category_twin: "a category written in two ways",
  code_unknown: "a code that the table cannot have",
  code_unmapped: "a code that the plan does not map",
  conflicting_rows: "rows that contradict each other",
  encoding_mojibake: "letters garbled by a wrong encoding",
  equal_rows: "a row equal to another",
  free_text: "free text where none belongs",
  header_whitespace: "blanks around a column’s name",
  id_scientific: "an id turned into a number by a spreadsheet",
  id_twin: "ids that differ only in how they are written",
  id_whitespace: "blanks around an id",
  identifier_in_cell: "a cell that may identify somebody",
  key_repeated: "a key that another row has",
  quote_stray: "a quotation mark out of place",
  reference_rejected: "refers to a row that was rejected",
  reference_unknown: "refers to a row that is not there",
  required_missing: "a required cell is empty",
};
