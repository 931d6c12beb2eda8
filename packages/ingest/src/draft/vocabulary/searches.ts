import { personWords } from "./person.ts";
import type { RecordWords } from "./vocabulary.ts";

export const searchesWords: RecordWords = {
  table: "searches",
  names: ["search", "searches", "matches", "matching", "traced", "lookup"],
  fields: [
    personWords,
    {
      field: "source",
      headers: ["system", "source", "system searched", "database", "source searched"],
      not: ["referral"],
      cells: "category",
      codes: {
        events: ["rms", "police", "niche", "athena", "connect", "pnc", "crime recording", "crime system", "events"],
      },
    },
    {
      field: "searched_on",
      headers: ["search date", "searched on", "date searched", "date of search", "matched on"],
      cells: "date",
    },
    {
      field: "found",
      headers: ["result", "found", "matched", "match", "search result", "traced", "match result"],
      not: ["date", "rate"],
      cells: "boolean",
      codes: {
        true: ["match", "matched", "found", "traced", "hit", "positive"],
        false: ["no match", "not matched", "not found", "no trace", "not traced", "untraced", "nil", "negative"],
      },
    },
    {
      field: "from",
      headers: ["period from", "from", "covers from", "searched from", "start of period", "period start"],
      not: ["referred"],
      cells: "date",
    },
    {
      field: "to",
      headers: ["period to", "to", "covers to", "searched to", "end of period", "period end"],
      cells: "date",
    },
  ],
};
