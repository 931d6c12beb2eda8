import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The data specification to send to whoever makes the extracts. */
export const request: Command<Options> = {
  name: "request",
  command: "request <study>",
  describe: "The data specification for an analyst: people, columns, codes, dates, counts",
  builder: (parser) =>
    parser
      .positional("study", { type: "string", describe: "study folder, or its study.yaml", demandOption: true })
      .option("out", { type: "string", requiresArg: true, describe: "a new file (default: print it)" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async (options, console) => {
    const { requestStudy } = await import("../request/request-study.ts");
    return requestStudy(options, console);
  },
};
