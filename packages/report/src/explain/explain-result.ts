import {
  isWithheld,
  type KeyStep,
  keyTrail,
  type LeafValue,
  type Results,
  resultAt,
  windowDefinition,
} from "@likewise/schema";
import { codeWords } from "../wording/code-words.ts";
import { windowName } from "../wording/window-name.ts";
import { countsOf } from "./counts-of.ts";
import type { ExplainedDefinition, Explanation } from "./explanation.ts";
import { filterOf } from "./filter-of.ts";
import { methodOf } from "./method-of.ts";
import { accountsBehind } from "./rows-behind.ts";

/**
 * A number of results back to its definition, filter, numerator and denominator, window, interval, method, disclosure and
 * row account, from the results alone.
 *
 * @param results of either edition
 * @param key     leads to a number, a text, a withheld or an absent value; as `listKeys` names it
 * @throws RangeError when the key leads nowhere, or to a part that holds several values
 */
export function explainResult(results: Results, key: string): Explanation {
  const value = resultAt(results, key);
  if (typeof value === "object" && value !== null && !isWithheld(value) && !("unbounded" in value))
    throw new RangeError(`explainResult: key must lead to one value, got ${key}, a part that holds several`);
  const trail = keyTrail(results, key);
  const holders = holdersOf(trail);
  const { provenance } = results;
  return {
    kind: "likewise/explanation",
    version: 1,
    key,
    value: value as LeafValue,
    what: whatOf(trail),
    filter: filterOf(results, trail),
    definition: definitionOf(results, holders),
    window: windowOf(results, holders),
    counts: countsOf(trail),
    interval: intervalOf(holders),
    method: methodOf(results, trail),
    disclosure: disclosureOf(results, trail, value),
    rows: rowsOf(trail),
    accounts: accountsBehind(results, trail),
    madeFrom: {
      plan: provenance.options,
      seed: provenance.seed,
      likewise: provenance.version,
      inputs: provenance.inputs,
    },
  };
}

type Holder = Readonly<Record<string, unknown>>;

/** The objects along a key, innermost first: what stands nearest a number says most of it. */
function holdersOf(trail: readonly KeyStep[]): Holder[] {
  return trail.flatMap(({ value }) => (isHolder(value) ? [value] : [])).reverse();
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Each description once, then what tells the number from its neighbours. */
function whatOf(trail: readonly KeyStep[]): string[] {
  const described = [...new Set(trail.flatMap(({ description }) => (description === null ? [] : [description])))];
  const [holder, last] = [trail.at(-2), trail.at(-1)!];
  if (Array.isArray(holder?.value)) return [...described, placeText(holder.segment, last.segment, holder.value.length)];
  return last.description === null ? [...described, codeWords(last.segment)] : described;
}

function placeText(list: string, place: string, length: number): string {
  if (/interval/i.test(list)) return place === "0" ? "lower limit" : "upper limit";
  return `${codeWords(list)}, ${Number(place) + 1} of ${length}`;
}

function textOf(holders: readonly Holder[], name: string): string | null {
  const value = holders.find((holder) => typeof holder[name] === "string")?.[name];
  return typeof value === "string" ? value : null;
}

function definitionOf(results: Results, holders: readonly Holder[]): ExplainedDefinition | null {
  const outcome = outcomeOf(results, holders);
  const id = textOf(holders, "definition") ?? outcome?.definition ?? null;
  if (id === null) return null;
  return {
    id,
    label: outcome?.label ?? textOf(holders, "title") ?? null,
    unit: textOf(holders, "unit") ?? outcome?.unit ?? null,
    basis: outcome?.basis ?? null,
    reporter: textOf(holders, "reporter") ?? outcome?.reporter ?? null,
    direction: outcome?.direction ?? null,
  };
}

function outcomeOf({ study }: Results, holders: readonly Holder[]) {
  const named = textOf(holders, "outcome");
  const id = named ?? textOf(holders, "id");
  return study.outcomes.find((outcome) => outcome.id === id) ?? null;
}

function windowOf(results: Results, holders: readonly Holder[]): Explanation["window"] {
  const id = textOf(holders, "window") ?? outcomeOf(results, holders)?.window ?? null;
  return id === null ? null : { id, text: windowText(id) };
}

/** Edges as they are computed from the index day, where the id is of a known family. */
function windowText(id: string): string {
  try {
    const { from, to, provenBy } = windowDefinition(id);
    const proof = provenBy === null ? "" : `, proven by ${edge(provenBy)} inclusive`;
    return `${windowName(id)}: after ${edge(from)}, up to and including ${edge(to)}${proof}`;
  } catch (error) {
    if (error instanceof RangeError) return windowName(id);
    throw error;
  }
}

function edge(offset: { readonly months: number } | { readonly days: number }): string {
  const [size, unit] = "months" in offset ? [offset.months, "months"] : [offset.days, "days"];
  return size === 0 ? "the anchor day" : `the anchor day ${size < 0 ? "−" : "+"} ${Math.abs(size)} ${unit}`;
}

function intervalOf(holders: readonly Holder[]): Explanation["interval"] {
  const holder = holders.find(({ interval }) => Array.isArray(interval));
  if (holder === undefined) return null;
  const level = holders.find((one) => typeof one.level === "number" && one.level < 1)?.level;
  const limits = holder.interval as NonNullable<Explanation["interval"]>["limits"];
  // What no level stands beside is described at 95 %: every description computes it so.
  return { limits, level: typeof level === "number" ? level : 0.95 };
}

/** Parts that count nobody. */
const given = new Set(["options", "provenance", "version", "kind", "edition", "disclosure", "frozen", "study"]);

function disclosureOf(
  { edition, disclosure }: Results,
  trail: readonly KeyStep[],
  value: unknown,
): Explanation["disclosure"] {
  if (given.has(trail[0]!.segment)) return { state: "given", why: "nobody is counted by it" };
  const profile = disclosure === null ? "" : `profile ${disclosure.profile}, counts below ${disclosure.threshold}`;
  if (isWithheld(value))
    return value.withheld === "primary"
      ? { state: "withheld", why: `few people stand behind it (${profile})` }
      : { state: "withheld", why: `another withheld number could be worked out from it (${profile})` };
  if (edition === "working") return { state: "exact", why: "working edition: exact, not for release" };
  return disclosure?.profile === "none"
    ? { state: "shown", why: "the plan declares that nothing here needs withholding" }
    : { state: "shown", why: `passed disclosure control (${profile} are withheld)` };
}

function rowsOf([part, comparison]: readonly KeyStep[]): Explanation["rows"] {
  if (part?.segment !== "comparisons" || comparison === undefined) return null;
  return (comparison.value as Results["comparisons"][number]).rows;
}
