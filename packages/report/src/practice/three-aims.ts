import type { Results } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import type { Html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { ratioWords } from "../wording/economics-words.ts";
import { formatCount, formatPer100, formatPercent } from "../wording/formats.ts";

/**
 * The three aims of matching people to a programme, a line each: that victim-survivors are confident, that there is a realistic chance of
 * success, that it is worth its money. A line without data says so; null where nothing is told of costs.
 */
export function threeAims(results: Results): Html | null {
  const { economics } = results;
  if (economics === null) return null;
  const lines = [
    ["Victim-survivors are confident", confidence(results, economics), noConfidence],
    ["A realistic chance of success", completion(results), "The number who started and who completed"],
    ["Value for money", value(economics), "A result of costs and benefits"],
  ] as const;
  return dataTable({
    caption: "Three aims of matching people to a programme: none stands for another",
    head: ["Aim", "What is known", "What it rests on, or what would tell"],
    rows: lines.map(([aim, known, otherwise]) => [aim, ...(known ?? (["No data", otherwise] as const))]),
  });
}

const noConfidence = "An outcome victim-survivors report of themselves";

type Known = readonly [known: string, rests: string] | null;
type Economics = NonNullable<Results["economics"]>;

function confidence({ comparisons }: Results, { confidence: outcome, comparison }: Economics): Known {
  const estimates = comparisons.find(({ id }) => id === comparison)?.estimates ?? [];
  const found = estimates.find((one) => one.primary && one.outcome === outcome && one.subgroup === null);
  const share = found === undefined ? null : published(found.treated.value);
  if (found === undefined || share === null) return null;
  const difference =
    found.measure === "riskDifference"
      ? `; ${cellText(found.estimate, formatPer100)} in 100 against the comparison group (${intervalText(found.interval, formatPer100)})`
      : "";
  return [
    `${formatPercent(share)} of ${cellText(found.treated.n, formatCount)}${difference}`,
    "Of the programme group, as victim-survivors report",
  ];
}

function completion({ funnel }: Results): Known {
  const step = funnel.find((one) => one.step === "completed");
  const share = step === undefined ? null : published(step.shareOfReferrals);
  if (step === undefined || share === null) return null;
  return [
    `${formatPercent(share)} (${intervalText(step.interval, formatPercent)})`,
    "Who completed, of everybody referred",
  ];
}

function value({ appraisal, scenario }: Economics): Known {
  if (appraisal === null || appraisal.benefitCostRatio.estimate === null) return null;
  return [
    `Benefit-cost ratio ${ratioWords(appraisal.benefitCostRatio)}`,
    scenario ? "A scenario, as under costs and benefits" : "Costs and benefits of everybody reached",
  ];
}
