import { Failure } from "@likewise/schema";
import type { Command } from "./command.ts";

interface Options {
  readonly dir?: string;
  readonly template?: string;
  readonly out?: string;
  readonly seed?: string;
  readonly from?: readonly string[];
  readonly answers?: string;
}

/** A study folder with a plan drafted from extracts, or from a template with synthetic ones. */
export const init: Command<Options> = {
  name: "init",
  command: "init [dir]",
  describe: "Draft a study from extracts, with a plan to confirm, or begin from a synthetic template",
  builder: (parser) =>
    parser
      .positional("dir", { type: "string", describe: "a new folder (of a template: its name, when left out)" })
      .option("from", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: "extracts: files, folders or patterns, several after one another",
      })
      .option("answers", {
        type: "string",
        requiresArg: true,
        describe: "YAML or JSON file: question to answer (arms: 1)",
      })
      .option("template", {
        type: "string",
        requiresArg: true,
        describe: `instead of extracts: ${templates.join(", ")}`,
      })
      .option("out", { type: "string", requiresArg: true, describe: "with --template: the new folder" })
      .option("seed", {
        type: "string",
        requiresArg: true,
        describe: "with --template: whole number (default 1); the same seed writes the same bytes",
      })
      // Of an option given twice the last would stand; here both lists are meant.
      .parserConfiguration({
        "duplicate-arguments-array": true,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
      .example("$0 init study --from exports/", "")
      .example("$0 init study --from referrals.csv police.xlsx --answers answers.yaml", "")
      .example("$0 init --template groupwork --out study", ""),
  run: async ({ dir, from = [], answers, template, out, seed }, console) => {
    if (template !== undefined) {
      requireAlone({ from: from.length > 0, answers: answers !== undefined }, "--template");
      if (dir !== undefined && out !== undefined) throw new Failure("usage", "init needs one folder: DIR or --out");
      const { initTemplate } = await import("../draft/init-template.ts");
      return initTemplate({ template, dir: out ?? dir, seed }, console);
    }
    requireAlone({ out: out !== undefined, seed: seed !== undefined }, "--from");
    if (dir === undefined) throw new Failure("usage", "init needs more: likewise init <dir>; see likewise init --help");
    if (from.length === 0)
      throw new Failure("usage", "init needs the extracts to draft from: --from FILES, or --template ID");
    const { initStudy } = await import("../draft/init-study.ts");
    return initStudy({ dir, from, ...(answers === undefined ? {} : { answers }) }, console);
  },
};

function requireAlone(given: Readonly<Record<string, boolean>>, mode: string): void {
  const other = Object.keys(given).find((name) => given[name]);
  if (other !== undefined) throw new Failure("usage", `--${other} has no meaning with ${mode}`);
}

/** Named here so that help needs no model; a test holds them against the registry. */
const templates = [
  "high-risk-case-management",
  "one-to-one-behaviour-change",
  "groupwork",
  "whole-family",
  "early-response",
];
