import type { Argv } from "yargs";
import type { Command } from "./command.ts";

/** As typed: everything is text, so that an id of 0012 stays one. */
export interface CompareOptions {
  readonly file: string;
  readonly treatment: string;
  readonly treatedValue?: string;
  readonly outcome: string;
  readonly covariates?: string;
  readonly id?: string;
  readonly type?: string;
  readonly better?: string;
  readonly time?: string;
  readonly event?: string;
  readonly exposure?: string;
  readonly baselineOutcome?: string;
  readonly assignment: string;
  readonly comparator?: string;
  readonly facts?: string;
  readonly primary?: string;
  readonly method: string;
  readonly estimand?: string;
  readonly score?: string;
  readonly distance?: string;
  readonly caliper?: string;
  readonly ratio?: string;
  readonly replace?: boolean;
  readonly order?: string;
  readonly exact?: string;
  readonly cluster?: string;
  readonly missing?: string;
  readonly level: string;
  readonly seed?: string;
  readonly json?: boolean;
  readonly out?: string;
}

const optionForms: Readonly<Record<string, readonly [string, true?]>> = {
  treatment: ["column that says who was treated", true],
  "treated-value": ["its value for the treated (needed unless the column reads as yes and no)"],
  outcome: ["outcome columns, separated by commas", true],
  covariates: ["covariate columns, separated by commas"],
  id: ["column of ids; without it the row number is the id"],
  type: ["binary, continuous or count (default: what the column shows)"],
  better: ["lower or higher: which direction of the outcome is better"],
  time: ["column of time to the event or to the end of observation"],
  event: ["column that says whether the event happened at that time"],
  exposure: ["column of time at risk, for counts"],
  "baseline-outcome": ["the covariate that is the outcome before the index date"],
  comparator: ["who the comparison people are (default: concurrent-untreated, or randomised-control)"],
  facts: ["YAML file: the evidence block of a plan, or the block alone"],
  primary: ["id of the estimate that decides, as printed"],
  estimand: ["for whom: att (the treated), atc (the others), ate (everyone) or ato (where the groups overlap)"],
  score: ["logit or probit"],
  distance: ["probability or linear"],
  caliper: ["largest distance of a match, in standard deviations of the distance over all rows"],
  ratio: ["comparison people per treated person, where one is matched with several"],
  order: ["largest, smallest, closest, data or random"],
  exact: ["columns to match exactly, separated by commas"],
  cluster: ["column of clusters, for the standard errors"],
  missing: ["drop, indicator or impute"],
  seed: ["whole number, where anything is drawn at random"],
  out: ["also write the exact results below DIR/private/"],
};

/** Named here, so that help need not load the methods; a test holds the two lists together. */
const methodsToName =
  "none (the arms as they are); matched: nearest, radius, optimal, full; grouped: exact, cem, subclass; " +
  "weighted: ipw, entropy, overlap, matching-weights";

function build(parser: Argv): Argv {
  let built = parser.positional("file", { type: "string", describe: "a CSV or TSV file", demandOption: true });
  for (const [name, [describe, demandOption]] of Object.entries(optionForms)) {
    built = built.option(name, { type: "string", describe, requiresArg: true, demandOption: demandOption ?? false });
  }
  return built
    .option("method", { type: "string", default: "none", describe: methodsToName })
    .option("assignment", {
      type: "string",
      default: "selected",
      describe: "who decided: random, cutoff, instrument, area-rollout, waiting-list or selected (by people)",
    })
    .option("level", { type: "string", default: "0.95", describe: "level of the intervals" })
    .option("replace", { type: "boolean", describe: "match with replacement" })
    .option("json", { type: "boolean", describe: "one JSON object and nothing else" })
    .example(
      "$0 compare releases.csv --treatment fin --treated-value yes --outcome arrest --covariates age,prio --assignment random",
      "",
    )
    .example(
      "$0 compare people.csv --treatment arm --treated-value yes --outcome arrested --covariates age,sex,prior --method ipw",
      "",
    );
}

/** One table, one question: a comparison group and its effects, exact and marked as working. */
export const compare: Command<CompareOptions> = {
  name: "compare",
  command: "compare <file>",
  describe: "Compare the outcomes of two groups in one table",
  builder: build,
  run: async (options, console) => {
    const { compareFile } = await import("../study/compare-file.ts");
    return compareFile(options, console);
  },
};
