import type { Argv } from "yargs";
import type { Command } from "./command.ts";
import { planOptions } from "./compare-plan-options.ts";

/** As typed: everything is text, so that an id of 0012 stays one. */
export interface CompareOptions {
  readonly file: string;
  readonly treatment: string;
  readonly treatedValue?: string;
  readonly comparisonValue?: string;
  readonly outcome: string;
  readonly covariates?: string;
  readonly categories?: string;
  readonly id?: string;
  readonly type?: string;
  readonly better?: string;
  readonly time?: string;
  readonly event?: string;
  readonly exposure?: string;
  readonly assignment: string;
  readonly completedAt?: string;
  readonly sessionsAt?: string;
  readonly sessions?: string;
  readonly leftAt?: string;
  readonly graceDays?: string;
  readonly intervalDays?: string;
  readonly horizon?: string;
  readonly comparator?: string;
  readonly facts?: string;
  readonly primary?: string;
  readonly method: string;
  readonly level: string;
  readonly seed?: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly rScript?: string;
  readonly out?: string;
  /** Options of the plan, by their name in camel case (`compare-plan-options.ts`). */
  readonly [option: string]: string | boolean | undefined;
}

const optionForms: Readonly<Record<string, readonly [string, true?]>> = {
  treatment: ["column that says who was treated", true],
  "treated-value": ["its value for the treated (needed unless the column reads as yes and no)"],
  "comparison-value": [
    "its value for those compared with (needed where it has more than two); other rows are left out",
  ],
  outcome: ["outcome columns, separated by commas", true],
  covariates: ["covariate columns, separated by commas"],
  categories: ["covariates whose values are codes, though nearly all read as numbers"],
  id: ["column of ids; without it the row number is the id"],
  type: ["binary, continuous, count or time-to-event (default: what the columns show)"],
  better: ["lower or higher: which direction of the outcome is better"],
  time: ["column of time to the event or to the end of observation"],
  event: ["column that says whether the event happened at that time"],
  exposure: ["column of time at risk, for counts"],
  "completed-at": [
    "column of the day the treated completed, in days of --time, empty if not: also the effect of completing, as a trial would show it",
  ],
  "sessions-at": ["the same for a number of sessions: column of the day the last of them was had"],
  sessions: ["how many sessions that is"],
  "left-at": ["column of the day people left for good, empty if not; with --completed-at or --sessions-at"],
  "grace-days": ["days in which people could get there; risks are read at --horizon, which is later"],
  "interval-days": ["days in an interval of the model of leaving (default 1); a divisor of --grace-days"],
  comparator: ["who the comparison people are (default: concurrent-untreated, or randomised-control)"],
  facts: ["YAML file: the evidence block of a plan, or the block alone"],
  primary: ["id of the estimate that decides, as printed"],
  "r-script": ["also write the same comparison as an R script, with the numbers to expect"],
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
  for (const { flag, form, describe } of planOptions) {
    const type = form === "switch" ? "boolean" : "string";
    built = built.option(flag, { type, describe, ...(form === "switch" ? {} : { requiresArg: true }) });
  }
  return built
    .option("method", { type: "string", default: "none", describe: methodsToName })
    .option("assignment", {
      type: "string",
      default: "selected",
      describe: "who decided: random, cutoff, instrument, area-rollout, waiting-list or selected (by people)",
    })
    .option("level", { type: "string", default: "0.95", describe: "level of the intervals" })
    .option("explain", { type: "boolean", describe: "also say how it was done, with references" })
    .option("json", { type: "boolean", describe: "one JSON object and nothing else" })
    .example(
      "$0 compare releases.csv --treatment fin --treated-value yes --outcome arrest --covariates age,prio --assignment random",
      "",
    )
    .example(
      "$0 compare people.csv --treatment arm --outcome arrested --covariates age,prior --time days --completed-at finished --grace-days 210 --horizon 365",
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
