import { exitCodes, Failure } from "@likewise/schema";
import yargs from "yargs";
import { commands } from "./commands/index.ts";
import type { Console } from "./terminal/console.ts";
import { didYouMean } from "./terminal/did-you-mean.ts";
import { version } from "./version.ts";

const bug = 1;

/**
 * Runs one command line.
 *
 * @param argv the words after `likewise`
 * @returns the exit code: 0 done; 1 our bug; 2 wrong usage or plan; 3 the data are not fit; 4 the primary result was refused
 */
export async function main(argv: readonly string[], console: Console): Promise<number> {
  const debug = argv.includes("--debug");
  try {
    let code = 0;
    let parser = yargs([...argv])
      .scriptName("likewise")
      .usage("$0 <command>\n\nCompare like with like: programme evaluation and outcomes analytics.")
      .version(version)
      .alias("help", "h")
      .option("quiet", { type: "boolean", describe: "No progress or notes", global: true })
      .option("debug", { type: "boolean", describe: "Stack traces", global: true, hidden: true })
      .parserConfiguration({
        "duplicate-arguments-array": false,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
      .demandCommand(1, "a command is needed: see likewise --help")
      .strict()
      .wrap(100)
      .exitProcess(false)
      .showHelpOnFail(false)
      .fail((message, error) => {
        // The parser throws its own words as an error too; both are wrong usage.
        if (error !== undefined && error.name !== "YError") throw error;
        throw new Failure("usage", usageMessage(message, argv));
      });
    for (const command of commands) {
      parser = parser.command(command.command, command.describe, command.builder, async (args) => {
        code = await command.run(args as never, quietened(console, args.quiet === true));
      });
    }
    let text = "";
    await parser.parseAsync([...argv], {}, (_error: unknown, _args: unknown, output: string) => {
      text = output;
    });
    if (text) console.out(`${text}\n`);
    return code;
  } catch (error) {
    return report(error, console, debug);
  }
}

function report(error: unknown, console: Console, debug: boolean): number {
  const trace = debug && error instanceof Error ? `${error.stack}\n` : "";
  if (error instanceof Failure) {
    console.err(`likewise: ${error.message}\n${trace}`);
    return exitCodes[error.kind];
  }
  const message = error instanceof Error ? error.message : String(error);
  console.err(
    `likewise: a fault of ours, not of your data: ${message}\n${trace || "Run again with --debug for details.\n"}`,
  );
  return bug;
}

function usageMessage(message: string, argv: readonly string[]): string {
  if (/^Not enough non-option arguments/.test(message)) {
    const command = commands.find(({ name }) => name === argv[0]);
    if (command !== undefined)
      return `${argv[0]} needs more: likewise ${command.command}; see likewise ${argv[0]} --help`;
  }
  const bare = /^Not enough arguments following: (.+)$/.exec(message);
  if (bare !== null) return `--${bare[1]} needs a value; see likewise ${argv[0]} --help`;
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message);
  if (!unknown) return message;
  const word = unknown[1]!.split(", ")[0]!;
  const isOption = argv.some((part) => part.startsWith(`--${word}`));
  const known = isOption ? optionsOf(argv[0]) : commands.map((command) => command.name);
  const near = didYouMean(word, known);
  return isOption ? `unknown option --${word}${near.replace("mean ", "mean --")}` : `unknown command ${word}${near}`;
}

function optionsOf(commandName: string | undefined): string[] {
  const command = commands.find((candidate) => candidate.name === commandName);
  if (command === undefined) return [];
  // The parser knows what it was told; its types leave that out.
  const parser = command.builder(yargs([])) as unknown as { getOptions(): { readonly key: Readonly<object> } };
  return [...Object.keys(parser.getOptions().key).filter((name) => name !== "version"), "quiet"];
}

function quietened(console: Console, quiet: boolean): Console {
  return quiet ? { ...console, err: () => {}, terminal: false } : console;
}
