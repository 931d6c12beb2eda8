import type { CheckedShare, Coverage } from "@likewise/schema";
import { apart, checkNamed } from "./apart.ts";
import type { Guard } from "./guard.ts";
import { oneArmFromTheEnd } from "./one-arm-from-the-end.ts";
import { stoppedByCheckOrCoverage } from "./stopped-by-check-or-coverage.ts";

/** Clocks that flatter: time that could not hold an event, time that is not over, time that only one group has. */
export const clockGuards: readonly Guard[] = [
  {
    id: "immortal-time",
    gist: "people had to be free of the event for a time to be counted as treated, and that time is counted",
    cap: "C7",
    detect: ({ facts, checks, seen, comparison }) => {
      if (comparison.design.comparator === "none" || facts.indexDateRule?.value !== "immortal") return null;
      if (oneArmFromTheEnd(checkNamed(checks, "index-on-completion"))) return null;
      const found = checkNamed(checks, "event-before-milestone");
      return found !== undefined && apart(found) < 0
        ? { effect: "stops-verdict", basis: seen.has("indexDateRule") ? "data" : "facts", checks: [found.id] }
        : { effect: "stops-verdict", basis: "facts" };
    },
    source: "evaluation standards 6.10; caps table",
    status: "policy",
  },
  {
    id: "index-at-programme-end",
    gist: "nine in ten of one arm, and at most one in ten of the other, are followed from the week they completed or left",
    cap: "C7",
    detect: ({ facts, checks, comparison }) =>
      comparison.design.comparator !== "none" &&
      facts.indexDateRule?.value === "immortal" &&
      oneArmFromTheEnd(checkNamed(checks, "index-on-completion"))
        ? { effect: "stops-verdict", basis: "data", checks: ["index-on-completion"] }
        : null,
    source: "evaluation standards 6.10",
    status: "policy",
  },
  {
    id: "different-follow-up",
    gist: "one group was watched for longer; by the data: ten points and three standard errors more of one arm without an event were watched for less than nine tenths of the longest time",
    cap: "C6",
    detect: ({ facts, checks, comparison }) => {
      if (comparison.design.comparator === "none" || facts.followUp?.value !== "different") return null;
      if (apart(checkNamed(checks, "watched-less")) !== 0)
        return { effect: "stops-verdict", basis: "data", checks: ["watched-less"] };
      return apart(checkNamed(checks, "window-not-over")) !== 0 ? null : { effect: "stops-verdict", basis: "facts" };
    },
    source: "caps table",
    status: "policy",
  },
  {
    id: "windows-not-over",
    gist: "the time for an event, or for its proof, was not over for many more of one arm (ten points, three standard errors) when the data were drawn",
    detect: (given) => stoppedByCheckOrCoverage(given, "window-not-over", stillOpen, "observedToEnd"),
    source: "offending and harm 5; caps table",
    status: "policy",
  },
];

const notOver: readonly string[] = ["proof-not-over", "window-not-over", "censored"];

/** People whose outcome is not known because time was not over. */
function stillOpen({ people, missing }: Coverage): CheckedShare | null {
  if (typeof people !== "number") return null;
  const open = missing.filter(({ code }) => notOver.includes(code));
  return {
    numerator: open.reduce((sum, { rows }) => sum + (typeof rows === "number" ? rows : 0), 0),
    denominator: people,
  };
}
