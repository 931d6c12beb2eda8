import { Failure, schemas } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly name?: string;
}

/** Prints the JSON Schema of a record, the plan or a result; without a name, the list. */
export const schema: Command<Options> = {
  name: "schema",
  command: "schema [name]",
  describe: "The JSON Schema of a table, the study file, a comparison or the results",
  builder: (parser) => parser.positional("name", { type: "string", describe: "people, events, study, results …" }),
  run: async ({ name }, console) => {
    const names = Object.keys(schemas);
    if (name === undefined) {
      console.out(`${names.join("\n")}\n`);
      return 0;
    }
    if (!names.includes(name)) {
      const hint = didYouMean(name, names) || "; likewise schema lists them";
      throw new Failure("usage", `schema ${name} is not known${hint}`);
    }
    console.out(jsonText(schemas[name]));
    return 0;
  },
};
