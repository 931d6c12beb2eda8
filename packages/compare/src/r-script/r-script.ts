import type { Comparison, ComparisonPlan, Outcome } from "@likewise/schema";
import { estimandOf } from "../methods/estimand-of.ts";
import { methodOfPlan } from "../methods/method-of-plan.ts";
import { groupLines } from "./r-groups.ts";
import { text, textVector } from "./r-words.ts";

/** What an R script needs to know of the table beside the comparison made of it. */
export interface RScriptSource {
  /** The file as R will find it. */
  readonly file: string;
  readonly treatment: string;
  /** The value of the treated, as it stands in the file. */
  readonly treatedValue: string;
  /** The value compared with, where the column holds others still. */
  readonly comparisonValue?: string | undefined;
  readonly plan: ComparisonPlan;
  readonly outcomes: readonly { readonly id: string; readonly kind: Outcome["kind"] }[];
  readonly columns: { readonly time?: string; readonly event?: string };
}

/**
 * The same comparison as calls of R, each result held against the number to expect; the script stops where one differs by more
 * than a millionth. Pair and full matching call MatchIt 4.7.2 or later and are passed over, with a message, without it.
 *
 * Only differences of means and risks and hazard ratios are written: what the standard packages answer in one call.
 */
export function rScript(source: RScriptSource, comparison: Comparison): string {
  const { file, treatment, treatedValue, comparisonValue, plan, outcomes } = source;
  const covariates = plan.covariates ?? [];
  const isImputed = comparison.estimates.some(({ imputations }) => imputations !== null);
  const { missing = "drop", exact = [], samplingWeights } = plan;
  const used = [
    ...new Set([...(missing === "drop" ? covariates : []), ...exact, ...(samplingWeights ? [samplingWeights] : [])]),
  ];
  return [
    "# The same comparison in R, with the numbers to expect. Run: Rscript FILE",
    ...(plan.bootstrap === undefined
      ? []
      : [
          `# Estimates alone are checked: standard errors and intervals come from ${plan.bootstrap} resamples, and other generators draw others`,
        ]),
    "expect <- function(what, found, expected) {",
    "  if (abs(found - expected) > 1e-6 * max(1, abs(expected))) stop(what, ': found ', format(found, digits = 10), ', expected ', expected)",
    "  cat('as expected:', what, format(found, digits = 7), '\\n')",
    "}",
    `rows <- read.csv(${text(file)}, check.names = FALSE, stringsAsFactors = FALSE)`,
    ...(comparisonValue === undefined
      ? []
      : [
          `rows <- rows[as.character(rows[[${text(treatment)}]]) %in% ${textVector([treatedValue, comparisonValue])}, ]`,
        ]),
    `rows$.treated <- as.integer(as.character(rows[[${text(treatment)}]]) == ${text(treatedValue)})`,
    ...(used.length === 0 ? [] : [`rows <- rows[complete.cases(rows[${textVector(used)}]), ]`]),
    "rows$.weight <- 1",
    ...(plan.missing === "indicator" ? gapLines(covariates) : []),
    ...(isImputed
      ? [
          "# Imputed values are drawn at random, by other generators in R: what rests on them is not checked here",
          'cat("covariates were imputed: only what does not rest on them is checked\\n")',
          "rows$.weight <- NULL",
        ]
      : groupLines(plan, covariates)),
    ...outcomes.flatMap((outcome) => outcomeLines(outcome, source, comparison)),
    "",
  ].join("\n");
}

/** A covariate with gaps gets its mean and a column that says so, or a level. */
function gapLines(covariates: readonly string[]): string[] {
  return [
    `.names <- ${textVector(covariates)}`,
    "for (name in .names) if (anyNA(rows[[name]])) {",
    "  gap <- is.na(rows[[name]])",
    '  if (!is.numeric(rows[[name]])) { rows[[name]][gap] <- "missing"; next }',
    '  rows[[paste(name, "missing")]] <- as.numeric(gap)',
    '  .names <- append(.names, paste(name, "missing"))',
    "  rows[[name]][gap] <- mean(rows[[name]], na.rm = TRUE)",
    "}",
    '.terms <- sprintf("`%s`", .names)',
  ];
}

function outcomeLines(
  { id, kind }: RScriptSource["outcomes"][number],
  { plan, columns }: RScriptSource,
  comparison: Comparison,
): string[] {
  const expected = (measure: string, estimator: string) =>
    comparison.estimates.find((one) => one.id === `${id}:${measure}:${estimator}` && one.subgroup === null)?.estimate;
  const isImputed = comparison.estimates.some(({ imputations }) => imputations !== null);
  const unimputed = (value: unknown) => (isImputed ? undefined : value);
  const own = {
    none: plan.samplingWeights === undefined ? "adjusted" : "weighted",
    ipw: "weighted",
    overlap: "weighted",
    entropy: "weighted",
    "matching-weights": "weighted",
  };
  const estimator = own[(plan.method ?? "none") as keyof typeof own] ?? "matched";
  const measure = kind === "binary" ? "riskDifference" : "meanDifference";
  return [
    "",
    `# ${id.replaceAll("\n", " ")}`,
    `known <- rows[!is.na(rows[[${text(id)}]]), ]`,
    `known$.outcome <- as.numeric(known[[${text(id)}]])`,
    "difference <- function(d) with(d, weighted.mean(.outcome[.treated == 1], .weight[.treated == 1]) - weighted.mean(.outcome[.treated == 0], .weight[.treated == 0]))",
    ...expectation(`${id}, crude difference`, "difference(transform(known, .weight = 1))", expected(measure, "crude")),
    ...(estimator === "adjusted"
      ? adjustedLines(id, kind, plan, unimputed(expected(measure, "adjusted")))
      : expectation(
          `${id}, ${estimator} difference`,
          "difference(known[known$.weight > 0, ])",
          unimputed(expected(measure, estimator)),
          true,
        )),
    ...hazardLines(id, columns, expected("hazardRatio", "crude")),
  ];
}

function expectation(what: string, code: string, value: unknown, needsGroup = false): string[] {
  if (typeof value !== "number") return [];
  const line = `expect(${text(what)}, ${code}, ${value})`;
  return [needsGroup ? `if (!is.null(rows$.weight)) ${line}` : line];
}

function adjustedLines(id: string, kind: Outcome["kind"], plan: ComparisonPlan, value: unknown): string[] {
  const { covariates = [], missing } = plan;
  if (typeof value !== "number" || covariates.length === 0) return [];
  const terms = [...covariates.map((name) => `\`${name}\``), ".treated"].join(" + ");
  const formula = missing === "indicator" ? 'reformulate(c(.terms, ".treated"), ".outcome")' : `.outcome ~ ${terms}`;
  if (kind !== "binary") {
    return [
      `fit <- lm(${formula}, data = known)`,
      ...expectation(`${id}, adjusted`, "unname(coef(fit)['.treated'])", value),
    ];
  }
  return [
    `fit <- glm(${formula}, family = binomial, data = known, control = list(epsilon = 1e-14, maxit = 100))`,
    // Not by transform(), which would change names that hold spaces.
    `over <- ${standardisedOver[estimandOf(plan, methodOfPlan(plan))] ?? "TRUE"}`,
    "standardised <- function(arm) { known$.treated <- arm; mean(predict(fit, known, type = 'response')[over]) }",
    ...expectation(`${id}, standardised`, "standardised(1) - standardised(0)", value),
  ];
}

/** The rows whose risks are averaged; everyone when left out. */
const standardisedOver: Partial<Record<NonNullable<ComparisonPlan["estimand"]>, string>> = {
  att: "known$.treated == 1",
  atc: "known$.treated == 0",
};

function hazardLines(id: string, { time, event }: RScriptSource["columns"], value: unknown): string[] {
  if (time === undefined || typeof value !== "number") return [];
  const status = `as.numeric(rows[[${text(event ?? id)}]])`;
  return [
    `cox <- survival::coxph(survival::Surv(as.numeric(rows[[${text(time)}]]), ${status}) ~ .treated, data = rows, ties = 'efron')`,
    ...expectation(`${id}, hazard ratio`, "unname(exp(coef(cox)))", value),
  ];
}
