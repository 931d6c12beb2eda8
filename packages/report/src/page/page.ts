import type { Results } from "@likewise/schema";
import { colours } from "../charts/theme.ts";
import { longDate } from "../wording/long-date.ts";
import { type Html, html, raw } from "./html.ts";
import { styles } from "./styles.ts";

/** A section of a page: its heading is also its entry in the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
  /** In print it begins a page of its own. */
  readonly startsPage?: boolean;
}

/** What one page is made of. */
export interface PageParts {
  readonly results: Results;
  /** What kind of page: "Commissioner's dashboard", "Outcome report". */
  readonly name: string;
  /** What stands before the contents: the answers, or the summary. */
  readonly lead: Html;
  /** Sections before the contents, which list them too; none when left out. */
  readonly opening?: readonly Section[];
  readonly sections: readonly Section[];
  /** Sections after all others, which the contents list apart; none when left out. */
  readonly annexes?: readonly Section[];
  /** What print alone shows, after everything else, from a page of its own; nothing when left out. */
  readonly onPaper?: { readonly title: string; readonly body: Html | null };
  /** Rules of this kind of page alone, after those of every page. */
  readonly style?: string;
  /** Whether the question of the study stands below its title; elsewhere on the page where it does not. */
  readonly asksAtTop?: boolean;
}

/**
 * A whole page in one file: nothing is fetched, no script runs, the marking stands on screen and on every printed page.
 */
export function page(parts: PageParts): string {
  const { results, name, lead, opening = [], sections, annexes = [], onPaper, style = "", asksAtTop = true } = parts;
  const { study, provenance } = results;
  const marks = markings(results);
  const running = { title: `${shortened(study.title)} – ${name}`, marking: marks.join(". ") };
  const document = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(study))}">
<title>${study.title} – ${name}</title>
<style>${raw(styles(running, brandRule(study) + style))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header>
${band(study)}${marks.length === 0 ? null : html`<p class="marking">${marks.join(". ")}.</p>\n`}<div class="wrap title">
<p class="kicker">${name}${study.asAt ? ` · data as at ${longDate(study.asAt)}` : ""}</p>
<h1>${study.title}</h1>
${asksAtTop && study.question ? html`<p class="lede">${study.question}</p>\n` : null}</div></header>
<main id="main"><div class="wrap">
${lead}
${sectionsOf(opening)}<nav aria-label="On this page"><h2>On this page</h2>${entries([...opening, ...sections])}${annexes.length === 0 ? null : html`<h2>Annexes</h2>${entries(annexes)}`}</nav>
${sectionsOf(sections)}${annexes.length === 0 ? null : html`<div class="annexes">\n${sectionsOf(annexes)}</div>\n`}${onPaper?.body ? html`<div class="paper">\n<h2>${onPaper.title}</h2>\n${onPaper.body}</div>\n` : null}</div></main>
<footer><div class="wrap"><p>Made with Likewise ${provenance.version}. In tables, [c] is withheld because few people stand behind it, [x] is not available and [z] does not apply.</p></div></footer>
</body>
</html>
`;
  return document.html;
}

function entries(sections: readonly Section[]): Html {
  return html`<ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>`;
}

function sectionsOf(sections: readonly Section[]): Html {
  return html`${sections.map(({ id, title, body, startsPage }) => html`<section id="${id}"${startsPage ? html` class="leaf"` : null} aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${body}</section>\n`)}`;
}

/** A margin of a printed page has room for two lines. */
function shortened(title: string): string {
  return title.length <= 120 ? title : `${title.slice(0, 119).trimEnd()}…`;
}

/** What every page must say of itself. */
export function markings(results: Results): string[] {
  return [
    results.study.synthetic ? "Synthetic data: invented people, no real service" : null,
    interimMark(results),
    results.edition === "working" ? "Working edition: exact numbers, not for release" : null,
  ].filter((mark) => mark !== null);
}

function interimMark({ interim }: Results): string | null {
  if (interim == null || interim.look === interim.planned) return null;
  return `Interim edition: look ${interim.look} of ${interim.planned}, not a final result`;
}

/** Whose page this is, in their colour; charts keep theirs. */
function band({ branding }: Results["study"]): Html | null {
  if (branding === undefined) return null;
  return html`<div class="brand"><div class="wrap">${branding.logo === null ? null : html`<img alt="" src="${branding.logo}">`}<span>${branding.name}</span></div></div>\n`;
}

function brandRule({ branding }: Results["study"]): string {
  if (branding === undefined) return "";
  const colour = /^#[0-9a-f]{6}$/i.test(branding.colour ?? "") ? branding.colour : colours.text;
  return `.brand{background:${colour};color:#fff;font-weight:bold;padding:8px 0}.brand .wrap{display:flex;align-items:center;gap:14px;flex-wrap:wrap}.brand img{height:40px;max-width:240px;object-fit:contain;background:#fff;padding:4px}@media print{.brand{padding:6px 8px}.brand img{height:28px}}\n`;
}

/** A logo is part of the page; it is shown as a picture, in which nothing can run or fetch. */
function policy({ branding }: Results["study"]): string {
  const images = branding?.logo ? " img-src data:;" : "";
  return `default-src 'none'; style-src 'unsafe-inline';${images} base-uri 'none'; form-action 'none'`;
}
