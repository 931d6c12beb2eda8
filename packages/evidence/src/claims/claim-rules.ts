/** One sentence the claims may use: the wording catalogue holds one template under the same id. */
export interface ClaimRule {
  readonly id: string;
  readonly place: "can" | "cannot" | "caveats";
  /** Slots the sentence fills with keys of results. */
  readonly slots: readonly string[];
  /** Slots filled with literal words, besides `commonWords`. */
  readonly words: readonly string[];
  /** What it says, and when. */
  readonly gist: string;
  /** Sizes up the difference itself: goes with it when disclosure control withholds the difference. */
  readonly goesWithDifference?: true;
}

/** Words every sentence carries: labels from the plan and the comparison. */
export const commonWords = ["outcome", "treated", "comparison", "window", "unit"] as const;

const effectWords = ["measure", "level"] as const;
const limits = ["estimate", "low", "high"] as const;

/**
 * Every sentence, with the slots it needs. Results for good and for ill, and results that settle nothing, have the same
 * set of sentences. Forms: `share` per 100 people, `mean` any other difference, `ratio` a ratio, which never comes
 * without the values of both arms.
 */
export const claimRules = [
  // What can be said
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

  // What cannot be said
  {
    id: "cannot-say-raises-or-none",
    place: "cannot",
    slots: [],
    words: [],
    gist: "interval below the null: that it raises the outcome or makes no difference",
  },
  {
    id: "cannot-say-lowers-or-none",
    place: "cannot",
    slots: [],
    words: [],
    gist: "interval above the null: that it lowers the outcome or makes no difference",
  },
  {
    id: "cannot-say-direction-or-none",
    place: "cannot",
    slots: [],
    words: [],
    gist: "interval includes the null: that it raises, lowers or has no effect; not the same as no effect",
  },
  {
    id: "cannot-say-caused",
    place: "cannot",
    slots: ["reason"],
    words: [],
    gist: "a difference without causal wording: that the programme caused it",
  },
  {
    id: "cannot-say-others",
    place: "cannot",
    slots: [],
    words: ["population"],
    gist: "that the same holds for people unlike those analysed",
  },
  { id: "cannot-say-not-scoreable", place: "cannot", slots: [], words: [], gist: "the evidence has no level" },
  {
    id: "cannot-say-level-one",
    place: "cannot",
    slots: ["reason"],
    words: ["scale", "edition"],
    gist: "level 1 bears no verdict",
  },
  { id: "cannot-say-cap", place: "cannot", slots: ["reason"], words: ["code"], gist: "a flaw of the design, C1 to C7" },
  {
    id: "cannot-say-guard",
    place: "cannot",
    slots: [],
    words: ["guard"],
    gist: "a guard found what may be the whole result",
  },
  {
    id: "cannot-say-caused-guard",
    place: "cannot",
    slots: [],
    words: ["guard"],
    gist: "a guard found what ends causal wording; the difference may be described",
  },
  {
    id: "cannot-say-refused",
    place: "cannot",
    slots: ["what", "why", "unlocks"],
    words: [],
    gist: "the primary result was refused",
  },
  { id: "cannot-say-no-estimate", place: "cannot", slots: [], words: [], gist: "there is no primary estimate" },
  {
    id: "cannot-say-no-direction",
    place: "cannot",
    slots: [],
    words: [],
    gist: "nobody has declared which direction is better",
  },
  {
    id: "cannot-say-withheld",
    place: "cannot",
    slots: [],
    words: [],
    gist: "a number the claim rests on is withheld to protect people",
  },

  // What to bear in mind
  {
    id: "caveat-level",
    place: "caveats",
    slots: ["level", "atMost", "reason"],
    words: ["scale", "edition"],
    gist: "the level that decides, with its first reason",
  },
  {
    id: "caveat-level-other-scale",
    place: "caveats",
    slots: ["level", "atMost"],
    words: ["scale", "edition"],
    gist: "the level on the other scale of the same name",
  },
  {
    id: "caveat-level-not-scoreable",
    place: "caveats",
    slots: [],
    words: ["scale", "edition"],
    gist: "no level on this scale",
  },
  {
    id: "caveat-not-assessed",
    place: "caveats",
    slots: ["criterion"],
    words: ["code"],
    gist: "a test nobody assessed, which holds the level down",
  },
  {
    id: "caveat-cap-not-assessed",
    place: "caveats",
    slots: ["criterion"],
    words: ["code"],
    gist: "a flaw nobody looked for",
  },
  {
    id: "caveat-grade",
    place: "caveats",
    slots: ["text"],
    words: ["code"],
    gist: "desirable covariates missing, and the like",
  },
  {
    id: "caveat-analysed-of-referred",
    place: "caveats",
    slots: ["analysed", "referred"],
    words: [],
    gist: "treated people analysed of those referred",
  },
  {
    id: "caveat-analysed-of-rows",
    place: "caveats",
    slots: ["analysed", "read"],
    words: [],
    gist: "rows used of rows read, where there is no funnel and everyone compared is in the estimate",
  },
  {
    id: "caveat-analysed-by-arm",
    place: "caveats",
    slots: ["treatedN", "treatedArm", "comparisonN", "comparisonArm"],
    words: [],
    gist: "people in the estimate of people compared, in each arm, where there is no funnel and the two differ",
  },
  { id: "caveat-excluded", place: "caveats", slots: ["rows", "reason"], words: [], gist: "who is missing, by reason" },
  {
    id: "caveat-not-observed",
    place: "caveats",
    slots: ["people", "missing", "reason"],
    words: ["arm"],
    gist: "people of an arm whose outcome is not known, by reason",
  },
  {
    id: "caveat-estimand-matched-only",
    place: "caveats",
    slots: ["matched", "unmatched"],
    words: ["population", "estimand"],
    gist: "treated people without a match are left out, so the estimate is about those kept",
  },
  {
    id: "caveat-interim",
    place: "caveats",
    slots: ["look", "planned"],
    words: [],
    gist: "one of several looks before the end: limits are wider for it, and the verdict is not final",
  },
  {
    id: "caveat-last-look",
    place: "caveats",
    slots: ["planned"],
    words: [],
    gist: "results were looked at before: limits are wider for it",
  },
  {
    id: "caveat-primary-by-default",
    place: "caveats",
    slots: [],
    words: ["measure", "adjustment"],
    gist: "the primary estimate was fixed by default, not by the plan",
  },
  ...(["crude", "adjusted", "matched", "weighted", "design"] as const).flatMap(
    (kind) =>
      [
        {
          id: `caveat-${kind}-includes-null`,
          place: "caveats",
          slots: limits,
          words: ["measure", "form"],
          gist: "another estimate includes no difference, though the primary does not",
          goesWithDifference: true,
        },
        {
          id: `caveat-${kind}-excludes-null`,
          place: "caveats",
          slots: limits,
          words: ["measure", "form", "side"],
          gist: "another estimate excludes no difference, though the primary includes it",
          goesWithDifference: true,
        },
        {
          id: `caveat-${kind}-opposite`,
          place: "caveats",
          slots: limits,
          words: ["measure", "form", "side"],
          gist: "another estimate points the other way",
          goesWithDifference: true,
        },
      ] as const,
  ),
  {
    id: "caveat-crude-other-sign",
    place: "caveats",
    slots: limits,
    words: ["measure", "form"],
    gist: "neither excludes no difference, and without adjustment the best estimate lies on its other side",
    goesWithDifference: true,
  },
  {
    id: "caveat-test-p-above",
    place: "caveats",
    slots: ["pValue"],
    words: ["test", "alpha"],
    gist: "a test of the same outcome does not reach the level the interval does",
    goesWithDifference: true,
  },
  {
    id: "caveat-test-p-below",
    place: "caveats",
    slots: ["pValue"],
    words: ["test", "alpha"],
    gist: "a test of the same outcome reaches a level the interval does not",
    goesWithDifference: true,
  },
  {
    id: "caveat-assumption",
    place: "caveats",
    slots: ["assumption"],
    words: [],
    gist: "something assumed by the comparison and not declared",
  },
  {
    id: "caveat-guard",
    place: "caveats",
    slots: [],
    words: ["guard"],
    gist: "what a guard found that stops nothing",
  },
  {
    id: "caveat-people-needed",
    place: "caveats",
    slots: ["peopleNeeded"],
    words: [],
    gist: "inconclusive: treated people needed for a difference of this size to be clear",
    goesWithDifference: true,
  },
  {
    id: "caveat-people-not-attainable",
    place: "caveats",
    slots: [],
    words: [],
    gist: "inconclusive: no number of treated people would do with this comparison group",
    goesWithDifference: true,
  },
  {
    id: "caveat-detectable-difference",
    place: "caveats",
    slots: ["detectable"],
    words: ["form", "measure"],
    gist: "the smallest difference this many people could show",
    goesWithDifference: true,
  },
  {
    id: "caveat-few-treated",
    place: "caveats",
    slots: ["treatedN"],
    words: ["threshold"],
    gist: "fewer than 30 treated people",
    goesWithDifference: true,
  },
  {
    id: "caveat-few-events",
    place: "caveats",
    slots: ["treatedEvents"],
    words: ["threshold"],
    gist: "fewer than 10 treated people with the event",
    goesWithDifference: true,
  },
  {
    id: "caveat-e-value",
    place: "caveats",
    slots: ["eValue", "eValueInterval"],
    words: [],
    gist: "how strong something unmeasured would have to be to explain the difference away",
    goesWithDifference: true,
  },
  {
    id: "caveat-e-value-unclear",
    place: "caveats",
    slots: ["eValue"],
    words: [],
    gist: "how strong something unmeasured would have to be to account for a difference that is not clear",
    goesWithDifference: true,
  },
  {
    id: "caveat-ties-matter",
    place: "caveats",
    slots: ["low", "high"],
    words: [],
    gist: "the estimate moves with how ties in matching are broken",
    goesWithDifference: true,
  },
  {
    id: "caveat-not-in-interval",
    place: "caveats",
    slots: [],
    words: [],
    gist: "the interval does not include unmeasured differences, linkage or definition",
  },
] as const satisfies readonly ClaimRule[];

export type ClaimRuleId = (typeof claimRules)[number]["id"];
