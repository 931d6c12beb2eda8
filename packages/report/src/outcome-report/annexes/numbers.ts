import { isUnbounded, isWithheld, type LeafValue, type Results, resultLeaves } from "@likewise/schema";
import { outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { codeWords } from "../../wording/code-words.ts";
import { formatNumber } from "../../wording/formats.ts";
import { windowName } from "../../wording/window-name.ts";

/** Parts of the results that hold numbers of people and events, estimates, or grades; plans and versions are left out. */
const parts = [
  "accounts",
  "funnel",
  "analysisSets",
  "coverage",
  "blocks",
  "safety",
  "comparisons",
  "tables",
  "economics",
  "services",
  "measures",
  "theory",
  "disclosure",
] as const;

/**
 * Every number of the results by its key, so that any figure of the report can be looked up and explained: a block for
 * each list or table with what it counts, a line for each entry.
 */
export function numbers(results: Results): Html {
  const blocks = blocksOf(results);
  if (blocks.length === 0) return empty("These results hold no numbers.");
  return html`<p>A number’s key is the heading of its block, then its line, then its name, with “/” between them. The command “likewise explain” takes a key and shows where the number comes from. Six digits are shown; results.json holds them all. Numbers of tables are printed in their tables, and the key of each is the levels of its row and column.</p>
<details><summary>Show every number</summary>
<div class="numbers">${blocks.map(
    ({ key, about, lines }) => html`<h3>${key}</h3>
${about === "" ? null : html`<p class="about">${about}</p>\n`}<p>${lines.map((line, index) => html`${index === 0 ? null : html`<br>`}<b>${line.key}</b> ${line.text}`)}</p>
`,
  )}</div></details>
`;
}

interface Block {
  readonly key: string;
  /** Definition and window, where they hold for all of it. */
  readonly about: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
}

function blocksOf(results: Results): Block[] {
  const blocks = new Map<string, Map<string, Named[]>>();
  const inTables = new Map<string, number>();
  for (const { key, value } of resultLeaves(chosen(results))) {
    if (!isNumber(value)) continue;
    // The cells of a table are printed in it: listed again they would be half of the page.
    if (key.startsWith("tables/")) {
      const table = key.split("/").slice(0, 2).join("/");
      inTables.set(table, (inTables.get(table) ?? 0) + 1);
      continue;
    }
    const [head, line, name] = split(key);
    const lines = blocks.get(head) ?? new Map<string, Named[]>();
    blocks.set(head, lines);
    lines.set(line, [...(lines.get(line) ?? []), { name, text: numberText(value) }]);
  }
  return [
    ...[...blocks].map(([key, lines]) => ({
      key,
      about: aboutText(key, results),
      lines: [...lines].map(([line, named]) => ({ key: line, text: lineText(named) })),
    })),
    ...[...inTables].map(([key, count]) => ({
      key,
      about: "",
      lines: [
        {
          key: "cells",
          text: `${formatNumber(count, 0)} numbers, printed in the table; the key of each is the levels of its row and column`,
        },
      ],
    })),
  ];
}

interface Named {
  readonly name: string;
  readonly text: string;
}

/** Two limits stand as one interval, and names that begin alike are begun once: "before: treated 34, comparison 35". */
function lineText(named: readonly Named[]): string {
  const groups = new Map<string, string[]>();
  named.forEach(({ name, text }, index) => {
    if (name.endsWith("/1") && named[index - 1]?.name === `${name.slice(0, -1)}0`) return;
    const upper = name.endsWith("/0") ? named[index + 1] : undefined;
    const isPair = upper?.name === `${name.slice(0, -1)}1`;
    const parts = (isPair ? name.slice(0, -2) : name).split("/");
    const group = parts.slice(0, -1).join("/");
    groups.set(group, [...(groups.get(group) ?? []), `${parts.at(-1)} ${isPair ? `${text} to ${upper.text}` : text}`]);
  });
  return [...groups].map(([group, texts]) => `${group === "" ? "" : `${group}: `}${texts.join(", ")}`).join("; ");
}

function chosen(results: Results): object {
  return Object.fromEntries(parts.map((part) => [part, results[part] ?? []]));
}

function isNumber(value: LeafValue): boolean {
  return typeof value === "number" || isWithheld(value) || isUnbounded(value);
}

/** How deep a block lies: the lists of a comparison and the cells of a table are blocks of their own. */
const depths: Readonly<Record<string, number>> = {
  comparisons: 3,
  tables: 3,
  economics: 1,
  services: 1,
  disclosure: 1,
};

/** A key as block, line and name of the number: the line is one entry of the block. */
function split(key: string): [string, string, string] {
  const segments = key.split("/");
  const depth = Math.min(depths[segments[0]!] ?? 1, segments.length - 1);
  const line = Math.min(depth + 1, segments.length - 1);
  return [segments.slice(0, depth).join("/"), segments.slice(depth, line).join("/"), segments.slice(line).join("/")];
}

function numberText(value: LeafValue): string {
  if (isWithheld(value)) return "[c]";
  if (isUnbounded(value)) return "no limit";
  const size = Math.abs(value as number);
  if (Number.isInteger(value)) return formatNumber(value as number, 0);
  const decimals = size >= 1 ? 6 - Math.ceil(Math.log10(size) + 1e-9) : 5 - Math.floor(Math.log10(size));
  return formatNumber(value as number, Math.min(12, Math.max(0, decimals)));
}

function aboutText(key: string, results: Results): string {
  const [part, id] = key.split("/");
  const table = part === "tables" ? results.tables.find((one) => one.id === id) : undefined;
  if (table !== undefined) {
    const outcome = results.study.outcomes.find((one) => table.definition.split(":").includes(one.id));
    const definition = outcome === undefined ? codeWords(table.definition) : outcomeLabel(results, outcome.id);
    return [table.title, definition, table.window === null ? null : windowName(table.window)]
      .filter(Boolean)
      .join("; ");
  }
  return part === "comparisons" ? (results.comparisons.find((one) => one.id === id)?.label ?? "") : "";
}
