import type { Dialect } from "./parse-records.ts";

/** Text whose records all end alike. */
export interface EvenText {
  readonly text: string;
  readonly newline: "\n" | "\r\n" | "\r";
  /** Some records end with \r\n and are split at \n: the \r is left on their last cell, to be dropped. */
  readonly trailing: boolean;
}

/**
 * Finds the line break of delimited text. Where records end in different ways, and lone \r are among them, those outside
 * quotes become \n; so is a byte-order mark dropped that files joined end to end have left at the start of a record.
 */
export function evenBreaks(text: string, dialect: Dialect): EvenText {
  const joined = text.includes("\ufeff");
  const returns = text.includes("\r");
  if (!joined && !returns) return { text, newline: "\n", trailing: false };
  const feeds = text.includes("\n");
  if (!joined && !feeds) return { text, newline: "\r", trailing: false };
  const loneReturn = returns && /\r(?!\n)/.test(text);
  if (joined || loneReturn) return { text: rewritten(text, dialect), newline: "\n", trailing: false };
  if (/(?<!\r)\n/.test(text)) return { text, newline: "\n", trailing: true };
  return { text, newline: "\r\n", trailing: false };
}

/** Quotes are paired as the parser pairs them: one opens at the start of a cell, and closes before a cell's end. */
function rewritten(text: string, { delimiter, quote }: Dialect): string {
  const parts: string[] = [];
  let kept = 0;
  const replace = (from: number, to: number, by: string): void => {
    parts.push(text.slice(kept, from), by);
    kept = to;
  };
  let at = 0;
  let cellStart = true;
  let recordStart = true;
  while (at < text.length) {
    const character = text[at]!;
    if (recordStart && character === "\ufeff") {
      replace(at, ++at, "");
      continue;
    }
    recordStart = false;
    if (cellStart && quote !== null && text.startsWith(quote, at)) {
      at = closingQuote(text, at + quote.length, delimiter, quote);
      cellStart = false;
    } else if (character === "\n" || character === "\r") {
      const end = character === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
      if (character === "\r") replace(at, end, "\n");
      at = end;
      cellStart = true;
      recordStart = true;
    } else {
      cellStart = text.startsWith(delimiter, at);
      at += cellStart ? delimiter.length : 1;
    }
  }
  parts.push(text.slice(kept));
  return parts.join("");
}

/** Position after the quote that closes a cell: not doubled, and followed by the end of the cell or spaces before it. */
function closingQuote(text: string, from: number, delimiter: string, quote: string): number {
  let at = text.indexOf(quote, from);
  while (at !== -1) {
    const next = at + quote.length;
    if (text.startsWith(quote, next)) {
      at = text.indexOf(quote, next + quote.length);
      continue;
    }
    let end = next;
    while (end < text.length && !text.startsWith(delimiter, end) && /[^\S\r\n]/.test(text[end]!)) end++;
    if (end === text.length || text.startsWith(delimiter, end) || text[end] === "\n" || text[end] === "\r") return next;
    at = text.indexOf(quote, next);
  }
  return text.length;
}
