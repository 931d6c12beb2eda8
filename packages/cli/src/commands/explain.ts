import { join } from "node:path";
import { describeExplanation, explainResult, findKey, nearestKeys, valueText } from "@likewise/report";
import {
  Failure,
  isUnbounded,
  isWithheld,
  type LeafValue,
  type Results,
  resultAt,
  resultLeaves,
} from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly out: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** Any number of published results back to its definition, filter and row account, from `results.json` alone. */
export const explain: Command<Options> = {
  name: "explain",
  command: "explain <out> [key]",
  describe: "Any number back to its definition, filter, counts, method and row account",
  builder: (parser) =>
    parser
      .positional("out", { type: "string", describe: "folder a run wrote", demandOption: true })
      .positional("key", {
        type: "string",
        describe: "a key, a part (funnel) or a cell (tables.ID[dimension=level,…]); without one, keys by part",
      })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" }),
  run: async ({ out, key, json }, console) => {
    const { readResults } = await import("../study/read-results.ts");
    const results = await readResults(join(out, "results.json"), `${out} holds no results.json: run the study first`);
    if (key === undefined) {
      const parts = keysByPart(results);
      console.out(json ? jsonText({ kind: "likewise/keys", version: 1, parts }) : partsText(parts));
      return 0;
    }
    const found = findKey(results, key);
    const value = valueAt(results, found, key);
    if (holdsSeveral(value)) {
      const keys = below(results, value, found);
      console.out(
        json
          ? jsonText({ kind: "likewise/part", version: 1, key: found, keys })
          : keys.map((one) => `${one.key}  ${valueText(one.value)}\n`).join(""),
      );
      return 0;
    }
    const explanation = explainResult(results, found);
    console.out(json ? jsonText(explanation) : `${describeExplanation(explanation)}\n`);
    return 0;
  },
};

/** What the key leads to. A key with a misspelt end gets those most like it. */
function valueAt(results: Results, key: string, typed: string): unknown {
  try {
    return resultAt(results, key);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const nearest = nearestKeys(results, key, 3);
    const hint = nearest.length === 0 ? "" : `; nearest:\n${nearest.map((one) => `  ${one}`).join("\n")}`;
    throw new Failure("usage", `explain ${typed} leads to no result${hint}`);
  }
}

function holdsSeveral(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isWithheld(value) && !isUnbounded(value);
}

interface KeyedValue {
  readonly key: string;
  readonly value: LeafValue;
}

/** Numbers of a part, with their keys from the top; all its values where it has no number. */
function below(results: Results, part: object, key: string): KeyedValue[] {
  const inside = resultLeaves(results).filter((leaf) => leaf.key.startsWith(`${key}/`));
  // A part may be named by its place; its keys are then those of the part itself.
  const leaves =
    inside.length > 0 ? inside : resultLeaves(part).map((leaf) => ({ ...leaf, key: `${key}/${leaf.key}` }));
  const numbers = leaves.filter(({ value }) => isNumber(value));
  return numbers.length > 0 ? numbers : leaves;
}

function isNumber(value: LeafValue): boolean {
  return typeof value === "number" || isWithheld(value) || isUnbounded(value);
}

interface Part {
  readonly part: string;
  readonly keys: readonly string[];
}

function keysByPart(results: Results): Part[] {
  const parts = new Map<string, string[]>();
  for (const { key, value } of resultLeaves(results)) {
    if (!isNumber(value)) continue;
    const part = key.split("/")[0]!;
    const keys = parts.get(part);
    if (keys === undefined) parts.set(part, [key]);
    else keys.push(key);
  }
  return [...parts].map(([part, keys]) => ({ part, keys }));
}

function partsText(parts: readonly Part[]): string {
  const shown = 3;
  return parts
    .flatMap(({ part, keys }) => [
      `${part}: ${keys.length} number${keys.length === 1 ? "" : "s"}`,
      ...keys.slice(0, shown).map((key) => `  ${key}`),
      ...(keys.length > shown ? [`  … all: likewise explain OUT ${part}`] : []),
    ])
    .map((line) => `${line}\n`)
    .join("");
}
