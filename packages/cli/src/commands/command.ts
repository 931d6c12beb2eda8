import type { Argv } from "yargs";
import type { Console } from "../terminal/console.ts";

/** A command of the command line: one file each, listed in `commands`. */
export interface Command<Options> {
  readonly name: string;
  /** yargs form: name and positionals. */
  readonly command: string;
  readonly describe: string;
  readonly builder: (parser: Argv) => Argv;
  /** @returns the exit code */
  readonly run: (options: Options, console: Console) => Promise<number>;
}
