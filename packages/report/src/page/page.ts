import type { Results } from "@likewise/schema";
import { type Html, html, raw } from "./html.ts";
import { styles } from "./styles.ts";

/** A section of a page: its heading is also its entry in the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

interface PageParts {
  readonly results: Results;
  /** What kind of page: "Dashboard", "Outcome report". */
  readonly name: string;
  readonly lead: Html;
  readonly sections: readonly Section[];
}

/**
 * A whole page in one file: nothing is fetched, no script runs, the marking stands on screen and on every printed page.
 */
export function page({ results, name, lead, sections }: PageParts): string {
  const marks = markings(results);
  const printed = [results.study.title, name, ...marks].join(" · ");
  const document = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${results.study.title}: ${name.toLowerCase()}</title>
<style>${raw(styles(printed.replace(/[<>]/g, "")))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
${marks.length === 0 ? null : html`<div class="marking" role="note"><div class="wrap">${marks.join(". ")}.</div></div>\n`}<header class="title"><div class="wrap">
<h1>${results.study.title}</h1>
${results.study.question ? html`<p class="lede">${results.study.question}</p>` : null}
<p>${name}${results.study.asAt ? ` · data as at ${longDate(results.study.asAt)}` : ""}</p>
<nav aria-label="On this page"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</div></header>
<main id="main"><div class="wrap">
${lead}
${sections.map(({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${body}</section>\n`)}</div></main>
<footer><div class="wrap"><p>Made with Likewise ${results.provenance.version}. Shorthand: [c] withheld because few people stand behind it, [x] not available, [z] does not apply.</p></div></footer>
</body>
</html>
`;
  return document.html;
}

/** What every page must say of itself. */
export function markings(results: Results): string[] {
  return [
    results.study.synthetic ? "Synthetic data: invented people, no real service" : null,
    results.edition === "working" ? "Working edition: exact numbers, not for release" : null,
  ].filter((mark) => mark !== null);
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * An ISO date as it is read aloud.
 *
 * @example
 * longDate("2024-12-31"); // "31 December 2024"
 */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}
