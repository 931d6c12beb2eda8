import { type ClaimRule, limits } from "./claim-rule.ts";

const effectWords = ["measure", "level"] as const;

/** What can be said of an outcome. Forms: `share` per 100 people, `mean` any other difference, `ratio` a ratio, which never comes without the values of both arms. */
export const canRules = [
  {
    id: "headline-lower",
    place: "can",
    slots: [],
    words: ["form", "measure", "verdict"],
    gist: "lower among the treated; fit for a title, never causal",
  },
  {
    id: "headline-higher",
    place: "can",
    slots: [],
    words: ["form", "measure", "verdict"],
    gist: "higher among the treated; fit for a title, never causal",
  },
  {
    id: "headline-no-clear-difference",
    place: "can",
    slots: [],
    words: ["form", "measure", "verdict"],
    gist: "no clear difference was found",
  },
  {
    id: "headline-cannot-say",
    place: "can",
    slots: [],
    words: ["verdict"],
    gist: "it cannot be said; `cannot` says why",
  },
  ...(["share", "mean", "ratio"] as const).flatMap(
    (form) =>
      [
        {
          id: `effect-lowers-${form}`,
          place: "can",
          slots: limits,
          words: effectWords,
          gist: "evidence that the programme lowers the outcome by between |high| and |low| (causal wording earned)",
        },
        {
          id: `effect-raises-${form}`,
          place: "can",
          slots: limits,
          words: effectWords,
          gist: "evidence that the programme raises the outcome by between low and high (causal wording earned)",
        },
        {
          id: `association-lower-${form}`,
          place: "can",
          slots: limits,
          words: effectWords,
          gist: "was lower among the treated by between |high| and |low|",
        },
        {
          id: `association-higher-${form}`,
          place: "can",
          slots: limits,
          words: effectWords,
          gist: "was higher among the treated by between low and high",
        },
        {
          id: `inconclusive-${form}`,
          place: "can",
          slots: limits,
          words: effectWords,
          gist: "no clear difference; the data are compatible with anything from low to high",
        },
      ] as const,
  ),
  {
    id: "seen-share",
    place: "can",
    slots: ["treatedEvents", "treatedN", "treatedValue", "comparisonEvents", "comparisonN", "comparisonValue"],
    words: ["population"],
    gist: "what was seen: events of people in each arm",
  },
  {
    id: "seen-events",
    place: "can",
    slots: ["treatedEvents", "treatedN", "comparisonEvents", "comparisonN"],
    words: ["population"],
    gist: "events and people of both arms, where the estimate has no value of one arm (a hazard ratio)",
  },
  {
    id: "seen-value",
    place: "can",
    slots: ["treatedN", "treatedValue", "comparisonN", "comparisonValue"],
    words: ["population", "measure"],
    gist: "what was seen: a mean or rate in each arm",
  },
  {
    id: "relative-difference",
    place: "can",
    slots: limits,
    words: ["measure"],
    gist: "the same difference as a ratio, after the absolute one",
  },
  {
    id: "assumption-unmeasured",
    place: "can",
    slots: [],
    words: ["adjustedFor"],
    gist: "level 3: causal only if no difference between the groups remains that was not recorded",
  },
  {
    id: "assumption-common-trend",
    place: "can",
    slots: [],
    words: [],
    gist: "level 3: causal only if both groups would have changed alike without the programme",
  },
  {
    id: "assumption-order-as-random",
    place: "can",
    slots: [],
    words: [],
    gist: "level 3 and 4: causal only if the order in which places came free has nothing to do with outcomes",
  },
  {
    id: "assumption-random-allocation",
    place: "can",
    slots: [],
    words: [],
    gist: "level 4 and 5 of a trial: chance alone gave the places",
  },
  {
    id: "assumption-loss-and-balance",
    place: "can",
    slots: [],
    words: [],
    gist: "level 3: causal only if what the trial has not shown (losses, crossing over, balance) did no harm",
  },
] as const satisfies readonly ClaimRule[];
