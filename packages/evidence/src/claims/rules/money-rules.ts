import type { Sentence } from "@likewise/schema";
import { breakEvenOf, type MoneyFacts, moneyKey, quadrants, stands } from "../money-facts.ts";
import { type ClaimRule, limits } from "./claim-rule.ts";

/** A sentence about money, with when it holds: none where it does not, or where nothing may be said of worth. */
export interface MoneyRule extends ClaimRule {
  readonly find: (facts: MoneyFacts) => readonly Pick<Sentence, "slots" | "words">[];
}

const moneyAmount = (...path: readonly string[]) => ({
  estimate: moneyKey(...path, "estimate"),
  low: moneyKey(...path, "interval", 0),
  high: moneyKey(...path, "interval", 1),
});
const amount = (...path: readonly string[]) => moneyAmount("appraisal", ...path);
const when = (holds: boolean, slots: Sentence["slots"] = {}, words: Sentence["words"] = {}) =>
  holds ? [{ slots, words }] : [];

const worths = {
  above: "gains are above the cost",
  below: "gains are below the cost",
  unclear: "it is not clear which",
};
const budgets = {
  below: "what more public budgets spend, where both limits are below no gain",
  unclear:
    "that it is not clear whether public budgets avoid any cost: no saving is told of an interval that holds none",
};
const places = {
  above: "no value in the interval of the study would pay",
  within: "some values in the interval would pay and some would not",
  below: "every value in the interval would pay",
} as const;

/**
 * Every sentence about money. Each stands twice where it rests on the effect: `found`, where the claims it rests on may speak of a
 * cause or found no clear difference, and `scenario`, which begins with "if the whole difference were caused by the programme". Cost
 * avoided, capacity released and cashable saving are three things; the last is never said of a scenario.
 */
export const moneyRules: readonly MoneyRule[] = [
  ...stands.flatMap((stand): MoneyRule[] => [
    ...(["above", "below", "unclear"] as const).map(
      (side): MoneyRule => ({
        id: `money-worth-${side}-${stand}`,
        place: "can",
        slots: limits,
        words: [],
        gist: `gains less cost with both limits: ${worths[side]}${of(stand)}`,
        find: (facts) =>
          when(facts.valued && facts.stand === stand && facts.side === side, amount("netPresentSocialValue")),
      }),
    ),
    {
      id: `money-draws-${stand}`,
      place: "can",
      slots: ["share"],
      words: [],
      gist: `share of draws in which gains exceed costs${of(stand)}`,
      find: (facts) =>
        when(facts.valued && facts.stand === stand, { share: moneyKey("appraisal", "probabilityPositive") }),
    },
    {
      id: `money-budgets-${stand}`,
      place: "can",
      slots: [...limits, "cashable"],
      words: [],
      gist: `cost avoided by public budgets, what of it is cashable, and that the rest is capacity released${of(stand)}`,
      find: (facts) =>
        when(facts.valued && facts.stand === stand && facts.fiscal === "above", {
          ...amount("byKind", "fiscal"),
          cashable: moneyKey("appraisal", "byKind", "cashable", "estimate"),
        }),
    },
    ...(["below", "unclear"] as const).map(
      (side): MoneyRule => ({
        id: `money-budgets-${side}-${stand}`,
        place: "can",
        slots: limits,
        words: [],
        gist: `${budgets[side]}${of(stand)}`,
        find: (facts) =>
          when(facts.valued && facts.stand === stand && facts.fiscal === side, amount("byKind", "fiscal")),
      }),
    ),
    ...(["one", "people"] as const).map(
      (gainer): MoneyRule => ({
        id: `money-who-${gainer}-${stand}`,
        place: "can",
        slots: gainer === "one" ? ["payer", "gainer"] : ["payer"],
        words: [],
        gist: `title: who pays most, and ${gainer === "one" ? "which body" : "that people at large"} gain most${of(stand)}`,
        find: (facts) => {
          if (!facts.valued || facts.stand !== stand || facts.payer === null || facts.gainer === null) return [];
          const body = (at: number) => moneyKey("appraisal", "agencies", "rows", at, "agency");
          if (facts.gainer === "people") return when(gainer === "people", { payer: body(facts.payer) });
          return when(gainer === "one", { payer: body(facts.payer), gainer: body(facts.gainer) });
        },
      }),
    ),
    ...quadrants.map(
      (quadrant): MoneyRule => ({
        id: `money-plane-${quadrant.replace(/\W+/g, "-")}-${stand}`,
        place: "can",
        slots: ["share"],
        words: [],
        gist: `title: the likeliest place on the plane is ${quadrant}${of(stand)}`,
        find: (facts) =>
          when(facts.stand === stand && facts.quadrant === quadrant, {
            share: moneyKey("appraisal", "costPerSuccess", "shares", quadrant),
          }),
      }),
    ),
    ...(["from", "never", "always"] as const).map(
      (kind): MoneyRule => ({
        id: `money-acceptable-${kind}-${stand}`,
        place: "can",
        slots: kind === "always" ? [] : ["worth"],
        words: [],
        gist: `title: from what worth of a success going on is best on average: ${kind}${of(stand)}`,
        find: (facts) => {
          if (facts.stand !== stand || facts.acceptable === null || facts.acceptable.kind !== kind) return [];
          const worth = moneyKey("appraisal", "acceptability", facts.acceptable.at, "worth");
          return when(true, kind === "always" ? {} : { worth });
        },
      }),
    ),
  ]),
  ...(["fewer", "more"] as const).flatMap((gain) =>
    (Object.keys(places) as (keyof typeof places)[]).map(
      (place): MoneyRule => ({
        id: `money-break-even-${gain}-${place}`,
        place: "can",
        slots: ["needed", "unit", "low", "high"],
        words: [],
        gist: `what the programme must ${gain === "fewer" ? "prevent" : "bring"} to pay for itself, against the interval: ${places[place]}`,
        find: (facts) => {
          const found = breakEvenOf(facts);
          if (found === null || found.gain !== gain || found.place !== place) return [];
          const at = (...path: readonly (string | number)[]) => moneyKey("effects", found.at, ...path);
          return when(true, {
            needed: at("needed"),
            unit: at("unit"),
            low: at("interval", 0),
            high: at("interval", 1),
          });
        },
      }),
    ),
  ),
  ...(["fewer", "more"] as const).map(
    (gain): MoneyRule => ({
      id: `money-break-even-${gain}-untold`,
      place: "can",
      slots: [...limits, "unit"],
      words: [],
      gist: `no effect can be told: what the programme would have to ${gain === "fewer" ? "prevent" : "bring"} to pay for itself, from costs and values alone`,
      find: ({ economics: { wouldTake, ledger } }) =>
        when(wouldTake?.gain === gain && ledger.every(({ status }) => status !== "RECALLED"), {
          ...moneyAmount("wouldTake", "needed"),
          unit: moneyKey("wouldTake", "unit"),
        }),
    }),
  ),
  {
    id: "money-break-even-never",
    place: "can",
    slots: [],
    words: [],
    gist: "several outcomes carry the gains, and together they are none: no larger effect of the same kind would pay",
    find: (facts) => when(facts.valued && facts.times === null && breakEvenOf(facts) === null),
  },
  {
    id: "money-break-even-times",
    place: "can",
    slots: ["times"],
    words: [],
    gist: "several outcomes carry the gains: how many times what was found would pay for itself",
    find: (facts) =>
      when(facts.valued && facts.times !== null && breakEvenOf(facts) === null, {
        times: moneyKey("appraisal", "breakEven", facts.times ?? 0, "effectTimes"),
      }),
  },
  ...(["turns", "firm"] as const).map(
    (kind): MoneyRule => ({
      id: `money-rests-${kind}`,
      place: "can",
      slots: ["number"],
      words: [],
      gist: `title: the number that moves the result most, which ${kind === "turns" ? "alone turns it round" : "alone turns it round no more than any other"}`,
      find: ({ widest }) =>
        when(widest !== null && widest.turns === (kind === "turns"), {
          number: moneyKey("appraisal", "tornado", widest?.at ?? 0, "label"),
        }),
    }),
  ),
  {
    id: "money-cannot-saving",
    place: "cannot",
    slots: [],
    words: [],
    gist: "a scenario: that any money was saved",
    find: ({ valued, stand }) => when(valued && stand === "scenario"),
  },
  {
    id: "money-cannot-withheld",
    place: "cannot",
    slots: [],
    words: [],
    gist: "what it was worth, as that rests on a withheld number",
    find: ({ withheld }) => when(withheld),
  },
  {
    id: "money-cannot-recalled",
    place: "cannot",
    slots: [],
    words: [],
    gist: "what it was worth, as a value it rests on was not seen in its source",
    find: ({ recalled }) => when(recalled),
  },
  {
    id: "money-cannot-value",
    place: "cannot",
    slots: [],
    words: [],
    gist: "what it was worth, as its value was refused or no value was put on what changed",
    find: ({ valued, withheld, recalled }) => when(!valued && !withheld && !recalled),
  },
];

function of(stand: (typeof stands)[number]): string {
  return stand === "scenario" ? ", if the whole difference were caused by the programme" : "";
}
