import type { Results } from "@likewise/schema";
import { longDate } from "../wording/long-date.ts";
import { type Html, html, raw } from "./html.ts";
import { styles } from "./styles.ts";

/** A section of a page: its heading is also its entry in the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** What one page is made of. */
export interface PageParts {
  readonly results: Results;
  /** What kind of page: "Commissioner's dashboard", "Outcome report". */
  readonly name: string;
  /** What stands before the contents: the answers, or the summary. */
  readonly lead: Html;
  readonly sections: readonly Section[];
}

/**
 * A whole page in one file: nothing is fetched, no script runs, the marking stands on screen and on every printed page.
 */
export function page({ results, name, lead, sections }: PageParts): string {
  const { study, provenance } = results;
  const marks = markings(results);
  const running = { title: `${shortened(study.title)} – ${name}`, marking: marks.join(". ") };
  const document = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${study.title} – ${name}</title>
<style>${raw(styles(running))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header>
${marks.length === 0 ? null : html`<p class="marking">${marks.join(". ")}.</p>\n`}<div class="wrap title">
<p class="kicker">${name}${study.asAt ? ` · data as at ${longDate(study.asAt)}` : ""}</p>
<h1>${study.title}</h1>
${study.question ? html`<p class="lede">${study.question}</p>\n` : null}</div></header>
<main id="main"><div class="wrap">
${lead}
<nav aria-label="On this page"><h2>On this page</h2><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${body}</section>\n`)}</div></main>
<footer><div class="wrap"><p>Made with Likewise ${provenance.version}. In tables, [c] is withheld because few people stand behind it, [x] is not available and [z] does not apply.</p></div></footer>
</body>
</html>
`;
  return document.html;
}

/** A margin of a printed page has room for two lines. */
function shortened(title: string): string {
  return title.length <= 120 ? title : `${title.slice(0, 119).trimEnd()}…`;
}

/** What every page must say of itself. */
function markings(results: Results): string[] {
  return [
    results.study.synthetic ? "Synthetic data: invented people, no real service" : null,
    results.edition === "working" ? "Working edition: exact numbers, not for release" : null,
  ].filter((mark) => mark !== null);
}
