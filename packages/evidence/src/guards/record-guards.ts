import type { CheckedShare, Coverage } from "@likewise/schema";
import { apart, apartBy, checkNamed, share, standardErrors } from "./apart.ts";
import { type Deciding, decidingEstimates, effectOfPush, isOnRecord } from "./deciding.ts";
import type { Detection, Guard, GuardInput } from "./guard.ts";
import { stoppedByCheckOrCoverage } from "./stopped-by-check-or-coverage.ts";

/** Records that see one group otherwise than the other: the same act must have the same chance to be counted. */
export const recordGuards: readonly Guard[] = [
  {
    id: "different-source",
    gist: "outcomes of the two groups are read from different sources, as stated",
    cap: "C6",
    detect: ({ facts, checks, comparison }) =>
      comparison.design.comparator !== "none" &&
      facts.outcomeSource?.value === "different" &&
      apart(checkNamed(checks, "search-ends-early")) === 0
        ? { effect: "stops-verdict", basis: "facts" }
        : null,
    source: "caps table",
    status: "policy",
  },
  {
    id: "different-coverage",
    gist: "the records searched end before the follow-up does for many more of one arm (ten points, three standard errors)",
    cap: "C6",
    detect: ({ checks, comparison }) =>
      comparison.design.comparator !== "none" && apart(checkNamed(checks, "search-ends-early")) !== 0
        ? { effect: "stops-verdict", basis: "data", checks: ["search-ends-early"] }
        : null,
    source: "caps table",
    status: "policy",
  },
  {
    id: "selective-linkage",
    gist: "many more of one arm (ten points, three standard errors) were not found in the records, whether left out or counted as free of events",
    detect: (given) => stoppedByCheckOrCoverage(given, "not-found", notFound, "searchedAndFound"),
    source: "evaluation standards 6.13 and 1.5",
    status: "policy",
  },
  {
    id: "recording-changed",
    gist: "the share of records that are crimes moved ten points (three standard errors) more from before to after in one arm than in the other, and the outcome counts crimes",
    detect: (given) => {
      const push = recordingPush(given);
      return push === null
        ? null
        : pushed(given, push, (outcome) => outcome.basis === "recorded-crime" || outcome.basis === "charged", [
            "crimes-before",
            "crimes-after",
          ]);
    },
    source: "offending and harm 3; other change at the same date, drop tests",
    status: "policy",
  },
  {
    id: "custody-exposure",
    gist: "ten points (three standard errors) more of one arm spent 30 days or more of the follow-up in custody",
    detect: (given) => {
      const difference = apart(checkNamed(given.checks, "custody"));
      if (difference !== 0) return pushed(given, difference > 0 ? "lower" : "higher", isOnRecord, ["custody"]);
      const onRecord = decidingEstimates(given).filter(({ outcome }) => isOnRecord(outcome));
      return onRecord.length === 0 || given.brings.has("orders") || !given.brings.has("events")
        ? null
        : { effect: "not-assessed", basis: "data", outcomes: onRecord.map(({ outcome }) => outcome.id) };
    },
    source: "offending and harm 5; evaluation standards 6.8",
    status: "policy",
  },
  {
    id: "programme-generated-events",
    gist: "the share of records made because the police went looking is ten points (three standard errors) larger in one arm",
    detect: (given) => {
      const difference = apart(checkNamed(given.checks, "proactive-after"));
      return difference === 0
        ? null
        : pushed(given, difference > 0 ? "higher" : "lower", isOnRecord, ["proactive-after"]);
    },
    source: "Cambridge Crime Harm Index: crimes found by looking measure effort; offending and harm 1.1",
    status: "policy",
  },
  {
    id: "reporting-differs",
    gist: "victim-survivors of ten points (three standard errors) more of one arm took up support, which changes what is reported to the police",
    detect: (given) => {
      const difference = apart(checkNamed(given.checks, "support"));
      return difference === 0
        ? null
        : pushed(
            given,
            difference > 0 ? "higher" : "lower",
            (outcome) => outcome.basis !== "proven" && isOnRecord(outcome),
            ["support"],
          );
    },
    source: "offending and harm 3: a police-recorded incident needs a report",
    status: "policy",
  },
];

/** A flaw that pushes outcomes of the treated to one side. */
function pushed(
  given: GuardInput,
  push: "lower" | "higher",
  concerns: (outcome: Deciding["outcome"]) => boolean,
  checks: readonly string[],
): Detection | null {
  const concerned = decidingEstimates(given).filter(({ outcome }) => concerns(outcome));
  if (concerned.length === 0) return null;
  const stopped = concerned.filter(({ side }) => effectOfPush(push, side) === "stops-verdict");
  return {
    effect: stopped.length > 0 ? "stops-verdict" : "caveat",
    basis: "data",
    outcomes: (stopped.length > 0 ? stopped : concerned).map(({ outcome }) => outcome.id),
    checks,
  };
}

/** Fewer records of an arm become crimes than before, more than in the other arm: it looks as if it had fewer. */
function recordingPush({ checks }: GuardInput): "lower" | "higher" | null {
  const [before, after] = [checkNamed(checks, "crimes-before"), checkNamed(checks, "crimes-after")];
  if (before === undefined || after === undefined) return null;
  const variance = [before.treated, before.comparison, after.treated, after.comparison].reduce(
    (sum, one) => sum + (share(one) * (1 - share(one))) / one.denominator,
    0,
  );
  const change = share(after.treated) - share(before.treated) - (share(after.comparison) - share(before.comparison));
  if (Math.abs(change) < apartBy || Math.abs(change) <= standardErrors * Math.sqrt(variance)) return null;
  return change < 0 ? "lower" : "higher";
}

function notFound({ people, searchedAndFound }: Coverage): CheckedShare | null {
  return typeof people === "number" && typeof searchedAndFound === "number"
    ? { numerator: people - searchedAndFound, denominator: people }
    : null;
}
