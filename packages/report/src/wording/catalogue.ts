import { caveats } from "./caveats.ts";
import { effects } from "./effects.ts";
import { headlines } from "./headlines.ts";
import { limits } from "./limits.ts";

/** Sentences by rule id. `{slot:format}` is a number or text of the results; `{word}` a literal of the claim. */
export type Catalogue = Readonly<Record<string, string>>;

/** Every sentence about a finding. Nothing else in the product writes one. */
export const catalogue: Catalogue = { ...headlines, ...effects, ...limits, ...caveats };
