import type { Results } from "@likewise/schema";
import { gradeOf, headlineClaim, headlineComparison, headlineText } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { page } from "../page/page.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";

/** A study as the gallery leads to it. */
export interface GalleryStudy {
  /** Its folder below the page; its files are in `out/` there. */
  readonly folder: string;
  /** Published, with texts rendered. */
  readonly results: Results;
  /** Files of `out/` to open, in this order. */
  readonly files: readonly string[];
}

/**
 * A page that leads to studies: each with what it found, how strong the evidence is, and its files.
 *
 * @param studies in the order they are shown
 * @returns a complete HTML document with links relative to it
 * @throws RangeError when there is no study
 */
export function renderGallery(studies: readonly GalleryStudy[]): string {
  const first = studies[0];
  if (first === undefined) throw new RangeError("renderGallery: studies must be one or more, got none");
  const { branding: _ofOne, ...study } = first.results.study;
  const { interim: _alsoOfOne, ...results } = first.results;
  return page({
    results: { ...results, study: { ...study, title: "Sample studies", question: null, asAt: null, synthetic: false } },
    name: "Gallery",
    lead: html`<p>Each study below was run from the files beside it. Nothing here ranks one above another.</p>\n`,
    sections: studies.map((one) => ({ id: one.folder, title: one.results.study.title, body: entry(one) })),
  });
}

function entry({ folder, results, files }: GalleryStudy): Html {
  const { study, interim } = results;
  const claim = headlineClaim(results);
  const level = gradeOf(headlineComparison(results), claim, "wwclg")?.level;
  const found = headlineText(claim);
  return html`${study.synthetic ? html`<p class="note">Synthetic data: invented people, no real service.</p>\n` : null}${
    study.question === null ? null : html`<p>${study.question}</p>\n`
  }<p><b>${claim === null ? "Nobody was compared with anybody" : verdictNames[claim.verdict]}</b>${found === null ? null : html`: ${found}`}. ${
    level == null ? "The design cannot be placed on the scale." : `Level ${level} of 5, ${shortScaleNames.wwclg}.`
  }${interim != null && interim.look < interim.planned ? ` Interim: look ${interim.look} of ${interim.planned}, not final.` : null}</p>
<ul>${files.map((file) => html`<li><a href="${folder}/out/${file}">${fileNames[file] ?? file}</a></li>`)}</ul>
`;
}

const fileNames: Readonly<Record<string, string>> = {
  "dashboard.html": "Dashboard, for a commissioner",
  "report.html": "Report, for an evaluator",
  "card.html": "Record of the practice, one page",
  "report.docx": "Report, Word",
  "report.pdf": "Report, PDF",
  "tables.ods": "Tables, OpenDocument spreadsheet",
  "tables.xlsx": "Tables, Excel",
};
