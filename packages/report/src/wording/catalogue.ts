import { caveats } from "./caveats.ts";
import { decisions } from "./decisions.ts";
import { effects } from "./effects.ts";
import { guardSentences } from "./guards.ts";
import { headlines } from "./headlines.ts";
import { limits } from "./limits.ts";
import { money } from "./money.ts";
import { readings } from "./readings.ts";

/** Sentences by rule id. `{slot:format}` is a number or text of the results; `{word}` a literal of the claim. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * Every sentence of a claim, what guards found, what speaks for each decision, how changes in use of services read, and what may be said of money. What stands beside claims has its words elsewhere: reasons with the rules that give them
 * (evidence, compare, cohort), answers on safety in `safety-wording.ts`, what a picture shows with its chart.
 */
export const catalogue: Catalogue = {
  ...headlines,
  ...effects,
  ...limits,
  ...caveats,
  ...decisions,
  ...guardSentences,
  ...readings,
  ...money,
};
