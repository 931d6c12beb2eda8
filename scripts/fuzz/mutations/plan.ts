import { parse, stringify } from "yaml";
import type { RandomStream } from "../../../packages/stats/src/index.ts";
import { type Mutation, onText } from "../mutation.ts";

/** The plan: broken YAML, and sound YAML that says something else. */
export const planMutations: readonly Mutation[] = [
  text("characters-lost", (plan, stream) => {
    const at = stream.integer(0, plan.length - 1);
    return plan.slice(0, at) + plan.slice(at + stream.integer(1, 30));
  }),
  text("characters-added", (plan, stream) => {
    const at = stream.integer(0, plan.length);
    return plan.slice(0, at) + stream.choice(yamlSigns) + plan.slice(at);
  }),
  text("lines-lost", (plan, stream) => {
    const lines = plan.split("\n");
    lines.splice(stream.integer(0, lines.length - 1), stream.integer(1, 4));
    return lines.join("\n");
  }),
  text("lines-repeated", (plan, stream) => {
    const lines = plan.split("\n");
    const at = stream.integer(0, lines.length - 1);
    lines.splice(stream.bernoulli(0.5) ? at : stream.integer(0, lines.length), 0, lines[at]!);
    return lines.join("\n");
  }),
  text("indentation", (plan, stream) => {
    const lines = plan.split("\n");
    const at = stream.integer(0, lines.length - 1);
    lines[at] = stream.choice([` ${lines[at]}`, `\t${lines[at]}`, lines[at]!.trimStart(), `- ${lines[at]}`]);
    return lines.join("\n");
  }),
  text("truncated", (plan, stream) => plan.slice(0, stream.integer(0, plan.length))),
  text("not-a-plan", (_, stream) =>
    stream.choice([
      "",
      "~",
      "[]",
      "{}",
      "5",
      "text",
      "---\n---\n",
      "version: 1",
      "\ufeff",
      "%YAML 9.9\n---\n{}",
      "!!js/function x",
      "\0",
      "- - - -",
    ]),
  ),
  text("anchors", (plan, stream) =>
    stream.choice([
      `x: &a [*a]\n${plan}`,
      `x: &a { b: *a }\n${plan}`,
      `x: *nowhere\n${plan}`,
      `${bomb()}\n${plan}`,
      `x: &a 1\ny: { <<: *a }\n${plan}`,
      `<<: { version: 1 }\n${plan}`,
      `${plan}\nevidence: &e { outcomeSource: *e }\n`,
    ]),
  ),
  text("several-documents", (plan, stream) =>
    stream.choice([`${plan}\n---\n${plan}`, `---\n${plan}\n...\n---\n`, `--- !!map\n${plan}`]),
  ),
  text("deep", (plan, stream) => {
    const depth = stream.integer(50, 20_000);
    return stream.choice([
      `x: ${"[".repeat(depth)}\n${plan}`,
      `x: ${"[".repeat(depth)}${"]".repeat(depth)}\n${plan}`,
      `x: ${"{a: ".repeat(depth)}\n${plan}`,
    ]);
  }),
  node("value-replaced", (holder, key, stream) => {
    holder[key] = stream.choice(oddValues);
  }),
  node("value-lost", (holder, key) => {
    if (Array.isArray(holder)) (holder as unknown[]).splice(Number(key), 1);
    else delete holder[key];
  }),
  node("key-added", (holder, key, stream) => {
    const name = stream.choice(oddKeys);
    if (Array.isArray(holder)) (holder as unknown[]).push(stream.choice(oddValues));
    else
      Object.defineProperty(holder, name, {
        value: structuredClone(holder[key]),
        enumerable: true,
        configurable: true,
      });
  }),
  node("key-renamed", (holder, key, stream) => {
    if (Array.isArray(holder)) return;
    const value = holder[key];
    delete holder[key];
    const name = stream.choice([`${key}s`, key.toUpperCase(), key.slice(1), ...oddKeys]);
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true });
  }),
  node("value-from-elsewhere", (holder, key, stream, places) => {
    const other = stream.choice(places);
    holder[key] = structuredClone(other.holder[other.key]);
  }),
  node("word-replaced", (holder, key, stream, places) => {
    const words = places.map((place) => place.holder[place.key]).filter((value) => typeof value === "string");
    if (typeof holder[key] === "string") holder[key] = stream.choice(words);
  }),
  {
    id: "file-elsewhere",
    group: "plan",
    mutate: onText((plan, stream) => plan.replace(/data\/[\w/-]+\.csv/, stream.choice(elsewhere))),
  },
];

const yamlSigns = [
  ":",
  ": ",
  "\t",
  "&",
  "*",
  "!",
  "|",
  ">",
  "'",
  '"',
  "%",
  "@",
  "`",
  "{",
  "[",
  "}",
  "]",
  "#",
  "- ",
  "? ",
  "\u2028",
  "\0",
  "\ufffe",
  "---\n",
  "<<: ",
  "~",
  "!!binary |\n",
  "!!set",
  "!!timestamp ",
];

const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  1e21,
  2 ** 53,
  Number.MIN_VALUE,
  "",
  " ",
  "x",
  "0",
  "-",
  "2024-02-30",
  "31/12/2024",
  "9999-12-31",
  "0001-01-01",
  "people",
  "people.arm",
  "..",
  "__proto__",
  "constructor",
  "x".repeat(20_000),
  [],
  {},
  [[]],
  [null],
  { x: null },
  ["x", "x"],
  [1, 2, 3],
  { __proto__x: 1 },
  "$",
  "*",
  "(",
  "[a-z",
  "\\",
  "%",
  "null",
  "yes",
];

const oddKeys = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "x",
  "",
  " ",
  "0",
  "<<",
  "then",
  "tables",
  "id",
  "files",
];

const elsewhere = [
  "data/none.csv",
  ".",
  "..",
  "../../../../etc/passwd",
  "/dev/zero",
  "/dev/null",
  "/dev/stdin",
  "/proc/self/mem",
  "study.yaml",
  "http://localhost/x.csv",
  "data",
  "''",
  '"\\0"',
  "'data/*.csv'",
  `${"x/".repeat(3000)}x.csv`,
  "CON",
  "data/releases.csv/x",
];

/** Nine names, each ten times the one before: a thousand million values if they were all written out. */
function bomb(): string {
  const names = Array.from({ length: 10 }, (_, index) => String.fromCharCode(97 + index));
  return names
    .map(
      (name, index) =>
        `b${name}: &${name} [${
          index === 0
            ? "x"
            : Array<string>(10)
                .fill(`*${names[index - 1]}`)
                .join(",")
        }]`,
    )
    .join("\n");
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function text(id: string, change: (plan: string, stream: RandomStream) => string): Mutation {
  return { id: `plan-${id}`, group: "plan", mutate: onText(change) };
}

function node(
  id: string,
  change: (holder: Record<string, unknown>, key: string, stream: RandomStream, places: readonly Place[]) => void,
): Mutation {
  const mutate = onText((plan, stream) => {
    const root = parse(plan) as Record<string, unknown>;
    const changes = stream.integer(1, 3);
    for (let done = 0; done < changes; done++) {
      const places = placesIn(root);
      if (places.length === 0) break;
      const { holder, key } = stream.choice(places);
      change(holder, key, stream, places);
    }
    return stringify(root, { aliasDuplicateObjects: false });
  });
  return { id: `plan-${id}`, group: "plan", mutate };
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
