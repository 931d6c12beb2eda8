import type { Command } from "./command.ts";

interface Options {
  readonly study: string;
  readonly json?: boolean;
}

/** The level of evidence of a study on both scales, and what would raise it; it is worked out and never typed in. */
export const grade: Command<Options> = {
  name: "grade",
  command: "grade <study>",
  describe: "The level of evidence on both Maryland scales, why, and what would raise it",
  builder: (parser) =>
    parser
      .positional("study", {
        type: "string",
        describe: "study folder, its study.yaml, or the description of a design without data",
        demandOption: true,
      })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async (options, console) => {
    const { gradeStudy } = await import("../study/grade-study.ts");
    return gradeStudy(options, console);
  },
};
