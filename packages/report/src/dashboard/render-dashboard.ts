import type { Results } from "@likewise/schema";
import { drawn, type OnFailure, sectionsOr } from "../page/drawn-sections.ts";
import { foldsOnPaper } from "../page/folds-on-paper.ts";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { verdictMark } from "../page/verdict-mark.ts";
import { practiceSections } from "../practice/practice-sections.ts";
import { verdictNames } from "../wording/labels.ts";
import { firstScreen } from "./first-screen.ts";
import { glossary } from "./glossary.ts";
import type { Question } from "./question.ts";
import { questions } from "./questions/index.ts";
import { dashboardStyle } from "./style.ts";

/**
 * The commissioner's dashboard: one file, no network, no script. The first screen answers the questions in the order
 * they should be asked; a section a question follows, its answer first.
 *
 * @param results   with texts rendered; published, or working for the private edition
 * @param onFailure told of a section that cannot be made, which then says so in its place; without it the page fails
 * @returns a complete HTML document
 */
export async function renderDashboard(results: Results, onFailure?: OnFailure): Promise<string> {
  const lead = html`<section class="first" aria-label="The answers">
${await drawn("The answers", () => firstScreen(results), onFailure)}</section>`;
  const groups = questions.map((question) => sectionsOr(question, () => section(question, results), onFailure));
  const asked = (await Promise.all(groups)).flat();
  const practice = { id: "practice", title: "The programme against evidence" };
  const sections = [...asked, ...(await sectionsOr(practice, () => practiceSections(results), onFailure))];
  const words = glossary([lead, ...sections.map(({ body }) => body)]);
  return page({
    results,
    name: "Commissioner’s dashboard",
    lead,
    sections: [...sections, { id: "words", title: "Words used here", body: words }],
    onPaper: { title: "Numbers behind the charts", body: foldsOnPaper(sections.map(({ body }) => body)) },
    style: dashboardStyle,
    asksAtTop: false,
  });
}

/** None where the results hold nothing to answer with. */
async function section(question: Question, results: Results): Promise<Section[]> {
  const answer = question.answer(results);
  if (answer === null) return [];
  const verdict = question.verdict?.(results) ?? null;
  const body: Html = html`${verdict === null ? null : html`<p class="verdict">${verdictMark(verdict)}<span>${verdictNames[verdict]}</span></p>\n`}<p class="answer">${answer}</p>\n${await question.detail(results)}`;
  return [{ id: question.id, title: question.title, body, startsPage: question.startsPage === true }];
}
