import type { Command } from "./command.ts";
import { planFlags } from "./plan-flags.ts";

/** As typed: numbers are text, answers are true or false. */
export interface PlanOptions {
  readonly study?: string;
  readonly file?: string;
  readonly json?: boolean;
  /** By the flags of `plan-flags.ts`. */
  readonly [flag: string]: string | boolean | undefined;
}

/** Before any data: which designs can be done here, what each could show, and what can honestly be learnt. */
export const plan: Command<PlanOptions> = {
  name: "plan",
  command: "plan [study]",
  describe: "Before any data: designs that can be done here, levels they could reach, people and months needed",
  builder: (parser) => {
    let told = parser
      .positional("study", {
        type: "string",
        describe: "a study whose outcome and design are taken, where it has them",
      })
      .option("file", { type: "string", describe: "YAML file with any of the options below, by the same names" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" });
    for (const { flag, unit, describe } of planFlags)
      told = told.option(flag, { type: unit === "answer" ? "boolean" : "string", describe });
    return told;
  },
  run: async (options, console) => {
    const { planStudy } = await import("../study/plan-study.ts");
    return planStudy(options, console);
  },
};
