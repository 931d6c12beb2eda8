import { randomBytes } from "node:crypto";
import { stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure } from "@likewise/schema";
import type { Command } from "./command.ts";

interface Options {
  readonly file: string;
}

const keyBytes = 32;

/** A new secret key of pseudonyms, in a file of its own which only its owner can read. */
export const key: Command<Options> = {
  name: "key",
  command: "key <file>",
  describe: "Write a new secret key for pseudonyms, outside every study folder",
  builder: (parser) =>
    parser.positional("file", { type: "string", describe: "a new file, outside every study", demandOption: true }),
  run: async ({ file }, console) => {
    const path = resolve(file);
    await requireNoStudyAbove(path);
    await writeFile(path, randomBytes(keyBytes), { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") {
        throw new Failure("usage", `there is a file at ${file}; a key that is overwritten can never be made again`);
      }
      throw new Failure("usage", `${file} cannot be written: expected a folder that is there and can be written`);
    });
    console.out(`${file}\n`);
    console.err(
      "likewise: keep this file apart from the study and its extracts, and a copy where it cannot be lost; name it in study.yaml as data.protection.pseudonymKey\n",
    );
    return 0;
  },
};

/** Whoever is handed a study folder would be handed its key. */
async function requireNoStudyAbove(path: string): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const isStudy = await stat(join(folder, "study.yaml")).then(
      () => true,
      () => false,
    );
    if (isStudy) throw new Failure("usage", `expected a file outside every study folder, found a study at ${folder}`);
    if (dirname(folder) === folder) return;
  }
}
