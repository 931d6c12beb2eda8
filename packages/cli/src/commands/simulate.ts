import type { Command } from "./command.ts";

interface Options {
  readonly dir: string;
  readonly seed?: string;
  readonly referrals?: string;
  readonly pool?: string;
}

/** Writes a synthetic study with a known effect: extracts as an analyst would get them, a plan, and the truth. */
export const simulate: Command<Options> = {
  name: "simulate",
  command: "simulate <dir>",
  describe: "Write a synthetic study with a known effect, marked as synthetic",
  builder: (parser) =>
    parser
      .positional("dir", { type: "string", describe: "a new folder", demandOption: true })
      .option("seed", {
        type: "string",
        describe: "whole number; the same seed writes the same bytes",
        requiresArg: true,
      })
      .option("referrals", { type: "string", describe: "people referred (default 620)", requiresArg: true })
      .option("pool", {
        type: "string",
        describe: "eligible people never offered a place (default 3000)",
        requiresArg: true,
      }),
  run: async (options, console) => {
    const { simulateStudy } = await import("../study/simulate-study.ts");
    return simulateStudy(options, console);
  },
};
