import { abuse } from "../../charts/abuse.ts";
import { figures } from "../../page/figures.ts";
import { html } from "../../page/html.ts";
import { empty, safetyTable } from "../../page/parts.ts";
import type { Question } from "../question.ts";
import { saferAnswer } from "../safety-answers.ts";

/** Safety by whose account, with support, and what was not measured. */
export const safer: Question = {
  id: "safety",
  title: "Are victim-survivors and children safer?",
  startsPage: true,
  answer: saferAnswer,
  detail: async (results) =>
    results.safety.length === 0
      ? empty("These data say nothing of victim-survivors or children.")
      : html`${await figures([abuse], results)}${safetyTable(results.safety)}`,
};
