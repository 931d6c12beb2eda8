import { existsSync } from "node:fs";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Failure, type Results } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly out: string;
  readonly interactive?: boolean;
  readonly compare?: string;
  readonly json?: boolean;
  readonly pdf?: boolean;
}

/** Renders the pages again from `results.json` alone, and what changed since an earlier release. */
export const report: Command<Options> = {
  name: "report",
  command: "report <out>",
  describe: "Render the pages again from an out/ folder's results.json",
  builder: (parser) =>
    parser
      .positional("out", { type: "string", describe: "folder a run wrote", demandOption: true })
      .option("interactive", { type: "boolean", describe: "live charts, whatever the plan says" })
      .option("compare", {
        type: "string",
        requiresArg: true,
        describe: "an earlier release (folder or results.json): what changed and why, also as changes.html",
      })
      .option("pdf", { type: "boolean", describe: "report and dashboard as PDF too, by an installed Chromium" })
      .option("json", { type: "boolean", describe: "with --compare: the changes as one JSON object" }),
  run: async ({ out, interactive, compare, json, pdf }, console) => {
    if (json && compare === undefined) throw new Failure("usage", "--json goes with --compare OLD");
    const { renderPages } = await import("../study/render.ts");
    const { readResults } = await import("../study/read-results.ts");
    const { requireRetained } = await import("../study/require-retained.ts");
    const { writeTexts } = await import("../study/write-texts.ts");
    const { printPages } = await import("../pdf/print-pages.ts");
    const { withCrate } = await import("../study/outputs.ts");
    const { renewManifest } = await import("../study/renew-manifest.ts");
    const { recoverInterruptedWrite, writeAtomically } = await import("@likewise/engine");
    await recoverInterruptedWrite(out);
    const results = await readResults(join(out, "results.json"), `${out} holds no results.json: run the study first`);
    requireRetained(retainUntilOf(results), console);
    const changed = compare === undefined ? null : await changesOf(results, out, compare);
    const { asksForLive } = await import("../study/live-pages.ts");
    const live = interactive ?? asksForLive(results);
    const rendered = await renderPages(results, live);
    const pages = changed === null ? rendered : { ...rendered, "changes.html": changed.page };
    const printedBefore = pdf ? [] : printedPages.filter((page) => existsSync(join(out, page)));
    const fill = async (staging: string, scratch: string) => {
      const printed = pdf ? await printPages(rendered, scratch) : {};
      const published = { "results.json": await readFile(join(out, "results.json")), ...pages, ...printed };
      const files = results.edition === "published" ? withCrate(results, published) : published;
      await cp(out, staging, { recursive: true });
      // Of an earlier rendering, these would stand beside the new pages and say something else.
      for (const old of ["tables", ...printedPages]) await rm(join(staging, old), { recursive: true, force: true });
      await writeTexts(staging, files);
      await renewManifest(staging, files, live);
    };
    await writeAtomically(out, fill, { marker: "results.json" });
    if (printedBefore.length > 0)
      console.err(
        `likewise: ${printedBefore.join(" and ")} removed, printed from the pages before these: report --pdf prints them anew\n`,
      );
    if (changed !== null) console.out(json ? jsonText(changed.changes) : `${changed.text}\n\n`);
    if (json) return 0;
    const written = new Set([...Object.keys(pages), ...(pdf ? printedPages : [])]);
    const toOpen = pagesToOpen.filter(([, file]) => written.has(file));
    console.out(toOpen.map(([what, file]) => `${what.padEnd(10)} ${join(out, file)}\n`).join(""));
    console.err(`and ${written.size - toOpen.length} more files in ${out}, all listed in its manifest.json\n`);
    return 0;
  },
};

/** What a person opens first; charts, tables and flat files lie beside these. */
const pagesToOpen: readonly (readonly [what: string, file: string])[] = [
  ["Changes", "changes.html"],
  ["Report", "report.html"],
  ["Dashboard", "dashboard.html"],
  ["Card", "card.html"],
  ["Word", "report.docx"],
  ["Workbook", "tables.xlsx"],
  ["Printed", "report.pdf"],
  ["Printed", "dashboard.pdf"],
];

const printedPages: readonly string[] = ["report.pdf", "dashboard.pdf"];

async function changesOf(results: Results, out: string, old: string) {
  const { changesSince } = await import("../study/changes-since.ts");
  const { describeChanges } = await import("@likewise/report");
  const { changes, page } = await changesSince(results, out, old);
  return { changes, page, text: describeChanges(changes) };
}

/** Results carry their plan. */
function retainUntilOf({ options }: Results): string | undefined {
  const { data } = options as { readonly data?: { readonly protection?: { readonly retainUntil?: string } } };
  return data?.protection?.retainUntil;
}
