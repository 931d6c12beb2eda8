import { findMeasure, measureDefinitions } from "@likewise/measures";
import { Failure, type MeasureDefinition, type MeasureScore } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly id?: string;
  readonly json?: boolean;
}

/** Prints the measures that ship, or how one is scored and on what terms it may be used. */
export const measures: Command<Options> = {
  name: "measures",
  command: "measures [id]",
  describe: "Validated measures that are scored here: rules, bands, published change, licence terms",
  builder: (parser) =>
    parser
      .positional("id", { type: "string", describe: "phq-9, core-10 …; without one, the list" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async ({ id, json }, console) => {
    const ids = measureDefinitions.map((definition) => definition.id);
    if (id === undefined) {
      console.out(json ? jsonText({ measures: measureDefinitions }) : `${measureDefinitions.map(line).join("\n")}\n`);
      return 0;
    }
    if (!ids.includes(id)) throw new Failure("usage", `measures ${id} is not known${didYouMean(id, ids)}`);
    const definition = findMeasure(id);
    console.out(json ? jsonText(definition) : `${page(definition).join("\n")}\n`);
    return 0;
  },
};

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
