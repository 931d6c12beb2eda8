import type { Argv } from "yargs";
import type { Command } from "./command.ts";

/** As typed: everything is text, so that an id of 0012 stays one. */
export interface ChangeOptions {
  readonly file: string;
  readonly id: string;
  readonly measure?: string;
  readonly subscale?: string;
  readonly score?: string;
  readonly items?: string;
  readonly wave?: string;
  readonly pre?: string;
  readonly post?: string;
  readonly waves?: string;
  readonly date?: string;
  readonly item?: string;
  readonly response?: string;
  readonly definition?: string;
  readonly missingCodes?: string;
  readonly direction?: string;
  readonly range?: string;
  readonly reliability?: string;
  readonly sd?: string;
  readonly normMean?: string;
  readonly normSd?: string;
  readonly group?: string;
  readonly treated?: string;
  readonly cluster?: string;
  readonly reached?: string;
  readonly assignment: string;
  readonly level: string;
  readonly json?: boolean;
}

const optionForms: Readonly<Record<string, readonly [string, true?]>> = {
  id: ["column of ids", true],
  measure: ["a measure that ships (likewise measures); its items are scored by its definition"],
  subscale: ["which score of the measure, where it has several"],
  score: ["column of a score, in a file of one row a person and time point; with --measure, of its score"],
  items: ["columns of items 1, 2, …, separated by commas (default: named as the definition has them)"],
  wave: ["column of the time point, in a file of one row a person and time point"],
  pre: [
    "with --wave the name of the first time point; without it the column of first scores, or columns of first items separated by commas",
  ],
  post: ["the same of the later one"],
  waves: [
    "with --wave, every time point in order, separated by commas: all of them by a mixed model, and first to last",
  ],
  date: [
    "with --wave, column of the day of each answer, as 2023-05-01: a later time point answered before the first is rejected",
  ],
  item: ["column of the item, in a file of one row an answer; --items names items 1, 2, … as it has them"],
  response: ["column of the answer in such a file"],
  definition: ["file of a definition of your own (likewise measures new), instead of --measure"],
  "missing-codes": ["codes that mean no answer, separated by commas: 77,99"],
  direction: ["higher or lower: which is better; of a measure, as its definition says"],
  range: ["lowest and highest score, separated by a comma: 0,27"],
  reliability: ["of the score, from 0 to below 1, from a manual or a study"],
  sd: ["standard deviation to go with it (default: of first scores of those with both)"],
  "norm-mean": ["mean of people without the problem, for a cut-off"],
  "norm-sd": ["their standard deviation"],
  group: ["column of groups; two are compared"],
  treated: ["the group whose effect is asked for (default: the last by name)"],
  cluster: ["column of teams, courses or sites: intervals that know people of one to be alike"],
  reached: ["column of yes and no: who in fact got the programme, whatever their group"],
};

/** One table, two time points: who changed by more than error of measurement, and who was not seen again. */
export const change: Command<ChangeOptions> = {
  name: "change",
  command: "change <file>",
  describe: "Change of one score between two time points: reliable change, recovery, harm, leavers",
  builder: (parser) => {
    let built: Argv = parser.positional("file", { type: "string", describe: "a CSV or TSV file", demandOption: true });
    for (const [name, [describe, demandOption]] of Object.entries(optionForms)) {
      built = built.option(name, { type: "string", describe, requiresArg: true, demandOption: demandOption ?? false });
    }
    return built
      .option("assignment", {
        type: "string",
        default: "selected",
        describe: "how people came into groups: random, or selected (anything else)",
      })
      .option("level", { type: "string", default: "0.95", describe: "level of the intervals and of reliable change" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" })
      .example(
        "$0 change answers.csv --measure phq-9 --id person --wave time --waves in,mid,out --item q --response a",
        "",
      )
      .example("$0 change phq.csv --measure phq-9 --id person --wave time --pre intake --post exit", "")
      .example(
        "$0 change scores.csv --id person --pre before --post after --direction lower --reliability 0.8 --group arm",
        "",
      );
  },
  run: async (options, console) => {
    const { changeFile } = await import("../study/change-file.ts");
    return changeFile(options, console);
  },
};
