import type { ComparisonPlan } from "@likewise/schema";
import { targetEstimand } from "../methods/target-estimand.ts";
import { text, textVector } from "./r-words.ts";

/** Lines that give each row its balancing weight, or none (NULL) where R has no package for it. */
export function groupLines(plan: ComparisonPlan, covariates: readonly string[]): string[] {
  const method = plan.method ?? "none";
  const weights = scoreWeights[`${method} ${plan.estimand ?? ""}`.trim()] ?? scoreWeights[method];
  if (weights !== undefined)
    return [
      ...scoreLines(plan, covariates),
      `rows$.weight <- with(rows, ifelse(is.na(.score), 0, ${weights}))`,
      ...(plan.samplingWeights === undefined
        ? []
        : [`rows$.weight <- rows$.weight * rows[[${text(plan.samplingWeights)}]]`]),
    ];
  const lines = strataMethods[method];
  if (lines !== undefined) return lines(plan, covariates);
  if (method !== "none") return matchItLines(plan, covariates);
  return plan.samplingWeights === undefined ? [] : [`rows$.weight <- rows[[${text(plan.samplingWeights)}]]`];
}

const scoreWeights: Readonly<Record<string, string>> = {
  ipw: "ifelse(.treated == 1, 1, .score / (1 - .score))",
  "ipw atc": "ifelse(.treated == 1, (1 - .score) / .score, 1)",
  "ipw ate": "ifelse(.treated == 1, 1 / .score, 1 / (1 - .score))",
  overlap: "ifelse(.treated == 1, 1 - .score, .score)",
  "matching-weights": "pmin(.score, 1 - .score) / ifelse(.treated == 1, .score, 1 - .score)",
};

function scoreLines(plan: ComparisonPlan, covariates: readonly string[]): string[] {
  const { score = "logit", trim, samplingWeights } = plan;
  // Weights that are not whole are a quasi-likelihood's to R.
  const family = samplingWeights === undefined ? "binomial" : "quasibinomial";
  const weighted = samplingWeights === undefined ? "" : `weights = \`${samplingWeights}\`, `;
  const fitted = (rows: string) =>
    `fitted(glm(${formulaOf(plan, covariates)}, family = ${family}(${score}), ${weighted}data = ${rows}, control = list(epsilon = 1e-14, maxit = 100)))`;
  const once = [...splineLines(plan), `rows$.score <- ${fitted("rows")}`];
  if (trim === undefined) return once;
  return [
    ...once,
    `kept <- pmin(rows$.score, 1 - rows$.score) >= ${trim}`,
    `rows$.score[kept] <- ${fitted("rows[kept, ]")}`,
    "rows$.score[!kept] <- NA",
  ];
}

/** Columns of marked gaps are known only to the script, where the rows are. */
function formulaOf({ missing, scoreSquares, scoreSplines }: ComparisonPlan, covariates: readonly string[]): string {
  const quoted = (names: readonly string[] = []) => names.map((name) => `\`${name}\``);
  const bent = [
    ...quoted(scoreSquares).map((name) => `I(${name}^2)`),
    ...quoted(scoreSplines).map((name) => `.spline(${name})`),
  ];
  if (missing === "indicator")
    return `reformulate(c(.terms${bent.map((term) => `, ${text(term)}`).join("")}), ".treated")`;
  return `.treated ~ ${[...quoted(covariates), ...bent].join(" + ")}`;
}

function splineLines({ scoreSplines }: ComparisonPlan): string[] {
  if (scoreSplines === undefined) return [];
  return [
    "# Restricted cubic spline with four knots at Harrell's quantiles, beside the number itself",
    ".spline <- function(x) {",
    "  t <- quantile(x, c(.05, .35, .65, .95)); cube <- function(u) pmax(u, 0)^3",
    "  sapply(1:2, function(j) (cube(x - t[j]) - cube(x - t[3]) * (t[4] - t[j]) / (t[4] - t[3]) + cube(x - t[4]) * (t[3] - t[j]) / (t[4] - t[3])) / (t[4] - t[1])^2)",
    "}",
  ];
}

const strataMethods: Readonly<Record<string, (plan: ComparisonPlan, covariates: readonly string[]) => string[]>> = {
  exact: ({ exact = [], ...plan }) => [
    `rows$.stratum <- do.call(paste, rows[${textVector(exact)}])`,
    ...strataWeights(plan),
  ],
  subclass: (plan, covariates) => {
    const about = { att: "rows$.treated == 1", atc: "rows$.treated == 0", ate: "TRUE" }[targetEstimand(plan)];
    return [
      ...scoreLines(plan, covariates),
      `cuts <- quantile(rows$.score[${about}], seq_len(${(plan.subclasses ?? 5) - 1}) / ${plan.subclasses ?? 5})`,
      "rows$.stratum <- findInterval(rows$.score, cuts)",
      ...strataWeights(plan),
    ];
  },
  cem: ({ bins, exact = [], ...plan }, covariates) => [
    `bins <- ${bins ?? "ceiling(log2(nrow(rows)) + 1)"}`,
    "coarse <- function(x) if (is.numeric(x) && max(x) > min(x)) pmin(bins - 1, floor((x - min(x)) / ((max(x) - min(x)) / bins))) else x",
    `rows$.stratum <- do.call(paste, c(lapply(rows[${plan.missing === "indicator" ? ".names" : textVector(covariates)}], coarse), rows[${textVector(exact)}]))`,
    ...strataWeights(plan),
  ],
};

/** Within a stratum each arm stands for as many people as the effect is about there. */
function strataWeights(plan: Pick<ComparisonPlan, "estimand">): string[] {
  const about = { att: "treated", atc: "others", ate: "treated + others" }[targetEstimand(plan)];
  return [
    "treated <- ave(rows$.treated, rows$.stratum, FUN = sum)",
    "others <- ave(1 - rows$.treated, rows$.stratum, FUN = sum)",
    `rows$.weight <- ifelse(treated == 0 | others == 0, 0, (${about}) / ifelse(rows$.treated == 1, treated, others))`,
  ];
}

/** Sets are MatchIt's own to make; versions before 4.7.2 may ignore calipers, so they are not asked. */
function matchItLines(plan: ComparisonPlan, covariates: readonly string[]): string[] {
  const isMahalanobis = plan.distance?.includes("mahalanobis") === true;
  const given = [
    formulaOf(plan, covariates),
    "data = rows",
    `method = ${text(plan.method ?? "nearest")}`,
    `distance = ${text(isMahalanobis ? plan.distance!.replace("robust-", "robust_") : "glm")}`,
    ...(isMahalanobis
      ? []
      : [`link = ${text(`${plan.distance === "linear" ? "linear." : ""}${plan.score ?? "logit"}`)}`]),
    ...(plan.estimand === undefined ? [] : [`estimand = ${text(plan.estimand.toUpperCase())}`]),
    ...(plan.caliper === undefined ? [] : [`caliper = ${plan.caliper}, std.caliper = TRUE`]),
    ...(plan.ratio === undefined ? [] : [`ratio = ${plan.ratio}`]),
    ...(plan.replace === true ? ["replace = TRUE"] : []),
    ...(plan.method === "nearest" ? [`m.order = ${text(plan.order ?? "largest")}`] : []),
    ...(plan.exact === undefined ? [] : [`exact = ${textVector(plan.exact)}`]),
  ];
  const call = `MatchIt::matchit(${given.join(", ")})$weights`;
  if (plan.method === "radius" || plan.method === "entropy") return ["rows$.weight <- NULL"];
  return [
    ...splineLines(plan),
    `if (requireNamespace("MatchIt", quietly = TRUE) && packageVersion("MatchIt") >= "4.7.2") rows$.weight <- ${call} else {`,
    '  cat("MatchIt 4.7.2 is not installed: matched results are not checked\\n")',
    "  rows$.weight <- NULL",
    "}",
  ];
}
