import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly why?: string;
  readonly json?: boolean;
}

/** Writes down the plan before outcomes are seen: dated, hashed, and never written over. */
export const freeze: Command<Options> = {
  name: "freeze",
  command: "freeze <study>",
  describe: "Freeze the plan: every later departure from it is printed in the report",
  builder: (parser) =>
    parser
      .positional("study", { type: "string", describe: "study folder, or its study.yaml", demandOption: true })
      .option("why", { type: "string", describe: "why the plan is frozen anew (needed from the second time on)" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async (options, console) => {
    const { loadPlan } = await import("../study/load-plan.ts");
    const { freezePlan } = await import("../study/frozen-plans.ts");
    const { plan, folder } = await loadPlan(options.study);
    const frozenOn = new Date(console.now()).toISOString().slice(0, 10);
    const { frozen, file, isNew } = await freezePlan({ plan, folder, frozenOn, why: options.why });
    if (options.json) {
      console.out(jsonText({ ...frozen, file }));
      return 0;
    }
    if (!isNew) {
      console.out(`Already frozen on ${frozen.frozenOn}, and the plan has not changed: nothing was written\n`);
      console.out(`Frozen     ${file}\nHash       ${frozen.sha256}\n`);
      return 0;
    }
    const there = frozen.dataThere.length;
    console.out(`Frozen     ${file}\nHash       ${frozen.sha256}\n`);
    if (there > 0)
      console.out(
        `Data       ${there === 1 ? "1 file was" : `${there} files were`} there already: the report will say so\n`,
      );
    return 0;
  },
};
