import { formatPercent } from "./formats.ts";
import { type IntervalWords, intervalWords } from "./interval-words.ts";

/** A placeholder worked out from several slots of its sentence, since its words depend on all of them. */
export interface Derived {
  /** The slots it is made from. */
  readonly from: readonly string[];
  /** @param format writes one number the way the template asks for */
  write(values: Readonly<Record<string, unknown>>, format: (value: number) => string): string;
}

/** What stands in a sentence for a number that disclosure control withheld: "a withheld number of 620 people". */
export const withheldWord = "a withheld number";

/** Placeholders made from others, by name. */
export const derived: Readonly<Record<string, Derived>> = {
  // Two sizes, the smaller first whatever their sign: "between 0.02 and 16.5".
  range: interval((format) => ({
    both: (low, high) => {
      const [smaller, larger] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
      return `between ${format(smaller!)} and ${format(larger!)}`;
    },
    above: (low) => `at least ${format(low)}`,
    below: (high) => `at least ${format(high)}`,
    unlimited: "any amount",
  })),
  // "between 0.48 and 0.99"
  between: interval((format) => ({
    both: (low, high) => `between ${format(low)} and ${format(high)}`,
    above: (low) => `${format(low)} or more`,
    below: (high) => `${format(high)} or less`,
    unlimited: "anything at all",
  })),
  // "anything from 8.3 fewer to 0.1 more"
  fromTo: interval((format) => ({
    both: (low, high) => `anything from ${format(low)} to ${format(high)}`,
    above: (low) => `anything from ${format(low)} upwards`,
    below: (high) => `anything up to ${format(high)}`,
    unlimited: "anything at all",
  })),
  // "16.0 fewer to 0.1 more"
  interval: interval((format) => ({
    both: (low, high) => `${format(low)} to ${format(high)}`,
    above: (low) => `${format(low)}, no upper limit`,
    below: (high) => `no lower limit, to ${format(high)}`,
    unlimited: "no limits",
  })),
  upTo: {
    from: ["level", "atMost"],
    write: ({ level, atMost }) =>
      atMost === level ? "" : `, and up to ${String(atMost)} if what was not assessed turned out well`,
  },
  treatedShare: share("treatedEvents", "treatedN"),
  comparisonShare: share("comparisonEvents", "comparisonN"),
  // An adjusted estimate compares values that are not the plain shares.
  afterAdjustment: {
    from: ["treatedEvents", "treatedN", "treatedValue", "comparisonEvents", "comparisonN", "comparisonValue"],
    write: (values) => {
      if (!Object.values(values).every((value) => typeof value === "number")) return "";
      const numbers = values as Readonly<Record<string, number>>;
      const isPlain = (arm: string) =>
        Math.abs(numbers[`${arm}Value`]! - numbers[`${arm}Events`]! / numbers[`${arm}N`]!) < 1e-9;
      if (isPlain("treated") && isPlain("comparison")) return "";
      return ` After adjustment: ${formatPercent(numbers.treatedValue!)} and ${formatPercent(numbers.comparisonValue!)}.`;
    },
  },
};

function interval(words: (format: (value: number) => string) => Omit<IntervalWords, "withheld">): Derived {
  return {
    from: ["low", "high"],
    write: ({ low, high }, format) => intervalWords(low, high, { ...words(format), withheld: "a withheld amount" }),
  };
}

function share(events: string, people: string): Derived {
  return {
    from: [events, people],
    write: (values, format) => {
      const [count, total] = [values[events], values[people]];
      return typeof count === "number" && typeof total === "number" ? format(count / total) : "a withheld share";
    },
  };
}
