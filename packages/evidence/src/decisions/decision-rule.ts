import type { DecisionReading, Results, Sentence } from "@likewise/schema";

/** What a sentence is filled with: keys of published results, and words of the plan. */
export type Filling = Pick<Sentence, "slots" | "words">;

/** One thing in results that speaks for an option, or that an option rests on and the results do not hold. */
export interface DecisionRule {
  /** Of the sentence: the wording catalogue holds one template under the same id. */
  readonly id: string;
  readonly option: DecisionReading["option"];
  readonly place: "reasons" | "unknown";
  /** Slots the sentence fills with keys of results. */
  readonly slots: readonly string[];
  /** Slots filled with literal words. */
  readonly words: readonly string[];
  /** What it says, and when. */
  readonly gist: string;
  /** One filling for each time it holds; none where it does not, or where a number it needs is withheld. */
  readonly find: (results: Results) => readonly Filling[];
}
