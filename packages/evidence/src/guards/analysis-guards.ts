import { exact, exactLimit, isWithheld, resultKey } from "@likewise/schema";
import { isJustified } from "../standing-facts.ts";
import { type Deciding, decidingEstimates } from "./deciding.ts";
import type { Guard, GuardInput } from "./guard.ts";
import { holm } from "./holm.ts";

/** What is compared, how often, and which of it is told. */
export const analysisGuards: readonly Guard[] = [
  {
    id: "outcome-switching",
    gist: "what decides the verdict of the primary outcome departs from the plan as frozen; the smallest effect of interest alone is a caveat",
    detect: ({ frozen, outcomes }) => {
      const departed = (frozen?.departures ?? []).flatMap(({ path, bearing }, index) => {
        const found = /^outcomes\[([^\]]*)\](?:\.(\w+))?/.exec(path);
        return bearing === "primary-outcome" && found !== null
          ? [{ outcome: found[1]!, part: found[2], key: resultKey("frozen", "departures", index, "path") }]
          : [];
      });
      if (departed.length === 0) return null;
      const now = new Set(outcomes.filter(({ primary }) => primary === true).map(({ id }) => id));
      const deciding = departed.filter(({ outcome, part }) => now.has(outcome) && part !== "smallestEffect");
      const about = deciding.length > 0 ? deciding : departed;
      return {
        effect: deciding.length > 0 ? "stops-verdict" : "caveat",
        basis: "frozen-plan",
        outcomes: [...new Set(about.map(({ outcome }) => outcome))],
        keys: about.map(({ key }) => key),
      };
    },
    source: "CONSORT 2025, changes to outcomes; evaluation standards 5.2",
    status: "policy",
  },
  {
    id: "many-outcomes",
    gist: "five outcomes or more, and one whose interval excludes no difference but not when all are taken together (Holm, at 5 %; at 1 % where no plan was fixed before, as more may have been looked at than is listed); the primary outcome of a plan registered or frozen before is spared. Of two to four, a caveat where such a secondary outcome would have no verdict (Holm over the secondary outcomes)",
    detect: (given) => {
      const decided = decidingEstimates(given).filter(({ estimate }) => pValue(estimate) !== null);
      if (decided.length < manyOutcomes) return fewOutcomes(given, decided);
      const isFixed = planWasFixed(given);
      const adjusted = holm(decided.map(({ estimate }) => pValue(estimate)!));
      const stars = decided.filter(
        ({ outcome, estimate, side }, index) =>
          side !== "none" &&
          adjusted[index]! > (isFixed ? 1 - estimate.level : withoutPlan) &&
          !(isFixed && outcome.primary === true),
      );
      const about = stars.length > 0 ? stars : decided;
      return {
        effect: stars.length > 0 ? "stops-verdict" : "caveat",
        basis: "data",
        outcomes: about.map(({ outcome }) => outcome.id),
        keys: about.map(({ estimate }) =>
          resultKey("comparisons", given.comparison.id, "estimates", estimate.id, "pValue"),
        ),
      };
    },
    source: "Holm (1979); with five outcomes and no effect one is clear by chance in 23 studies of 100",
    status: "policy",
  },
  {
    id: "subgroup-fishing",
    gist: "results for four groups of people or more within the arms; none of them is a claim",
    detect: ({ comparison }) => {
      const found = comparison.estimates.filter(({ subgroup }) => subgroup !== null);
      const groups = new Set(found.map(({ subgroup }) => subgroup));
      return groups.size < manyGroups ? null : { effect: "caveat", basis: "plan" };
    },
    source: "wording rule 7",
    status: "policy",
  },
  {
    id: "one-site-carries",
    gist: "without one site the interval includes no difference, and leaves out the estimate of all sites together",
    detect: (given) => {
      const found = decidingEstimates(given).flatMap((one) => carrying(given, one).map((site) => ({ ...one, site })));
      return found.length === 0
        ? null
        : {
            effect: "stops-verdict",
            basis: "data",
            outcomes: [...new Set(found.map(({ outcome }) => outcome.id))],
            keys: found.map(({ estimate, site }) =>
              resultKey(
                "comparisons",
                given.comparison.id,
                "estimates",
                estimate.id,
                "sensitivity",
                "robustness",
                site,
                "estimate",
              ),
            ),
          };
    },
    source: "offending and harm 8.4: always show sites apart; that the estimate must move out of the interval is ours",
    status: "policy",
  },
];

const manyOutcomes = 5;
const withoutPlan = 0.01;
const manyGroups = 4;

function pValue({ pValue: value }: Deciding["estimate"]): number | null {
  return value === null || isWithheld(value) ? null : value;
}

/** Secondary outcomes that read better or worse each by itself, and not together. */
function fewOutcomes({ comparison }: GuardInput, decided: readonly Deciding[]): ReturnType<Guard["detect"]> {
  const secondary = decided.filter(({ outcome }) => outcome.primary !== true);
  const adjusted = holm(secondary.map(({ estimate }) => pValue(estimate)!));
  const stars = secondary.filter(
    ({ estimate, side }, index) => side !== "none" && adjusted[index]! > 1 - estimate.level,
  );
  if (stars.length === 0) return null;
  return {
    effect: "caveat",
    basis: "data",
    outcomes: stars.map(({ outcome }) => outcome.id),
    keys: stars.map(({ estimate }) => resultKey("comparisons", comparison.id, "estimates", estimate.id, "pValue")),
  };
}

function planWasFixed({ frozen, facts }: GuardInput): boolean {
  if (frozen !== null) return true;
  return facts.plan !== undefined && facts.plan.value === "registered" && isJustified(facts.plan);
}

/** Sites without which a clear result is unclear, and is moved by more than the chance in what is left. */
function carrying({ comparison }: GuardInput, { estimate, side }: Deciding): string[] {
  if (side === "none") return [];
  const whole = exact(estimate.estimate);
  return estimate.sensitivity.robustness.flatMap(({ kind, id, interval: [low, high] }) => {
    const site = id.replace(/^without-/, "");
    const isUnclear = comparison.sensitivity?.warnings[`site:${site}:${estimate.id}`] !== undefined;
    const isMoved = whole < exactLimit(low) || whole > exactLimit(high);
    return kind === "site" && isUnclear && isMoved ? [id] : [];
  });
}
