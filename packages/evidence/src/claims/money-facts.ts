import { type EconomicsResult, type Results, resultKey } from "@likewise/schema";

/** Whether what is said of money rests on claims that may speak of a cause (or found no clear difference), or is a scenario. */
export const stands = ["found", "scenario"] as const;

/** Where cost and successes may stand against doing without. */
export const quadrants = [
  "dearer, more successes",
  "dearer, fewer successes",
  "cheaper, more successes",
  "cheaper, fewer successes",
] as const;

/** What sentences about money are chosen by, worked out once. */
export interface MoneyFacts {
  readonly economics: EconomicsResult;
  /** outcomes that gain by rising, by id */
  readonly rising: ReadonlySet<string>;
  readonly stand: (typeof stands)[number];
  /** something may be said of what it was worth */
  readonly valued: boolean;
  readonly withheld: boolean;
  readonly recalled: boolean;
  /** the interval of gains less cost against nothing */
  readonly side: "above" | "below" | "unclear" | null;
  /** the interval of what public budgets gain against nothing; null where no value is theirs */
  readonly fiscal: "above" | "below" | "unclear" | null;
  /** row of the body that pays most; null where nobody pays */
  readonly payer: number | null;
  /** row of the body that gains most, or people at large */
  readonly gainer: number | "people" | null;
  readonly quadrant: (typeof quadrants)[number] | null;
  readonly acceptable: { readonly kind: "from" | "never" | "always"; readonly at: number } | null;
  /** entry of break-even with all gains counted, where a larger effect would do */
  readonly times: number | null;
  /** the number that moves the result most, and whether one alone turns it round */
  readonly widest: { readonly at: number; readonly turns: boolean } | null;
}

/** Key of a result of money. */
export function moneyKey(...path: readonly (string | number)[]): string {
  return resultKey("economics", ...path);
}

export function moneyFacts(results: Results, economics: EconomicsResult): MoneyFacts {
  const { appraisal, ledger } = economics;
  const recalled = ledger.some(({ status }) => status === "RECALLED");
  const valued = appraisal !== null && ledger.length > 0 && !recalled;
  const times = appraisal?.breakEven.findIndex(
    ({ counting, effectTimes }) => counting === "all" && effectTimes !== null,
  );
  return {
    economics,
    rising: new Set(results.study.outcomes.filter(({ direction }) => direction === "higher").map(({ id }) => id)),
    stand: economics.scenario || !claimsStand(results, economics) ? "scenario" : "found",
    valued,
    withheld: economics.notPublished !== null,
    recalled: appraisal !== null && recalled,
    side: appraisal === null ? null : sideOf(appraisal.netPresentSocialValue.interval),
    fiscal: (appraisal?.byKind.fiscal.estimate ?? 0) === 0 ? null : sideOf(appraisal!.byKind.fiscal.interval),
    ...whoOf(appraisal),
    quadrant: quadrantOf(appraisal),
    acceptable: acceptableOf(appraisal),
    times: times === undefined || times < 0 ? null : times,
    widest: valued ? widestOf(appraisal) : null,
  };
}

/** What would pay, of the one outcome that carries the gains, against its interval; null where there is none such. */
export function breakEvenOf({ economics, valued, rising }: MoneyFacts) {
  const at = economics.effects.findIndex(({ needed }) => needed !== null);
  if (at < 0 || !valued) return null;
  const { needed, interval, outcome } = economics.effects[at]!;
  const [low, high] = interval;
  if (low === null || high === null) return null;
  const place = needed! > high ? "above" : needed! < low ? "below" : "within";
  return { at, place, gain: rising.has(outcome) ? "more" : "fewer" } as const;
}

type Appraised = EconomicsResult["appraisal"];

/** Money says no more than the claims of the outcomes its values rest on: a verdict, and a cause where there is a difference. */
function claimsStand({ comparisons }: Results, { comparison, effects, perPerson }: EconomicsResult): boolean {
  const claims = comparisons.find(({ id }) => id === comparison)?.claims ?? [];
  const outcomes = [...effects.map(({ outcome }) => outcome), ...(perPerson === undefined ? [] : [perPerson.outcome])];
  return outcomes.every((outcome) => {
    const claim = claims.find((one) => one.outcome === outcome);
    return claim !== undefined && (claim.causal || claim.verdict === "no-clear-difference");
  });
}

function sideOf([low, high]: readonly [number, number]): MoneyFacts["side"] {
  if (low > 0) return "above";
  return high < 0 ? "below" : "unclear";
}

function whoOf(appraisal: Appraised): Pick<MoneyFacts, "payer" | "gainer"> {
  if (appraisal === null) return { payer: null, gainer: null };
  const { agencies, byKind } = appraisal;
  const largest = (of: "pays" | "gains") => {
    const most = Math.max(0, ...agencies.rows.map((row) => row[of]));
    return most === 0 ? null : agencies.rows.findIndex((row) => row[of] === most);
  };
  const people = byKind.social.estimate + byKind.economic.estimate;
  const gainer = largest("gains");
  return {
    payer: largest("pays"),
    gainer: people > (gainer === null ? 0 : agencies.rows[gainer]!.gains) ? "people" : gainer,
  };
}

function quadrantOf(appraisal: Appraised): MoneyFacts["quadrant"] {
  const shares = appraisal?.costPerSuccess?.shares as Readonly<Record<string, number>> | undefined;
  if (shares === undefined) return null;
  const most = Math.max(...quadrants.map((one) => shares[one] ?? 0));
  return quadrants.find((one) => shares[one] === most) ?? null;
}

/** From where on going on is best on average, where it then stays so; the last worth shown where it never is. */
function acceptableOf(appraisal: Appraised): MoneyFacts["acceptable"] {
  const rows = appraisal?.acceptability ?? [];
  if (appraisal?.costPerSuccess == null || rows.length < 2) return null;
  const at = rows.findLastIndex(({ best }) => best !== "with") + 1;
  if (at === rows.length) return { kind: "never", at: rows.length - 1 };
  return { kind: at === 0 ? "always" : "from", at };
}

function widestOf(appraisal: Appraised): MoneyFacts["widest"] {
  const rows = appraisal?.tornado ?? [];
  if (rows.length === 0) return null;
  const turning = rows.findIndex(({ crossesZero }) => crossesZero);
  return { at: Math.max(turning, 0), turns: turning >= 0 };
}
