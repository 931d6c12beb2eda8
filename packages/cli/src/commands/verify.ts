import { exitCodes } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly out: string;
  readonly study?: string;
  readonly rerun: boolean;
  readonly json?: boolean;
}

/** Recomputes what the manifest of a run says, and says what differs. */
export const verify: Command<Options> = {
  name: "verify",
  command: "verify <out>",
  describe: "Recompute from the manifest: hashes, version, and the run itself; says what differs",
  builder: (parser) =>
    parser
      .positional("out", { type: "string", describe: "folder a run wrote", demandOption: true })
      .option("study", {
        type: "string",
        requiresArg: true,
        describe: "study folder (default: the folder that holds <out>, when it is one)",
      })
      .option("rerun", {
        type: "boolean",
        default: true,
        describe: "run the study again; --no-rerun checks hashes alone",
      })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async ({ out, study, rerun, json }, console) => {
    const { verifyRun } = await import("../study/verify-run.ts");
    const { verificationText } = await import("../terminal/verification-text.ts");
    const verification = await verifyRun(out, { study, rerun }, console);
    console.out(json ? jsonText(verification) : verificationText(verification));
    return verification.differs ? exitCodes.data : 0;
  },
};
