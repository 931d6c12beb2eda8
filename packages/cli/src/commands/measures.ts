import {
  definitionTemplate,
  findMeasure,
  type MeasureNotShipped,
  measureDefinitions,
  measuresNotShipped,
} from "@likewise/measures";
import { Failure, type MeasureDefinition, type MeasureScore } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Console } from "../terminal/console.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly id?: string;
  readonly file?: string;
  readonly kind?: string;
  readonly json?: boolean;
}

/** Prints the measures that ship, how one is scored and on what terms, why one is not held, or writes a worked definition. */
export const measures: Command<Options> = {
  name: "measures",
  command: "measures [id] [file]",
  describe:
    "Validated measures that are scored here: rules, bands, published change, licence terms; new writes your own",
  builder: (parser) =>
    parser
      .positional("id", {
        type: "string",
        describe: "phq-9, core-10 …; without one, the list; new to write a definition",
      })
      .positional("file", { type: "string", describe: "with new: the file to write" })
      .option("kind", {
        type: "string",
        requiresArg: true,
        describe: `with new: ${templateKinds.join(", ")} (default outcome)`,
      })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" })
      .example("$0 measures phq-9", "")
      .example("$0 measures new --kind indicator-set our-indicators.json", ""),
  run: async ({ id, file, kind, json }, console) => {
    if (id === "new") return writeTemplate(file, kind ?? "outcome", console);
    if (file !== undefined || kind !== undefined) throw new Failure("usage", "a file and --kind go with measures new");
    const ids = measureDefinitions.map((definition) => definition.id);
    if (id === undefined) {
      console.out(json ? jsonText({ measures: measureDefinitions }) : `${measureDefinitions.map(line).join("\n")}\n`);
      return 0;
    }
    const without = measuresNotShipped.find((one) => one.id === id);
    if (without !== undefined) {
      console.out(json ? jsonText(without) : `${notShipped(without).join("\n")}\n`);
      return 0;
    }
    if (!ids.includes(id)) {
      const known = [...ids, ...measuresNotShipped.map((one) => one.id)];
      throw new Failure("usage", `measures ${id} is not known${didYouMean(id, known)}`);
    }
    const definition = findMeasure(id);
    console.out(json ? jsonText(definition) : `${page(definition).join("\n")}\n`);
    return 0;
  },
};

const templateKinds = ["outcome", "indicator-set", "risk-checklist"] as const;

async function writeTemplate(file: string | undefined, kind: string, console: Console): Promise<number> {
  const found = templateKinds.find((one) => one === kind);
  if (found === undefined) {
    throw new Failure("usage", `--kind: expected one of ${templateKinds.join(", ")}${didYouMean(kind, templateKinds)}`);
  }
  if (file === undefined)
    throw new Failure("usage", "measures new needs the file to write: likewise measures new FILE");
  const { writeFile } = await import("node:fs/promises");
  await writeFile(file, jsonText(definitionTemplate(found)), { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      "usage",
      error.code === "EEXIST" ? `${file} is there already, and is not written over` : `${file} cannot be written`,
    );
  });
  console.out(
    `${file}: a worked definition (${found}) to change by the manual of your instrument. Its worked cases (checks) are run\n` +
      "whenever it is read: likewise change FILE --definition, or measures.definition in a study. Put no text of an item in it.\n",
  );
  return 0;
}

function notShipped({ id, title, why, template, advice }: MeasureNotShipped): string[] {
  return [
    `${title}: no definition is held`,
    `  Why: ${why}`,
    `  What to do: ${advice}`,
    ...(template === null ? [] : [`  Begin from: likewise measures new --kind ${template} ${id}.json`]),
  ];
}

function line({ id, abbreviation, construct, licence }: MeasureDefinition): string {
  return `${id.padEnd(12)}${abbreviation.padEnd(16)}${construct} (${licence.class})`;
}

function page(definition: MeasureDefinition): string[] {
  const { title, abbreviation, version, items, licence, unverified, citation, scores, recall } = definition;
  return [
    `${title} (${abbreviation}), definition ${version}`,
    `${items.count} items, ${items.pattern.replace("{n}", "1")} to ${items.pattern.replace("{n}", String(items.count))}, about ${recall}`,
    ...(items.reverse.length > 0 ? [`Reversed items: ${items.reverse.join(", ")}`] : []),
    "",
    ...scores.flatMap((score) => scoreLines(score, definition)),
    "",
    `Licence: ${licence.class}${licence.name === undefined ? "" : ` (${licence.name})`}, ${licence.holder}`,
    ...(licence.conditions ?? []).map((condition) => `  - ${condition}`),
    ...(licence.note === undefined ? [] : [`  ${licence.note}`]),
    "  The text of the items is not held here: it comes from the holder.",
    ...(unverified.length > 0 ? ["", `Not verified: ${unverified.join("; ")}`] : []),
    "",
    ...citation.map((one) => `Cite: ${one}`),
  ];
}

function scoreLines(score: MeasureScore, { direction }: MeasureDefinition): string[] {
  const { missing, range } = score;
  const rule =
    missing.rule === "none"
      ? "every item needed"
      : missing.rule === "prorate"
        ? `up to ${missing.maxMissing ?? 0} blank, prorated`
        : `at least ${missing.min ?? 1} answered`;
  const mark = (one: { readonly verified?: boolean }) => (one.verified ? "" : " (not verified)");
  return [
    `${score.id}: ${range[0]} to ${range[1]}, ${score.direction ?? direction}, ${rule}`,
    ...(score.bands ?? []).map(
      (set) =>
        `  bands ${set.set}${mark(set)}: ${set.ranges.map(({ label, from, to }) => `${label} ${from}-${to}`).join(", ")}`,
    ),
    ...(score.cutoffs ?? []).map((cut) => `  cut-off ${cut.id} ${cut.op} ${cut.value}${mark(cut)}`),
    ...(score.change ?? []).map((change) => {
      const kind = change.kind === "reliable" ? "reliable change" : "smallest change that matters";
      return `  ${kind} ${change.points}${change.upTo === undefined ? "" : ` to ${change.upTo}`} points${mark(change)}`;
    }),
  ];
}
