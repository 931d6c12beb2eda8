/** One sentence a reading of an indicator may use: the wording catalogue holds one template under the same id. */
export interface ReadingRule {
  readonly id: string;
  /** What was seen, what it is consistent with, or what would speak against that. */
  readonly place: "seen" | "meaning" | "against";
  /** Slots the sentence fills with keys of results. */
  readonly slots: readonly string[];
  /** Slots filled with literal words: every reading has the same two. */
  readonly words: readonly ("label" | "months")[];
  /** What it says, and when. */
  readonly gist: string;
}

const words = ["label", "months"] as const;
const twice = ["before", "after"] as const;
const change = [...twice, "change", "low", "high"] as const;

/** Every sentence of a reading, in the order of a reading: what is seen, then how it reads in the declared direction. */
export const readingRules = [
  // What is seen
  {
    id: "reading-contacts",
    place: "seen",
    slots: change,
    words,
    gist: "contacts a person before and after, with the ratio",
  },
  {
    id: "reading-contacts-plain",
    place: "seen",
    slots: twice,
    words,
    gist: "contacts a person, the ratio without an interval",
  },
  {
    id: "reading-severity",
    place: "seen",
    slots: change,
    words,
    gist: "severity a contact before and after, with the change",
  },
  {
    id: "reading-severity-plain",
    place: "seen",
    slots: twice,
    words,
    gist: "severity a contact, the change without an interval",
  },
  {
    id: "reading-early",
    place: "seen",
    slots: change,
    words,
    gist: "share at an earlier stage before and after, with the change",
  },
  {
    id: "reading-early-plain",
    place: "seen",
    slots: twice,
    words,
    gist: "share at an earlier stage, the change without an interval",
  },

  // How it reads
  ...(
    [
      ["reading-consistent-with-disclosure", "a rise that can be good, with milder contacts and none later"],
      ["reading-consistent-with-harm", "a rise that can be good, with contacts more severe or later"],
      ["reading-severity-unclear", "a rise that can be good, and severity did not clearly change"],
      ["reading-severity-unknown", "a rise that can be good, and severity is not on record"],
      ["reading-rise-worse", "a rise where fewer is better"],
      ["reading-fall-better", "a fall where fewer is better"],
      ["reading-fall-worse", "a fall where more can be good"],
      ["reading-no-clear-change", "the interval of the change holds none"],
      ["reading-no-direction", "the plan declares no direction"],
      ["reading-no-change-known", "no change can be worked out"],
      ["reading-withheld", "a number the reading rests on is withheld"],
    ] as const
  ).map(([id, gist]) => ({ id, place: "meaning" as const, slots: [], words, gist })),

  // What would speak against it
  ...(
    [
      ["reading-falsified-disclosure", "beside consistency with disclosure"],
      ["reading-falsified-fall", "beside a fall for the better"],
    ] as const
  ).map(([id, gist]) => ({ id, place: "against" as const, slots: [], words, gist })),
] as const satisfies readonly ReadingRule[];

export type ReadingRuleId = (typeof readingRules)[number]["id"];
