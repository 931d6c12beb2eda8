import type { Catalogue } from "./catalogue.ts";

/** Titles: short, what was found, never why. */
export const headlines: Catalogue = {
  "headline-lower": "{outcome:capital} was lower among {treated}",
  "headline-higher": "{outcome:capital} was higher among {treated}",
  "headline-no-clear-difference": "{outcome:capital}: no clear difference between the two groups",
  "headline-cannot-say": "{outcome:capital}: these data cannot say what difference the programme made",
};
