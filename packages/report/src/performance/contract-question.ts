import type { Question } from "../dashboard/question.ts";
import { contractOf } from "./contract-rows.ts";
import { contractBody, deliveredNotWorked } from "./performance-section.ts";

/** Performance against the contract, as a question of the dashboard; none where there is no contract. */
export const contractQuestion: Question = {
  id: "contract",
  title: "Was what the contract asks for delivered?",
  answer: (results) => (contractOf(results) === null ? null : deliveredNotWorked),
  detail: (results) => contractBody(results),
};
