/** Run by the kill test: writes the folder named again and again, each time with one number in every file. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "@likewise/engine";

const directory = process.argv[2]!;
for (let round = 0; ; round++) {
  await writeAtomically(directory, async (staging) => {
    for (let file = 0; file < 20; file++) await writeFile(join(staging, `${file}.txt`), String(round));
    await writeFile(join(staging, "manifest.json"), String(round));
  });
  if (round === 0) process.stdout.write("writing\n");
}
