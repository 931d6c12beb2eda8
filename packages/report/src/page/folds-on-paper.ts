import { type Html, html, raw } from "./html.ts";

/**
 * Everything that a page folds away, once more for paper, where nothing can be unfolded: what stands behind each fold,
 * under the words of the fold. It is never seen on a screen, so nothing in it is a stop of the keyboard.
 *
 * @param parts of the page, in their order
 * @returns null where nothing is folded
 */
export function foldsOnPaper(parts: readonly Html[]): Html | null {
  const folds = parts.flatMap((part) => [...part.html.matchAll(fold)]);
  if (folds.length === 0) return null;
  return html`${folds.map(([, summary, body]) => html`<div class="fold"><h3>${raw(title(summary!))}</h3>\n${raw(forPaper(body!))}</div>\n`)}`;
}

/** A fold as the pages write it: none holds another. */
const fold = /<details[^>]*><summary>([\s\S]*?)<\/summary>([\s\S]*?)<\/details>/g;

/** A fold of a picture says to all who hear it alone whose numbers it holds: on paper that is its title. */
function title(summary: string): string {
  return /<span class="unseen">: ([\s\S]*?)<\/span>/.exec(summary)?.[1] ?? summary;
}

function forPaper(body: string): string {
  return body.replace(/ (?:tabindex|role|aria-label|style)="[^"]*"/g, "").trim();
}
