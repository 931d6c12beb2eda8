import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure, type Results, validateResults } from "@likewise/schema";
import type { Command } from "./command.ts";

interface Options {
  readonly out: string;
}

/** Renders the pages again from `results.json` alone. */
export const report: Command<Options> = {
  name: "report",
  command: "report <out>",
  describe: "Render the pages again from an out/ folder's results.json",
  builder: (parser) => parser.positional("out", { type: "string", describe: "folder a run wrote", demandOption: true }),
  run: async ({ out }, console) => {
    const { renderPages } = await import("../study/render.ts");
    const { requireRetained } = await import("../study/require-retained.ts");
    const { writeTexts } = await import("../study/write-texts.ts");
    const { recoverInterruptedWrite, writeAtomically } = await import("@likewise/engine");
    await recoverInterruptedWrite(out);
    const results = await readResults(out);
    requireRetained(retainUntilOf(results), console);
    const pages = await renderPages(results);
    const fill = async (staging: string) => {
      await cp(out, staging, { recursive: true });
      await writeTexts(staging, pages);
    };
    await writeAtomically(out, fill, { marker: "results.json" });
    console.out(
      `${Object.keys(pages)
        .map((page) => join(out, page))
        .join("\n")}\n`,
    );
    return 0;
  },
};

/** Results carry their plan. */
function retainUntilOf({ options }: Results): string | undefined {
  const { data } = options as { readonly data?: { readonly protection?: { readonly retainUntil?: string } } };
  return data?.protection?.retainUntil;
}

async function readResults(out: string): Promise<Results> {
  const text = await readFile(join(out, "results.json"), "utf8").catch(() => {
    throw new Failure("usage", `${out} holds no results.json: run the study first`);
  });
  const checked = validateResults(parseJson(text, out));
  if ("results" in checked) return checked.results;
  const { path, message } = checked.problems[0]!;
  throw new Failure("data", `${join(out, "results.json")}: ${path}: ${message}`);
}

function parseJson(text: string, out: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("data", `${join(out, "results.json")}: expected JSON, found something else`);
  }
}
