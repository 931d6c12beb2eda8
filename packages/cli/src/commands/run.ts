import { join } from "node:path";
import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly out?: string;
  readonly threads?: string;
  readonly memory?: string;
  readonly pdf?: boolean;
  readonly watch?: boolean;
}

/** Everything that can be said of a study, written to `out/`; refusals are listed in place. */
export const run: Command<Options> = {
  name: "run",
  command: "run <study>",
  describe: "Analyse a study and write results, report and dashboard to its out/ folder",
  builder: (parser) =>
    parser
      .positional("study", { type: "string", describe: "study folder, or its study.yaml", demandOption: true })
      .option("out", { type: "string", describe: "where to write (default: out/ in the study folder)" })
      .option("threads", { type: "string", describe: "threads to read and analyse with (results do not depend on it)" })
      .option("pdf", { type: "boolean", describe: "report and dashboard as PDF too, by an installed Chromium" })
      .option("memory", { type: "string", describe: "memory of the engine in GB" })
      .option("watch", {
        type: "boolean",
        describe: "run again whenever the study changes; out-preview/ holds pages that reload themselves",
      }),
  run: async (options, console) => {
    const { runStudy } = await import("../study/run-study.ts");
    const { loadPlan } = await import("../study/load-plan.ts");
    const { requireRetained } = await import("../study/require-retained.ts");
    const { requireConfirmed } = await import("../study/require-confirmed.ts");
    const { wholeNumber } = await import("../terminal/whole-number.ts");
    const settings = {
      threads: wholeNumber("threads", options.threads, 2),
      memoryGb: wholeNumber("memory", options.memory, 2),
      pdf: options.pdf === true,
    };
    if (options.watch === true) {
      const { watchStudy } = await import("../watch/watch-study.ts");
      await watchStudy(options.study, { ...settings, out: options.out }, console, console.stop ?? never);
      return 0;
    }
    const loaded = await loadPlan(options.study);
    requireRetained(loaded.plan.data.protection?.retainUntil, console);
    requireConfirmed(loaded.plan);
    return runStudy(loaded, { ...settings, out: options.out ?? join(loaded.folder, "out") }, console);
  },
};

/** Where nothing can stop it but the end of the process. */
const never = new AbortController().signal;
