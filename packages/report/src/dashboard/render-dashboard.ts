import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { practiceSections } from "../practice/practice-sections.ts";
import { firstScreen } from "./first-screen.ts";
import { glossary } from "./glossary.ts";
import type { Question } from "./question.ts";
import { questions } from "./questions/index.ts";
import { dashboardStyle } from "./style.ts";

/**
 * The commissioner's dashboard: one file, no network, no script. The first screen answers the questions in the order
 * they should be asked; a section a question follows, its answer first.
 *
 * @param results with texts rendered; published, or working for the private edition
 * @returns a complete HTML document
 */
export async function renderDashboard(results: Results): Promise<string> {
  const lead = html`<section class="first" aria-label="The answers">
${await firstScreen(results)}</section>`;
  const asked = (await Promise.all(questions.map((question) => section(question, results)))).filter(
    (one) => one !== null,
  );
  const words = glossary([lead, ...asked.map(({ body }) => body)]);
  return page({
    results,
    name: "Commissioner’s dashboard",
    lead,
    sections: [...asked, ...practiceSections(results), { id: "words", title: "Words used here", body: words }],
    style: dashboardStyle,
    asksAtTop: false,
  });
}

async function section(question: Question, results: Results): Promise<Section | null> {
  const answer = question.answer(results);
  if (answer === null) return null;
  const body: Html = html`<p class="answer">${answer}</p>\n${await question.detail(results)}`;
  const { id, title, startsPage = false } = question;
  return { id, title, body, startsPage: typeof startsPage === "function" ? startsPage(results) : startsPage };
}
