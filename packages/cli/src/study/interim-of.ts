import { plannedLooks } from "@likewise/compare";
import { Failure, type Interim, type Results, type StudyPlan } from "@likewise/schema";
import { headlineFirst } from "./compare-as-planned.ts";

/** A plan as it is analysed at this look, and what the pages say of looking more than once. */
export interface PlanAtLook {
  readonly interim: Interim | null;
  /** The plan with the level of every interval that decides widened; the plan itself with one look. */
  readonly plan: StudyPlan;
}

/**
 * Widens the limits of a study that is looked at more than once.
 *
 * Every interval of this look gets the level at which all looks together raise a false alarm no more often than its
 * declared level allows at one: verdicts, sentences and charts follow from it as they do from any other level.
 *
 * @param releases results published at earlier looks, as `disclosure.releases` names them
 * @throws Failure `usage` when the results of an earlier look are not among the releases, were of another plan of looks,
 *   or this look is so early that nothing could count as a finding
 */
export function interimOf(plan: StudyPlan, releases: readonly Results[]): PlanAtLook {
  const asked = plan.report?.interim;
  if (asked === undefined) return { interim: null, plan };
  const { look, looks, spending = "obrien-fleming" } = asked;
  const shares = looks.map(({ share }, index) => share ?? (index + 1) / looks.length);
  const published = shares.slice(0, look - 1).map((share, index) => releaseOf(index + 1, share, spending, releases));
  const level = headlineLevel(plan);
  const bounds = plannedLooks({ shares, spending, level });
  const interim: Interim = {
    look,
    planned: looks.length,
    spending,
    alpha: Math.round((1 - level) * 1e12) / 1e12,
    uncontrolled: bounds[look - 1]!.uncontrolled,
    looks: looks.map(({ name, date }, index) => ({
      name: name ?? `Look ${index + 1}`,
      date: date ?? null,
      share: bounds[index]!.share,
      spent: bounds[index]!.spent,
      bound: bounds[index]!.bound,
      level: bounds[index]!.level,
      verdict: verdictOf(published[index]),
    })),
  };
  const atLook = (level: number) => levelAtLook({ level, shares: shares.slice(0, look), spending });
  const outcomes = plan.outcomes.map((one) => (one.level === undefined ? one : { ...one, level: atLook(one.level) }));
  const comparisons = plan.comparisons.map((one) => ({ ...one, level: atLook(one.level ?? usualLevel) }));
  return {
    interim,
    plan: {
      ...plan,
      outcomes: outcomes as StudyPlan["outcomes"],
      comparisons: comparisons as StudyPlan["comparisons"],
    },
  };
}

const usualLevel = 0.95;

/** The level of the headline's first primary outcome. */
function headlineLevel(plan: StudyPlan): number {
  const headline = headlineFirst(plan)[0];
  const outcomes = plan.outcomes.filter(({ id }) => headline?.outcomes?.includes(id) ?? true);
  const primary = outcomes.find((one) => one.primary === true) ?? outcomes[0];
  return primary?.level ?? headline?.level ?? usualLevel;
}

type Spending = NonNullable<NonNullable<NonNullable<StudyPlan["report"]>["interim"]>["spending"]>;

function levelAtLook(at: { readonly level: number; readonly shares: readonly number[]; readonly spending: Spending }) {
  const { level } = plannedLooks(at).at(-1)!;
  if (level < 1) return level;
  throw new Failure(
    "usage",
    "report.interim: this look is so early that nothing could count as a finding: plan it later, or with spending pocock",
  );
}

/** Of the outcome that leads: the first primary one, else the first. */
function verdictOf(release: Results | undefined): string | null {
  const claims = release?.comparisons[0]?.claims ?? [];
  const primary = release?.study.outcomes.find((outcome) => outcome.primary)?.id;
  return (claims.find(({ outcome }) => outcome === primary) ?? claims[0])?.verdict ?? null;
}

/** The release of an earlier look: it must have been one of these looks, or what was spent then is not known. */
function releaseOf(look: number, share: number, spending: Spending, releases: readonly Results[]): Results {
  const release = releases.find(({ interim }) => interim?.look === look);
  if (release === undefined)
    throw new Failure(
      "usage",
      `report.interim: disclosure.releases must name the results published at look ${look}: a look nobody can show was not controlled`,
    );
  const then = release.interim!;
  if (then.spending !== spending || then.looks[look - 1]?.share !== share)
    throw new Failure(
      "usage",
      `report.interim: look ${look} was published with spending ${then.spending} at share ${then.looks[look - 1]?.share}, the plan now has ${spending} at ${share}`,
    );
  return release;
}
