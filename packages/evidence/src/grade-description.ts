import type { DesignDescription, Grade } from "@likewise/schema";
import { attritionVerdict } from "./attrition.ts";
import { type Design, nothingAssessed } from "./design.ts";
import { factsOfDesign } from "./facts-of-design.ts";
import { gradeDesign } from "./grade-design.ts";
import { isJustified } from "./standing-facts.ts";
import { bounds } from "./tables/bounds.ts";
import { covariateRoles } from "./tables/covariate-roles.ts";

/**
 * Grade of a design that is described and not analysed here: a published study, or one that is planned.
 *
 * What the data of a study would show (balance, support, losses) is stated instead, each with how it is known; what is
 * left out is not assessed, and a favourable statement without a justification counts as not met.
 *
 * @param description as in `study.schema.json#/$defs/DesignDescription`
 * @returns one grade per scale, `wwclg` first, without a comparison and without estimates
 * @example
 * gradeDescription({ design: "likewise/design", title: "Intake against exit", comparator: "none" })[0].level; // 1
 */
export function gradeDescription(description: DesignDescription): Grade[] {
  return gradeDesign(designOfDescription(description)).map((grade) => ({ ...grade, comparison: null, estimates: [] }));
}

/** The same as plain facts and findings, null where nothing stands. */
export function designOfDescription(description: DesignDescription): Design {
  const { evidence = {}, priorOutcome, supportShare, contrast, comparator = "concurrent-untreated" } = description;
  const declared = factsOfDesign(evidence);
  const usesSets = description.adjustment === "matching" || description.adjustment === "weighting";
  return {
    ...nothingAssessed,
    ...declared,
    assignment: description.assignment ?? "selected",
    comparator,
    contrast: contrast ?? (comparator === "none" ? "before-after" : "after-only"),
    adjustment: description.adjustment ?? "none",
    analysisSet: description.analysisSet ?? null,
    matchedComparator: usesSets,
    balance: balanceOf(description),
    essentials: essentialsOf(description),
    supportShare:
      supportShare === undefined || (supportShare.value >= bounds.leastSupport && !isJustified(supportShare))
        ? null
        : supportShare.value,
    priorOutcome:
      priorOutcome === undefined || !usesSets
        ? null
        : {
            covariates: ["the outcome before entry"],
            standing: priorOutcome.balanced ? "balanced" : "unbalanced",
            justified: isJustified(priorOutcome),
          },
    attrition: attritionOf(description),
    unjustified: [...declared.unjustified, ...unjustifiedFindings(description)],
  };
}

const findings = ["balance", "essentials", "supportShare", "priorOutcome"] as const;

function unjustifiedFindings(description: DesignDescription): string[] {
  return findings.filter((name) => description[name] !== undefined && !isJustified(description[name]));
}

function balanceOf({ balance }: DesignDescription): Design["balance"] {
  if (balance === undefined) return null;
  const { above25: serious = [], above10: unadjusted = [] } = balance;
  const isSound = serious.length + unadjusted.length === 0;
  return isSound && !isJustified(balance) ? null : { serious, unadjusted, unassessable: [] };
}

/** A finding against the study stands; one of nothing amiss needs its justification. */
function essentialsOf({ essentials, evidence = {} }: DesignDescription): Design["essentials"] {
  if (essentials === undefined) return nothingAssessed.essentials;
  const stated = isJustified(essentials);
  const found = (names: readonly string[] = []) => (names.length > 0 || stated ? names : null);
  const label = (id: string) => covariateRoles.find((role) => role.id === id)!.label;
  const { covariateRoles: played = {} } = evidence;
  return {
    missing: found(essentials.missing?.map(label)),
    unbalanced: found(essentials.above10),
    unassessable: [],
    unequalVariance: found(essentials.spread),
    desirableMissing: covariateRoles.filter((role) => !role.essential && (played[role.id] ?? []).length === 0),
  };
}

/** Without the numbers of each arm the arms are taken to be of one size. */
function attritionOf({ evidence: { attrition } = {} }: DesignDescription): Design["attrition"] {
  if (attrition === undefined) return null;
  const { treated, comparison } = attrition;
  const loss = { treated, comparison, overall: (treated + comparison) / 2 };
  return isJustified(attrition) || attritionVerdict(loss) === "fail" ? loss : null;
}
