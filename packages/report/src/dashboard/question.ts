import type { Claim, Results } from "@likewise/schema";
import type { Html } from "../page/html.ts";

/** A question of the dashboard: its answer in a sentence, then what the answer rests on. */
export interface Question {
  readonly id: string;
  /** The question as a reader asks it: the heading of its section. */
  readonly title: string;
  /** In print it begins a page; others follow where there is room for the whole of them. */
  readonly startsPage?: boolean;
  /** The verdict that stands before the answer; none where the answer is no verdict. */
  readonly verdict?: (results: Results) => Claim["verdict"] | null;
  /** One sentence or two, from claims, from results or from a list; null where the question has no place in a study. */
  readonly answer: (results: Results) => Html | string | null;
  readonly detail: (results: Results) => Promise<Html> | Html;
}
