import { describeEconomics } from "@likewise/report";
import { exitCodes, Failure } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly json?: boolean;
}

/** What a programme cost and what it was worth, in ten lines, from the results a run published; what was refused ends in 4. */
export const value: Command<Options> = {
  name: "value",
  command: "value <study>",
  describe: "What it cost, what it was worth, who paid and who gained, in ten lines",
  builder: (parser) =>
    parser
      .positional("study", {
        type: "string",
        describe: "study folder, its study.yaml, or a folder a run wrote",
        demandOption: true,
      })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async ({ study, json }, console) => {
    const { publishedResults } = await import("../study/published-results.ts");
    const results = await publishedResults(study);
    const { economics } = results;
    if (economics === null) {
      throw new Failure(
        "refused",
        "value: the plan has no economics block, so that nothing was worked out: add economics: to study.yaml, with priceYear, costs and benefits, as a study made by likewise init --template high-risk-case-management has",
      );
    }
    console.out(json ? jsonText(economics) : `${describeEconomics(results).join("\n")}\n`);
    // What was spent is told all the same.
    return economics.appraisal === null ? exitCodes.refused : 0;
  },
};
