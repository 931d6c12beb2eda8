import { type FactStatus, offenceCodes } from "./offence-codes.ts";

/** A way of writing an offence, and the code or title it stands for. */
export interface OffenceSynonym {
  /** As it is written in extracts. */
  readonly text: string;
  /** Home Office code it stands for; null where a title is given. */
  readonly code: string | null;
  /** Title of the weight table it stands for; null where a code is given. */
  readonly title: string | null;
  readonly source: string;
  readonly status: FactStatus | "declared";
}

const seen = "Police offence categories in a public list, matched with the June 2023 offence group classification";
const usage = "Usual abbreviation of the offence; confirm with the force";

/**
 * Ways of writing that police extracts are known to use, misspellings too, and the titles of the codes themselves. What
 * is not here, and not among the study's own, is not matched: nothing is guessed from likeness.
 *
 * @example
 * offenceSynonyms.find(({ text }) => text === "Controlling and coercive behavious").code; // "00867"
 */
export const offenceSynonyms: readonly OffenceSynonym[] = [
  ...offenceCodes.map(({ code, title, source, status }) => ({ text: title, code, title: null, source, status })),
  {
    text: "Controlling and coercive behavious",
    code: "00867",
    title: null,
    source: seen,
    status: "verified-secondary",
  },
  {
    text: "Engage in controlling/coercive behaviour in an intimate / family relationship",
    code: "00867",
    title: null,
    source: seen,
    status: "verified-secondary",
  },
  {
    text: "Non-fatal strangulation and suffocation",
    code: "00877",
    title: null,
    source: seen,
    status: "verified-secondary",
  },
  { text: "ABH", code: "00806", title: null, source: usage, status: "recalled" },
  { text: "Actual bodily harm", code: "00806", title: null, source: usage, status: "recalled" },
  { text: "GBH s20", code: "00801", title: null, source: usage, status: "recalled" },
  // Beside the one above, so that GBH without its section is ambiguous and matches neither.
  { text: "GBH s18", code: "00501", title: null, source: usage, status: "recalled" },
  { text: "GBH with intent", code: "00501", title: null, source: usage, status: "recalled" },
  { text: "Common assault", code: "10501", title: null, source: usage, status: "recalled" },
  { text: "Coercive control", code: "00867", title: null, source: usage, status: "recalled" },
  { text: "Controlling or coercive behaviour", code: "00867", title: null, source: usage, status: "recalled" },
  { text: "Breach of non-molestation order", code: "06639", title: null, source: usage, status: "recalled" },
  { text: "Breach of restraining order", code: "00831", title: null, source: usage, status: "recalled" },
];
