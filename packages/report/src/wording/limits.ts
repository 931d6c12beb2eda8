import type { Catalogue } from "./catalogue.ts";

/** What may not be said, printed as prominently as what may. */
export const limits: Catalogue = {
  "cannot-say-raises-or-none": "That the programme raises {outcome}, or makes no difference.",
  "cannot-say-lowers-or-none": "That the programme lowers {outcome}, or makes no difference.",
  "cannot-say-direction-or-none":
    "That the programme raises, lowers or has no effect on {outcome}. No clear difference does not mean no effect.",
  "cannot-say-caused": "That the programme caused the difference, because {reason}.",
  "cannot-say-others":
    "That others would fare the same. The result is about people like those analysed ({population}).",
  "cannot-say-not-scoreable": "What difference the programme made, because this design compares nobody with anybody.",
  "cannot-say-level-one":
    "What difference the programme made, because the design is at level 1, the lowest, on the {scale:scale}. The main reason: {reason}.",
  "cannot-say-cap": "What difference the programme made, because {reason}.",
  "cannot-say-guard": "What difference the programme made, because {guard:guard}.",
  "cannot-say-caused-guard": "That the programme caused the difference, because {guard:guard}.",
  "cannot-say-refused":
    "What difference the programme made, because the result was refused ({what:refused}): {why}. What would make it possible: {unlocks}.",
  "cannot-say-no-estimate": "What difference the programme made, because there is no estimate for this outcome.",
  "cannot-say-no-direction":
    "Whether this is better or worse, because the plan does not say which direction is better for the people concerned.",
  "cannot-say-withheld":
    "What difference the programme made, because a number this rests on is withheld: very few people stand behind it.",
};
