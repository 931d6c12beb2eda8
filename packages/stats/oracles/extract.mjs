// Copies what the tests of this package need out of the project's reference values into this folder:
//   node packages/stats/oracles/extract.mjs PATH/TO/oracle-values.json
// The reference holds results computed in R on LaLonde's and Rossi's data; its own text says how.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: node extract.mjs PATH/TO/oracle-values.json");
const reference = JSON.parse(readFileSync(path, "utf8"));
const here = dirname(fileURLToPath(import.meta.url));

const software = (...names) =>
  Object.fromEntries(["R", ...names].map((name) => [name, reference.software[name]]));
const pick = (object, ...keys) => Object.fromEntries(keys.map((key) => [key, object[key]]));
const pickEach = (object, ...keys) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, pick(value, ...keys)]));

const { lalonde, rossi, worked_examples: worked } = reference;

write("lalonde.json", {
  what: "Propensity and outcome models on LaLonde's data (614 rows)",
  source: {
    kind: "software",
    software: software("sandwich"),
    script: "extract.mjs, from the project's reference values (entries data.lalonde, lalonde)",
    data: reference.data.lalonde.source,
  },
  tolerance: { closedForm: 1e-10, iterative: 1e-7 },
  columns: pick(
    reference.data.lalonde.columns,
    "treat", "age", "educ", "race", "married", "nodegree", "re74", "re75", "re78",
  ),
  logit: pick(
    lalonde.propensity_logit,
    "terms", "coefficients_converged", "standard_errors_converged", "loglik_converged", "deviance", "null_deviance",
  ),
  probit: pick(lalonde.propensity_probit, "coefficients", "standard_errors", "loglik"),
  leastSquares: lalonde.ols,
  differenceInDifferences: pick(
    lalonde.did_re75_re78, "estimate", "se_ols", "se_cluster_id_cr0", "se_cluster_id_cr1", "se_welch_on_changes",
  ),
  matchedPairs: {
    what: "difference in re78 of 113 pairs (treated row, control row; 1-based), nearest score, caliper 0.2",
    rows: lalonde.matching["nn_caliper_0.2_sd_of_score"].sets_row_numbers,
    ...pick(
      lalonde.matching["nn_caliper_0.2_sd_of_score"].effects.re78,
      "difference", "se_hc1", "se_cluster_cr0", "se_cluster_cr1",
    ),
  },
});

const coxKeys = [
  "terms", "coefficients", "standard_errors", "robust_standard_errors", "loglik_null", "loglik", "lr_test",
  "wald_test", "score_test", "df", "concordance", "cumulative_baseline_hazard_at_zero_covariates", "rows", "events",
];
write("rossi.json", {
  what: "Survival and count models on Rossi, Berk and Lenihan's data (432 people, 52 weeks)",
  source: {
    kind: "software",
    software: software("survival", "sandwich"),
    script: "extract.mjs, from the project's reference values (entries data.rossi, rossi)",
    data: reference.data.rossi.source,
  },
  tolerance: { closedForm: 1e-10, iterative: 1e-7 },
  columns: pick(reference.data.rossi.columns, "week", "arrest", "fin", "age", "race", "wexp", "mar", "paro", "prio"),
  employedByWeek: reference.data.rossi.employed_by_week,
  cox: pickEach(
    pick(
      rossi.cox,
      "efron", "breslow", "fin_only_efron", "stratified_by_race_efron",
      "time_varying_employment_same_week_efron", "time_varying_employment_lagged_one_week_efron",
    ),
    ...coxKeys,
  ),
  kaplanMeier: rossi.kaplan_meier,
  logRank: rossi.log_rank,
  restrictedMean: pick(rossi.rmst_52, "fin_yes", "fin_yes_se", "fin_no", "fin_no_se"),
  logistic: rossi.logistic_arrest,
  modifiedPoisson: rossi.modified_poisson_arrest,
  poissonRate: rossi.poisson_rate_arrest_offset_log_week,
  poissonCount: pick(rossi.poisson_prio, "terms", "coefficients", "standard_errors", "se_hc0", "loglik", "deviance", "null_deviance"),
  personTime: rossi.person_time_rates,
});

write("proportions.json", {
  what: "Intervals for one and two proportions",
  source: {
    kind: "software",
    software: software("ratesci"),
    published: "Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, table II, method 10",
    script: "extract.mjs, from the project's reference values (entry worked_examples)",
  },
  tolerance: 1e-10,
  single: worked.single_proportion_95.map((entry) => pick(entry, "x", "n", "wilson")),
  difference: worked.difference_of_two_proportions_95.map((entry) =>
    pick(
      entry,
      "example", "x1", "n1", "x2", "n2", "difference", "newcombe_method_10", "risk_ratio_katz", "odds_ratio_woolf",
      "published_newcombe_1998_table_ii_method_10",
    ),
  ),
});

function write(name, value) {
  writeFileSync(join(here, name), `${JSON.stringify(value)}\n`);
}
