import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { comparisonMethod, type MethodId, propensityScore, rosenbaumSignedRank } from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import {
  designMatrix,
  fitLeastSquares,
  fitLogistic,
  fitProbit,
  linearPredictor,
  robustCovariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { lalondePeople } from "../support/lalonde-people.ts";
import { compareRows, estimate, lalonde, lalondeLayout, lalondeOutcomes, selected } from "../support/studies.ts";

// Thirteen thousand numbers that R gave on real data. Each is compared below, compared by a test of another file that is
// named, or left out for the reason given; the last test fails on any number that is none of these.
const root = path.resolve(import.meta.dirname, "../../../..");
const values = path.resolve(root, "../shared/reference/oracle-values.json");
const present = existsSync(values);

/** Compared elsewhere: what, in which file, under which name. */
const elsewhere: readonly (readonly [RegExp, string, string])[] = [
  [
    /^rossi\.(cox|kaplan_meier|log_rank|rmst_52|two_by_two_fin_arrest|person_time_rates)\./,
    ofStats("reference/survival-and-counts"),
    "the reference values",
  ],
  [
    /^worked_examples\.(single_proportion_95|difference_of_two_proportions_95|meta_analysis_bcg)\./,
    ofStats("reference/survival-and-counts"),
    "the reference values",
  ],
  [/^rossi\.logistic_arrest\./, ofStats("regression/reference"), "logistic regression of arrest"],
  [
    /^rossi\.standardised_risks_from_logistic\./,
    ofStats("regression/reference"),
    "risks standardised from it, with delta-method errors",
  ],
  [/^rossi\.modified_poisson_arrest\./, ofStats("regression/reference"), "modified Poisson regression of arrest"],
  [
    /^rossi\.poisson_rate_arrest_offset_log_week\./,
    ofStats("regression/reference"),
    "Poisson regression of arrests per week",
  ],
  [
    /^rossi\.poisson_prio\./,
    ofStats("regression/reference"),
    "Poisson and quasi-Poisson regression of prior convictions",
  ],
  [
    /^rossi\.negative_binomial_prio\./,
    ofStats("regression/reference"),
    "negative binomial regression of prior convictions",
  ],
  [
    /^worked_examples\.its_sicily_smoking_ban\.(poisson|quasi)/,
    ofStats("regression/reference"),
    "the Sicilian smoking ban",
  ],
  [
    /^worked_examples\.its_uk_seatbelts\.drivers_killed_poisson\.(coefficients|se_poisson|pearson_dispersion|se_quasipoisson)/,
    ofStats("regression/reference"),
    "the British seat belt law",
  ],
  [
    /^worked_examples\.its_uk_seatbelts\.log_drivers_ols\.(coefficients|se_ols)\./,
    ofStats("regression/reference"),
    "the British seat belt law",
  ],
  [/^shared_data\.injury_did\./, ofStats("regression/reference"), "injury benefits, difference in differences"],
  [/^shared_data\.cgd_recurrent\./, ofStats("survival/recurrent-infections"), "recurrent infections"],
  [/^worked_examples\.e_values\./, "packages/compare/test/sensitivity/e-value.test.ts", "of the published case"],
  [
    /^worked_examples\.rosenbaum_bounds\.hammond/,
    "packages/compare/test/sensitivity/rosenbaum.test.ts",
    "of smoking and lung cancer",
  ],
];

/** Out of scope, and why. */
const leftOut: readonly (readonly [RegExp, string])[] = [
  [/^lalonde\.did_re75_re78\./, "a panel design: differences in differences come later"],
  [/^shared_data\.card_krueger\./, "a panel design: differences in differences come later"],
  [/^worked_examples\.did_staggered_teen_employment\./, "a panel design: staggered starts come later"],
  [/^shared_data\.mlda_rdd\./, "a discontinuity: such designs come later"],
  [
    /^worked_examples\.its_uk_seatbelts\..*(newey_west|durbin_watson|acf)/,
    "series designs and their autocorrelation come later",
  ],
  [
    /^worked_examples\.its_sicily_smoking_ban\.published/,
    "rounded in the publication; the fits beside it are compared",
  ],
  [
    /^lalonde\.propensity_logit\.(standard_errors|z|p)\./,
    "from a fit that stopped early; the converged ones are compared",
  ],
  [/^lalonde\.propensity_logit\.(iterations|auc|distinct_scores)$/, "not results of a comparison"],
  [/^lalonde\.propensity_probit\.standard_errors\./, "from a fit that stopped early (off by up to 5e-5)"],
  [
    /^lalonde\.matching\.[^[]*\.(independent_check|tie_sensitivity\.permutations|peer_warning)/,
    "how the file itself was checked",
  ],
  [/\.balance\.(before|after)\.distance\./, "the balance of the score is no evidence of balance and is not printed"],
  [
    /^lalonde\.matching\.(nn_1to1_closest|nn_mahalanobis|nn_mahalanobis_within_caliper_0\.2)\.(matched_sets|sets_row_numbers|effects|sum_|max_|tie_sensitivity)/,
    "another rule breaks ties; the total and the effect are inside (matching/lalonde-nearest.test.ts)",
  ],
  [/\.std_pair_dist$/, "not printed: distances within pairs are given by caliper and total"],
  [
    /^lalonde\.(matching|weighting)\..*\.effects\..*\.se_(hc[0-3]|cluster_cr0)$/,
    "errors that ignore sets or the estimation of weights are not offered",
  ],
  [/\.se_cluster_subclass_and_id$/, "with replacement the error is Abadie and Imbens's"],
  [
    /^lalonde\.matching\.nn_replacement.*\.effects\.(emp78_ratios\.se|re78_adjusted_att\.se)/,
    "with replacement the error is Abadie and Imbens's",
  ],
  [
    /^lalonde\.matching\.(subclass|exact|cem).*\.effects\.emp78_ratios\.se/,
    "HC1, which takes strata's weights as known; ours comes from stacked estimating equations",
  ],
  [
    /^lalonde\.matching\.(subclass_5\.strata_re78|subclass_5\.cut_points|.*\.strata$)/,
    "not printed: the effect made of strata is compared",
  ],
  [
    /^lalonde\.matching\.(full_logit|full_probit|optimal_pair)\.(effects|balance\.after|counts\.(ess|control_matched)|max_abs|sets|subclass_by_row|sets_row_numbers|matched_sets)/,
    "one of several solutions, and short of the optimum: only the total is compared",
  ],
  [
    /^lalonde\.weighting\..*\.effects\.emp78_ratios\.se_/,
    "HC1, which takes weights as known; ours comes from stacked estimating equations",
  ],
  [
    /^lalonde\.weighting\..*\.re78_se_(svyglm|peer_m_estimation)$/,
    "another software's error; that of estimating equations is compared",
  ],
  [
    /^lalonde\.weighting\..*\.re78_se_m_estimation_hc0$/,
    "without a small-sample factor; compared with it in weighting/lalonde.test.ts",
  ],
  [
    /^lalonde\.weighting\.(iptw_ate|iptw_ate_stabilised)\.smd_treated_sd\./,
    "an effect on everybody is balanced in everybody's deviation",
  ],
  [
    /^lalonde\.weighting\.(iptw_att|iptw_atc|overlap_ato|matching_weights_atm)\.smd_pooled_sd\./,
    "the balance printed is in the treated's deviation",
  ],
  [
    /^lalonde\.weighting\.entropy_balancing_att\.(max_abs_difference_from_peer_weights|max_abs_standardised_mean_gap|entropy)$/,
    "how the file itself was checked",
  ],
  [
    /^lalonde\.unadjusted\.(re78_adjusted_att|emp78_ratios\.se)/,
    "people as they are are adjusted by one regression, and ratios have Katz's and Woolf's errors (estimators/against-r.test.ts)",
  ],
  [/lead_in_children_33_pairs\.(data|gamma|published_rosenbaum_2002\.gamma)/, "what the bounds are asked of"],
  [/lead_in_children_33_pairs\.hodges_lehmann$/, "an estimate under hidden bias is not offered"],
  [
    /^shared_data\.nsw\..*\.sum_abs_score_distance$/,
    "the totals of LaLonde's matches are compared; here the effect is that of the sets",
  ],
  [/^lalonde\.aipw\..*_se$/, "n in place of n − 1; compared in estimators/augmented.test.ts"],
];

function ofStats(name: string): string {
  return `packages/stats/test/${name}.test.ts`;
}

const nearest = (plan: Partial<ComparisonPlan> = {}) => ({ method: "nearest" as MethodId, ...plan });
const plans: Readonly<Record<string, Partial<ComparisonPlan>>> = {
  nn_1to1_largest: nearest(),
  nn_1to1_smallest: nearest({ order: "smallest" }),
  nn_1to1_data: nearest({ order: "data" }),
  nn_1to1_closest: nearest({ order: "closest" }),
  "nn_caliper_0.2_sd_of_score": nearest({ caliper: 0.2 }),
  "nn_caliper_0.2_sd_of_logit": nearest({ caliper: 0.2, distance: "linear" }),
  "nn_caliper_0.05_sd_of_score": nearest({ caliper: 0.05 }),
  "nn_caliper_0.2_sd_of_score_data_order": nearest({ caliper: 0.2, order: "data" }),
  nn_ratio_2: nearest({ ratio: 2 }),
  "nn_ratio_2_caliper_0.2": nearest({ ratio: 2, caliper: 0.2 }),
  nn_replacement: nearest({ replace: true }),
  "nn_replacement_caliper_0.2": nearest({ replace: true, caliper: 0.2 }),
  nn_exact_race: nearest({ exact: ["race"] }),
  "nn_exact_race_caliper_0.2": nearest({ exact: ["race"], caliper: 0.2 }),
  nn_mahalanobis: nearest({ distance: "mahalanobis" }),
  "nn_mahalanobis_within_caliper_0.2": nearest({
    distance: "mahalanobis",
    distanceCovariates: ["age", "educ", "re74", "re75"],
    scoreCaliper: 0.2,
  }),
  nn_common_support_both: nearest({ commonSupport: "both" }),
  subclass_5: { method: "subclass", subclasses: 5 },
  subclass_6_default: { method: "subclass", subclasses: 6 },
  exact_race_married_nodegree: { method: "exact", exact: ["race", "married", "nodegree"] },
  cem_sturges: { method: "cem" },
  full_logit: { method: "full" },
  full_probit: { method: "full", score: "probit" },
  optimal_pair: { method: "optimal" },
  iptw_att: { method: "ipw", estimand: "att" },
  iptw_atc: { method: "ipw", estimand: "atc" },
  iptw_ate: { method: "ipw", estimand: "ate" },
  iptw_ate_stabilised: { method: "ipw", estimand: "ate", stabilise: true },
  overlap_ato: { method: "overlap" },
  matching_weights_atm: { method: "matching-weights" },
  entropy_balancing_att: { method: "entropy" },
};

/** Ties of whole distances are broken by another rule: sets then differ, and the effect lies inside what ties can do. */
const otherTies: Readonly<Record<string, true>> = {
  nn_1to1_closest: true,
  nn_mahalanobis: true,
  "nn_mahalanobis_within_caliper_0.2": true,
};

// biome-ignore lint/suspicious/noExplicitAny: the file has a shape of its own at every path
type Any = any;

describe.skipIf(!present)(
  `every stored value${present ? "" : " (skipped: no ../shared beside the repository)"}`,
  () => {
    const file: Any = present ? JSON.parse(readFileSync(values, "utf8")) : {};
    const compared = new Set<string>();

    /** Numbers found, held against those stored at a path, which then count as compared. */
    function close(found: unknown, where: readonly string[], tolerance: number): void {
      const wanted = leavesOf(valueAt(file, where), where.join("."));
      const numbers = leavesOf(found, where.join(".")).map(([, value]) => value);
      expect(numbers.length, where.join(".")).toBe(wanted.length);
      wanted.forEach(([leaf, value], k) => {
        const size = Math.max(Math.abs(value), scaleOf(leaf));
        expect(Math.abs(numbers[k]! - value), `${leaf} is ${value}, found ${numbers[k]}`).toBeLessThanOrEqual(
          tolerance * size,
        );
        compared.add(leaf);
      });
    }

    const names = (kind: "matching" | "weighting") => (present ? Object.keys(file.lalonde[kind]) : []);
    const compare = (plan: Partial<ComparisonPlan>) =>
      compareRows({ rows: lalonde, layout: lalondeLayout, outcomes: lalondeOutcomes, plan: { ...selected, ...plan } });

    function groupOf(plan: Partial<ComparisonPlan>) {
      const asked = { ...selected, ...plan };
      const people = {
        ...lalondePeople,
        exact: lalondePeople.covariates.filter(({ name }) => plan.exact?.includes(name)),
      };
      const formed = comparisonMethod(plan.method!).form(people, { plan: asked, seed: 1 });
      if ("refusal" in formed) throw new Error(formed.refusal.why);
      return formed.group;
    }

    it.each(names("matching"))("LaLonde matched, %s", (name) => {
      const at = (...of: string[]) => ["lalonde", "matching", name, ...of];
      const theirs = file.lalonde.matching[name];
      const plan = plans[name]!;
      const result = compare(plan);
      const { matching, design, balance, arms } = result.comparison;
      const isOptimal = theirs.subclass_by_row !== undefined || name === "optimal_pair";
      const isNearest = plan.method === "nearest";
      close(arms.treated, at("counts", "treated_all"), 0);
      close(arms.comparison, at("counts", "control_all"), 0);
      close(matching!.treatedMatched, at("counts", "treated_matched"), 0);
      for (const row of balance) {
        const at_ = (when: string, key: string) => at("balance", when, `${row.covariate}${row.level ?? ""}`, key);
        for (const when of isOptimal ? (["before"] as const) : (["before", "after"] as const)) {
          if (valueAt(file, at_(when, "smd")) === undefined) continue;
          const ours = row[when]!;
          close(ours.treated, at_(when, "mean_treated"), 1e-10);
          close(ours.comparison, at_(when, "mean_control"), 1e-9);
          close(ours.standardisedMeanDifference, at_(when, "smd"), 1e-8);
          if (valueAt(file, at_(when, "variance_ratio")) !== undefined)
            close(ours.varianceRatio, at_(when, "variance_ratio"), 1e-8);
          close(ours.ecdfMean, at_(when, "ecdf_mean"), 1e-8);
          close(ours.ecdfMax, at_(when, "ecdf_max"), 1e-8);
        }
      }
      if (isOptimal) {
        expect(design.totalDistance).toBeLessThanOrEqual(theirs.sum_abs_score_distance * (1 + 1e-12));
        compared.add(at("sum_abs_score_distance").join("."));
        return;
      }
      close(matching!.comparisonMatched, at("counts", "control_matched"), 0);
      close(matching!.effectiveSampleSize.treated, at("counts", "ess_treated"), 1e-9);
      close(matching!.effectiveSampleSize.comparison, at("counts", "ess_control"), 1e-9);
      if (typeof theirs.caliper_absolute === "number") {
        const caliper = (design.scoreCaliper ?? design.caliper) as { width: number };
        close(caliper.width, at("caliper_absolute"), 1e-7);
      }
      const group = groupOf(plan);
      if (isNearest && !(name in otherTies)) {
        close(group.sets!.length, at("matched_sets"), 0);
        close(
          group.sets!.map(({ treated, comparison }) => [treated[0]! + 1, ...comparison.map((row) => row + 1)]),
          at("sets_row_numbers"),
          0,
        );
      }
      if (isNearest && theirs.sum_abs_score_distance !== undefined && !(name in otherTies)) {
        const scores = name.endsWith("sd_of_logit") ? score.linear : score.probability;
        const distances = group.sets!.flatMap(({ treated, comparison }) =>
          comparison.map((row) => Math.abs(scores[row]! - scores[treated[0]!]!)),
        );
        close(
          distances.reduce((sum, distance) => sum + distance, 0),
          at("sum_abs_score_distance"),
          // The stored distances are of scores from a fit that stopped early, which shows where they are small.
          plan.replace ? 5e-8 : 1e-8,
        );
        close(Math.max(...distances), at("max_abs_score_distance"), 1e-7);
      }
      if (plan.replace) {
        const uses = group.sets!.flatMap(({ comparison }) => comparison);
        const counts = [...new Set(uses)].map((row) => uses.filter((one) => one === row).length);
        close(counts.filter((count) => count > 1).length, at("controls_used_more_than_once"), 0);
        close(Math.max(...counts), at("max_reuse"), 0);
      }
      const difference = estimate(result, "re78:meanDifference:matched");
      const ties = theirs.tie_sensitivity;
      if (ties !== undefined && plan.distance !== "mahalanobis") {
        expect(difference.estimate).toBeGreaterThanOrEqual(ties.att_re78_min * (1 - 1e-12));
        expect(difference.estimate).toBeLessThanOrEqual(ties.att_re78_max * (1 + 1e-12));
        expect(matching!.treatedMatched).toBeGreaterThanOrEqual(ties.matched_treated[0]);
        expect(matching!.treatedMatched).toBeLessThanOrEqual(ties.matched_treated[1]);
        const within = [
          "tie_sensitivity.att_re78_min",
          "tie_sensitivity.att_re78_max",
          "tie_sensitivity.matched_treated.0",
        ];
        for (const key of [...within, "tie_sensitivity.matched_treated.1"]) compared.add(at(key).join("."));
      }
      if (name in otherTies) return;
      close((difference.treated.n as number) + (difference.comparison.n as number), at("effects", "n"), 0);
      closeEffects(result, "matched", at("effects"), 1e-9);
      if (theirs.effects.re78.se_cluster_cr1 !== undefined) {
        for (const [outcome, measure] of [
          ["re78", "meanDifference"],
          ["emp78", "riskDifference"],
        ] as const) {
          const ours = estimate(result, `${outcome}:${measure}:matched`);
          close(ours.standardError, at("effects", outcome, "se_cluster_cr1"), 1e-9);
          close(ours.clusters, at("effects", outcome, "clusters"), 0);
        }
        close(
          estimate(result, "emp78:riskRatio:matched").standardError,
          at("effects", "emp78_ratios", "se_log_risk_ratio"),
          1e-9,
        );
        close(
          estimate(result, "emp78:oddsRatio:matched").standardError,
          at("effects", "emp78_ratios", "se_log_odds_ratio"),
          1e-9,
        );
      }
      const adjusted = result.comparison.estimates.find(({ id }) => id === "re78:meanDifference:matched-adjusted");
      if (adjusted === undefined) return;
      close(adjusted.estimate, at("effects", "re78_adjusted_att", "estimate"), 1e-9);
      if (!plan.replace) close(adjusted.standardError, at("effects", "re78_adjusted_att", "se"), 1e-9);
    });

    it.each(names("weighting"))("LaLonde weighted, %s", (name) => {
      const at = (...of: string[]) => ["lalonde", "weighting", name, ...of];
      const theirs = file.lalonde.weighting[name];
      const result = compare(plans[name]!);
      const { weighting, balance } = result.comparison;
      const weights = groupOf(plans[name]!).weights!;
      // Entropy weights are stored to what their own fit reached.
      if (theirs.weights_first_10_rows !== undefined)
        close([...weights.slice(0, 10)], at("weights_first_10_rows"), 1e-6);
      close([...weights.slice(185, 195)], at("weights_rows_186_to_195"), 1e-6);
      const ofArm = (arm: number) => [...weights].filter((_, row) => lalondePeople.treated[row] === arm);
      const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
      const summaries = {
        sum_treated: sum(ofArm(1)),
        sum_control: sum(ofArm(0)),
        max_treated: Math.max(...ofArm(1)),
        max_control: Math.max(...ofArm(0)),
      };
      for (const [key, value] of Object.entries(summaries)) if (theirs[key] !== undefined) close(value, at(key), 1e-6);
      if (theirs.ess_treated !== undefined) close(weighting!.effectiveSampleSize.treated, at("ess_treated"), 1e-6);
      close(weighting!.effectiveSampleSize.comparison, at("ess_control"), 1e-6);
      for (const table of ["smd_treated_sd", "smd_pooled_sd"]) {
        if (theirs[table] === undefined || (table === "smd_pooled_sd") !== name.startsWith("iptw_ate")) continue;
        for (const { covariate, level, after } of balance) {
          close(after!.standardisedMeanDifference, at(table, level ?? covariate), 1e-4);
        }
      }
      const { treated, comparison } = estimate(result, "re78:meanDifference:weighted");
      close((treated.n as number) + (comparison.n as number), at("effects", "n"), 0);
      closeEffects(result, "weighted", at("effects"), 1e-6);
    });

    it("LaLonde as they are: the score, by logit and by probit", () => {
      const { covariates, treated } = lalondePeople;
      const race = covariates.find(({ name }) => name === "race")!;
      if (race.kind !== "factor") throw new Error("race is a factor");
      const columns = covariates.flatMap((one) =>
        one.kind === "number"
          ? [one.values]
          : [1, 2].map((level) => Float64Array.from(one.codes, (code) => Number(code === level))),
      );
      const design = designMatrix(columns);
      const logit = fitLogistic({ design, outcome: treated });
      const probit = fitProbit({ design, outcome: treated });
      const at = (key: string) => ["lalonde", "propensity_logit", key];
      close(logit.coefficients, at("coefficients"), 1e-6);
      close(logit.coefficients, at("coefficients_converged"), 1e-8);
      close(logit.standardErrors, at("standard_errors_converged"), 1e-8);
      close(robustCovariance({ design, fit: logit }).standardErrors, at("se_hc0"), 1e-4);
      close(logit.logLikelihood, at("loglik"), 1e-9);
      close(logit.logLikelihood, at("loglik_converged"), 1e-9);
      close(logit.deviance, at("deviance"), 1e-9);
      close(logit.nullDeviance, at("null_deviance"), 1e-9);
      close(2 * logit.rank - 2 * logit.logLikelihood, at("aic"), 1e-9);
      const deviation = (of: Float64Array) => {
        const mean = of.reduce((sum, one) => sum + one, 0) / of.length;
        return Math.sqrt(of.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (of.length - 1));
      };
      const { probability, linear } = score;
      close(Math.min(...probability), at("score_min"), 1e-6);
      close(Math.max(...probability), at("score_max"), 1e-6);
      close(deviation(probability), at("score_sd"), 1e-6);
      close(deviation(linear), at("linear_predictor_sd"), 1e-6);
      close([...probability.slice(0, 10)], at("score_first_10_rows"), 1e-6);
      close(
        probability.reduce((sum, one) => sum + one, 0),
        at("score_sum"),
        1e-8,
      );
      close(probit.coefficients, ["lalonde", "propensity_probit", "coefficients"], 1e-6);
      close(probit.logLikelihood, ["lalonde", "propensity_probit", "loglik"], 1e-9);

      const outcome = lalonde.re78 as number[];
      const full = designMatrix([Float64Array.from(treated), ...columns]);
      const least = fitLeastSquares({ design: full, outcome });
      close(least.coefficients, ["lalonde", "ols", "coefficients"], 1e-9);
      close(least.standardErrors, ["lalonde", "ols", "standard_errors"], 1e-9);
      for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
        const robust = robustCovariance({ design: full, fit: least, kind }).standardErrors;
        close(robust, ["lalonde", "ols", `se_${kind.toLowerCase()}`], 1e-9);
      }
      close(least.residualStandardDeviation, ["lalonde", "ols", "sigma"], 1e-9);
      const mean = outcome.reduce((sum, one) => sum + one, 0) / outcome.length;
      const about = outcome.reduce((sum, one) => sum + (one - mean) ** 2, 0);
      close(
        1 - (least.residualStandardDeviation ** 2 * (614 - least.rank)) / about,
        ["lalonde", "ols", "r_squared"],
        1e-9,
      );

      const arm = designMatrix([Float64Array.from(treated)]);
      for (const [name, of] of [
        ["re78", outcome],
        ["emp78", lalonde.emp78 as number[]],
      ] as const) {
        const fit = fitLeastSquares({ design: arm, outcome: of });
        for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
          const { standardErrors } = robustCovariance({ design: arm, fit, kind });
          close(standardErrors[1], ["lalonde", "unadjusted", name, `se_${kind.toLowerCase()}`], 1e-9);
        }
      }
      const crude = compare({ method: "none" });
      close(crude.comparison.rows.used, ["lalonde", "unadjusted", "n"], 0);
      closeEffects(crude, "crude", ["lalonde", "unadjusted"], 1e-10);
      const augmented = (estimand: "ate" | "att") =>
        estimate(compare({ method: "ipw", estimand }), "re78:meanDifference:augmented").estimate;
      close(augmented("ate"), ["lalonde", "aipw", "ate"], 1e-6);
      close(augmented("att"), ["lalonde", "aipw", "att"], 1e-6);
    });

    it("bounds on hidden bias, of LaLonde's pairs and of the lead in children's blood", () => {
      const at = (key: string) => ["lalonde", "rosenbaum_signed_rank_nn_1to1_largest", key];
      const outcome = lalonde.re78 as number[];
      const pairs = groupOf(plans.nn_1to1_largest!).sets!.map(
        (set) => outcome[set.treated[0]!]! - outcome[set.comparison[0]!]!,
      );
      const differences = pairs.filter((one) => one !== 0);
      close(pairs.length, at("pairs"), 0);
      close(differences.length, at("nonzero"), 0);
      close(signedRank(differences), at("statistic"), 0);
      for (const gamma of Object.keys(file.lalonde.rosenbaum_signed_rank_nn_1to1_largest.by_gamma)) {
        const bound = rosenbaumSignedRank(pairs, Number(gamma), "greater");
        close(bound.pUpper, ["lalonde", "rosenbaum_signed_rank_nn_1to1_largest", "by_gamma", gamma], 1e-9);
      }
    });

    it("bounds on hidden bias in the lead in children's blood, 33 pairs", () => {
      const lead = ["worked_examples", "rosenbaum_bounds", "lead_in_children_33_pairs"];
      const { data, gamma, published_rosenbaum_2002: published } = valueAt(file, lead);
      const pairs = data.exposed.map((value: number, k: number) => value - data.control[k]);
      const bounds = (zeros: "ranked" | "dropped", factors: number[]) =>
        factors.map((factor) => rosenbaumSignedRank(pairs, factor, "greater", zeros).pUpper);
      close(bounds("ranked", gamma), [...lead, "zero_ranked", "upper_one_sided_p"], 1e-9);
      close(bounds("dropped", gamma), [...lead, "zero_dropped", "upper_one_sided_p"], 1e-9);
      const differing = pairs.filter((one: number) => one !== 0);
      close(signedRank(differing), [...lead, "zero_dropped", "statistic"], 0);
      // A pair alike takes the lowest rank and moves every other up by one.
      const above = differing.filter((one: number) => one > 0).length;
      close(
        signedRank(differing) + above * (pairs.length - differing.length),
        [...lead, "zero_ranked", "statistic"],
        0,
      );
      // As printed: four digits.
      bounds("ranked", published.gamma).forEach((p, k) => {
        expect(Math.abs(p - published.p[k])).toBeLessThan(5.1e-5);
        compared.add([...lead, "published_rosenbaum_2002", "p", k].join("."));
      });
    });

    it("the national supported work against its own controls and against the population survey", () => {
      const nsw = mixtape("nsw_mixtape.csv");
      const cps = mixtape("cps_mixtape.csv");
      const outcome = nsw.map(({ re78 }) => re78!);
      const arm = designMatrix([nsw.map(({ treat }) => treat!)]);
      const experiment = (key: string) => ["shared_data", "nsw", "experiment", key];
      const fit = fitLeastSquares({ design: arm, outcome });
      const ofExperiment = compareRows({ ...shapeOf(nsw, []), plan: { ...selected, method: "none" } });
      const crude = estimate(ofExperiment, "re78:meanDifference:crude");
      close(ofExperiment.comparison.rows.used, experiment("n"), 0);
      close(crude.estimate, experiment("difference"), 1e-9);
      close(fit.standardErrors[1], experiment("se_ols"), 1e-9);
      close(crude.standardError, experiment("se_hc2"), 1e-9);
      close(crude.df, experiment("welch_df"), 1e-9);

      const people = [...nsw.filter(({ treat }) => treat === 1), ...cps];
      const survey = (...keys: string[]) => ["shared_data", "nsw", "cps_comparison", ...keys];
      const covariates = Object.keys(termsOf(people[0]!));
      const run = (plan: Partial<ComparisonPlan>) =>
        compareRows({ ...shapeOf(people, covariates), plan: { ...selected, ...plan }, tieDraws: 0 });
      close(people.length, survey("rows"), 0);
      close(estimate(run({ method: "nearest" }), "re78:meanDifference:crude").estimate, survey("naive"), 1e-9);
      const terms = people.map(termsOf);
      const columns = covariates.map((name) => Float64Array.from(terms, (one) => one[name]!));
      const logit = fitLogistic({ design: designMatrix(columns), outcome: people.map(({ treat }) => treat!) });
      close(logit.logLikelihood, survey("propensity_loglik"), 1e-8);
      const scores = [...linearPredictor(designMatrix(columns), logit.coefficients)].map(
        (eta) => 1 / (1 + Math.exp(-eta)),
      );
      const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
      const squares = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
      close(Math.sqrt(squares / (scores.length - 1)), survey("score_sd"), 1e-6);
      close(Math.max(...scores), survey("score_max"), 1e-6);
      const weighted = run({ method: "ipw", estimand: "att" });
      close(estimate(weighted, "re78:meanDifference:weighted").estimate, survey("iptw_att", "att_re78"), 1e-5);
      close(weighted.comparison.weighting!.effectiveSampleSize.comparison, survey("iptw_att", "ess_control"), 1e-5);
      for (const [name, plan] of Object.entries({
        nn_1to1: {},
        "nn_1to1_caliper_0.2": { caliper: 0.2 },
        nn_replacement: { replace: true },
      })) {
        const matched = run({ method: "nearest", ...plan });
        const { comparison } = matched;
        close(comparison.matching!.treatedMatched, survey(name, "matched_treated"), 0);
        close(comparison.matching!.comparisonMatched, survey(name, "matched_control"), 0);
        close(estimate(matched, "re78:meanDifference:matched").estimate, survey(name, "att_re78"), 1e-8);
        const { width } = (comparison.design.caliper ?? {}) as { width?: number };
        if (width !== undefined) close(width, survey(name, "caliper_absolute"), 1e-6);
      }
    });

    it("names every number: compared here, compared elsewhere by a test of that name, or left out with a reason", () => {
      for (const [, name, title] of elsewhere)
        expect(readFileSync(path.resolve(root, name), "utf8"), name).toContain(title);
      const all = ["lalonde", "rossi", "worked_examples", "shared_data"].flatMap((part) => leavesOf(file[part], part));
      const covered = (leaf: string) => [...elsewhere, ...leftOut].some(([pattern]) => pattern.test(leaf));
      expect(all.length).toBeGreaterThan(13_000);
      expect(all.map(([leaf]) => leaf).filter((leaf) => !compared.has(leaf) && !covered(leaf))).toEqual([]);
    });

    it("has no reason that is about nothing", () => {
      const all = ["lalonde", "rossi", "worked_examples", "shared_data"].flatMap((part) => leavesOf(file[part], part));
      for (const [pattern] of [...elsewhere, ...leftOut]) {
        expect(
          all.some(([leaf]) => pattern.test(leaf)),
          String(pattern),
        ).toBe(true);
      }
    });

    function closeEffects(
      result: ReturnType<typeof compare>,
      how: string,
      at: readonly string[],
      tolerance: number,
    ): void {
      for (const [outcome, measure] of [
        ["re78", "meanDifference"],
        ["emp78", "riskDifference"],
      ] as const) {
        const ours = estimate(result, `${outcome}:${measure}:${how}`);
        close(ours.treated.value, [...at, outcome, "mean_treated"], tolerance);
        close(ours.comparison.value, [...at, outcome, "mean_control"], tolerance);
        close(ours.estimate, [...at, outcome, "difference"], 10 * tolerance);
      }
      const { treated, comparison } = estimate(result, `emp78:riskDifference:${how}`);
      close(treated.value, [...at, "emp78_ratios", "risk_treated"], tolerance);
      close(comparison.value, [...at, "emp78_ratios", "risk_control"], tolerance);
      close(estimate(result, `emp78:riskRatio:${how}`).estimate, [...at, "emp78_ratios", "risk_ratio"], tolerance);
      close(estimate(result, `emp78:oddsRatio:${how}`).estimate, [...at, "emp78_ratios", "odds_ratio"], 10 * tolerance);
    }
  },
);

/** Columns of one of the files of the national supported work. */
function mixtape(name: string): Record<string, number>[] {
  const [head, ...lines] = readFileSync(path.resolve(root, "../shared/data/nsw-lalonde", name), "utf8")
    .trim()
    .split("\n");
  const columns = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [columns[k]!, Number(cell)])));
}

/** What the stored score is made of. */
function termsOf({
  age,
  educ,
  marr,
  nodegree,
  black,
  hisp,
  re74,
  re75,
}: Record<string, number>): Record<string, number> {
  const squares = { age2: age! ** 2, age3: age! ** 3, educ2: educ! ** 2 };
  const none = { u74: Number(re74 === 0), u75: Number(re75 === 0), educRe74: educ! * re74! };
  return {
    age: age!,
    ...squares,
    educ: educ!,
    marr: marr!,
    nodegree: nodegree!,
    black: black!,
    hisp: hisp!,
    re74: re74!,
    re75: re75!,
    ...none,
  };
}

/** A comparison of these people, in the order of the file. */
function shapeOf(people: readonly Record<string, number>[], covariates: readonly string[]) {
  const terms = people.map(termsOf);
  const column = (name: string) => people.map((_, row) => terms[row]![name]!);
  return {
    rows: {
      treat: people.map(({ treat }) => treat!),
      re78: people.map(({ re78 }) => re78!),
      ...Object.fromEntries(covariates.map((name) => [name, column(name)])),
    },
    layout: {
      treatment: "treat",
      covariates: [...covariates],
      outcomes: [{ id: "re78", kind: "continuous" as const, column: "re78" }],
    },
    outcomes: [{ id: "re78", kind: "continuous" as const }],
  };
}

const score = propensityScore(lalondePeople.covariates, lalondePeople.treated);

/** Sum of the ranks of sizes of differences above 0, ties sharing their mean rank. */
function signedRank(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs);
  const rank = (size: number) => {
    const below = sizes.filter((one) => one < size).length;
    return below + (sizes.filter((one) => one === size).length + 1) / 2;
  };
  return differences.reduce((sum, one) => sum + (one > 0 ? rank(one) : 0), 0);
}

/** Numbers at and below a value, each with its path. */
function leavesOf(value: unknown, where: string): [string, number][] {
  if (typeof value === "number") return [[where, value]];
  if (value instanceof Float64Array) return leavesOf([...value], where);
  if (Array.isArray(value)) return value.flatMap((one, k) => leavesOf(one, `${where}.${k}`));
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${where}.${key}`));
  }
  return [];
}

function valueAt(value: Any, where: readonly string[]): Any {
  return where.reduce((inner, key) => inner?.[key], value);
}

/** What a number near 0 is small beside. */
function scaleOf(leaf: string): number {
  return /\.(smd|ecdf_\w+|mean_\w+|difference|smd_\w+\.\w+)$/.test(leaf) ? 0.01 : 0;
}
