import { type Comparison, type Coverage, type Estimate, type Exclusion, exact, type Facts } from "@likewise/schema";
import { attritionVerdict } from "./attrition.ts";
import type { Design } from "./design.ts";
import { isJustified } from "./standing-facts.ts";

/** Loss of people behind one estimate, and whether what is declared falls short of what is seen. */
export interface LossOfPeople {
  readonly attrition: Design["attrition"];
  readonly contradicted: boolean;
}

type Loss = NonNullable<Design["attrition"]>;

/**
 * Loss of people behind one estimate: the worst of what is declared, what the searches show and what the comparison
 * itself shows.
 *
 * Outcomes missing from the data can show that too many were lost, never that few were: people may have been lost
 * before the data were drawn. So without a declared loss or an account of searches, a harmless one is not assessed.
 */
export function lossOfPeople(
  estimate: Estimate,
  comparison: Comparison,
  facts: Facts,
  coverage: readonly Coverage[],
): LossOfPeople {
  const declared = declaredLoss(comparison, facts);
  const searched = searchedLoss(estimate, coverage);
  const seen = seenLoss(estimate, comparison);
  const found = [declared, searched, seen].filter((loss) => loss !== null);
  const worst = found.reduce<Loss | null>((a, b) => (a === null || isWorse(b, a) ? b : a), null);
  const accounted = searched !== null || isJustified(facts.attrition ?? {});
  return {
    attrition: worst !== null && (accounted || attritionVerdict(worst) === "fail") ? worst : null,
    contradicted: declared !== null && [searched, seen].some((loss) => loss !== null && exceeds(loss, declared)),
  };
}

function declaredLoss({ arms }: Comparison, { attrition }: Facts): Loss | null {
  if (attrition === undefined) return null;
  const { treated, comparison } = attrition;
  const began = (analysed: number, lost: number) => (lost < 1 ? analysed / (1 - lost) : 0);
  return lossOf(
    { share: treated, people: began(exact(arms.treated), treated) },
    { share: comparison, people: began(exact(arms.comparison), comparison) },
  );
}

function searchedLoss(estimate: Estimate, coverage: readonly Coverage[]): Loss | null {
  const arm = (name: Coverage["arm"]) =>
    coverage.find((entry) => entry.outcome === estimate.outcome && entry.arm === name);
  const [treated, comparison] = [arm("treated"), arm("comparison")];
  if (treated === undefined || comparison === undefined) return null;
  const lost = (entry: Coverage) => shareLost(exact(entry.observedToEnd), exact(entry.people));
  return lossOf(lost(treated), lost(comparison));
}

/** People of each arm without a known outcome; where an estimate is of fewer people by design, an estimate of all of them tells. */
function seenLoss(estimate: Estimate, comparison: Comparison): Loss | null {
  const { arms, estimates, design } = comparison;
  const ofEveryone = [estimate, ...estimates].find(
    (other) =>
      other.outcome === estimate.outcome &&
      other.subgroup === null &&
      (other.adjustment === "none" || other.adjustment === "covariates"),
  );
  if (ofEveryone !== undefined)
    return lossOf(
      shareLost(exact(ofEveryone.treated.n), exact(arms.treated)),
      shareLost(exact(ofEveryone.comparison.n), exact(arms.comparison)),
    );
  const rows = (design.outcomeRows as { outcome: string; excluded: Exclusion[] }[] | undefined)?.find(
    ({ outcome }) => outcome === estimate.outcome,
  );
  if (rows === undefined) return null;
  const people = exact(arms.treated) + exact(arms.comparison);
  const { share } = shareLost(people - rows.excluded.reduce((sum, { rows: lost }) => sum + exact(lost), 0), people);
  return { treated: share, comparison: share, overall: share };
}

interface ArmLoss {
  readonly share: number;
  readonly people: number;
}

function shareLost(kept: number, people: number): ArmLoss {
  return { share: people === 0 ? 0 : 1 - kept / people, people };
}

function lossOf(treated: ArmLoss, comparison: ArmLoss): Loss {
  const people = treated.people + comparison.people;
  return {
    treated: treated.share,
    comparison: comparison.share,
    overall:
      people === 0
        ? Math.max(treated.share, comparison.share)
        : (treated.share * treated.people + comparison.share * comparison.people) / people,
  };
}

const severity = { pass: 0, amber: 1, fail: 2 } as const;

function isWorse(one: Loss, other: Loss): boolean {
  const by = severity[attritionVerdict(one)] - severity[attritionVerdict(other)];
  return by === 0 ? one.overall > other.overall : by > 0;
}

/** More than a point: below that, shares of people assigned and of people in the data differ without contradicting. */
function exceeds(loss: Loss, declared: Loss): boolean {
  return loss.treated > declared.treated + 0.01 || loss.comparison > declared.comparison + 0.01;
}
