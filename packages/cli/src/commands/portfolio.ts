import { join } from "node:path";
import type { UnlikeDefinition } from "@likewise/report";
import { Failure } from "@likewise/schema";
import type { Command } from "./command.ts";

interface Options {
  readonly outs: readonly string[];
  readonly page: string;
}

/** One page over several studies, from their published results alone; never a league table. */
export const portfolio: Command<Options> = {
  name: "portfolio",
  command: "portfolio <outs..>",
  describe: "Show several studies with the same definitions on one page, without ranks",
  builder: (parser) =>
    parser
      // Elsewhere the last of several stands; here each is one.
      .parserConfiguration({
        "duplicate-arguments-array": true,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
      .positional("outs", {
        type: "string",
        array: true,
        describe: "out/ folders of two or more studies",
        demandOption: true,
      })
      .option("page", { type: "string", default: "portfolio.html", describe: "file the page is written to" }),
  run: async ({ outs, page }, console) => {
    const { writeFile } = await import("node:fs/promises");
    const { poolStudies } = await import("@likewise/compare");
    const { poolable, renderPortfolio, unlikeDefinitions } = await import("@likewise/report");
    const { readResults } = await import("../study/read-results.ts");
    if (outs.length < 2) throw new Failure("usage", "portfolio: name the out/ folders of two or more studies");
    const studies = await Promise.all(
      outs.map((out) => readResults(join(out, "results.json"), `${out} holds no results.json: run the study first`)),
    );
    studies.forEach(({ edition }, index) => {
      if (edition !== "published")
        throw new Failure("usage", `${outs[index]} holds a working edition: name a published one`);
    });
    const titles = studies.map(({ study }) => study.title);
    const twice = titles.find((title, index) => titles.indexOf(title) !== index);
    if (twice !== undefined) throw new Failure("usage", `portfolio: two of these studies are called “${twice}”`);
    const unlike = unlikeDefinitions(studies);
    if (unlike.length > 0) throw new Failure("usage", unlikeText(unlike));
    const found = poolable(studies);
    const text = renderPortfolio(studies, found === null ? null : poolStudies(found));
    await writeFile(page, text);
    console.out(`${page}\n`);
    return 0;
  },
};

function unlikeText(unlike: readonly UnlikeDefinition[]): string {
  const lines = unlike.map(
    ({ what, found }) =>
      `  ${what}: ${found.map(({ value, studies }) => `${value} (${studies.join("; ")})`).join(", ")}`,
  );
  return `these studies do not define their headline alike, so they cannot stand beside each other:\n${lines.join("\n")}`;
}
