import { Failure } from "@likewise/schema";
import type { Command } from "./command.ts";

interface Options {
  readonly dir: string;
  readonly from?: readonly string[];
  readonly answers?: string;
}

/** A study folder with a plan drafted from extracts. */
export const init: Command<Options> = {
  name: "init",
  command: "init <dir>",
  describe: "Draft a study from extracts: copies of them and a plan to confirm",
  builder: (parser) =>
    parser
      .positional("dir", { type: "string", describe: "a new folder", demandOption: true })
      .option("from", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: "extracts: files, folders or patterns, several after one another",
      })
      .option("answers", {
        type: "string",
        requiresArg: true,
        describe: "YAML or JSON file: question to answer (arms: 1)",
      })
      // Of an option given twice the last would stand; here both lists are meant.
      .parserConfiguration({
        "duplicate-arguments-array": true,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
      .example("$0 init study --from exports/", "")
      .example("$0 init study --from referrals.csv police.xlsx --answers answers.yaml", ""),
  run: async ({ dir, from = [], ...rest }, console) => {
    if (from.length === 0) throw new Failure("usage", "init needs the extracts to draft from: --from FILES");
    const { initStudy } = await import("../draft/init-study.ts");
    return initStudy({ dir, from, ...rest }, console);
  },
};
