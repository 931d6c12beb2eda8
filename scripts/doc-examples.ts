import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** One `@example` of a doc comment, in plain JavaScript over the public names of its package. */
export interface DocExample {
  /** Folder name under packages/. */
  readonly package: string;
  /** From the repository root. */
  readonly file: string;
  /** Where `@example` stands, from 1. */
  readonly line: number;
  /** The declaration the comment belongs to. */
  readonly of: string;
  readonly code: string;
}

/** Every `@example` under the packages' src folders, in order of path and line. */
export function docExamples(root: string): DocExample[] {
  const packages = readdirSync(path.join(root, "packages")).sort();
  return packages.flatMap((name) => {
    const source = path.join(root, "packages", name, "src");
    if (!existsSync(path.join(source, "index.ts"))) return [];
    const files = readdirSync(source, { recursive: true, encoding: "utf8" });
    return files
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .sort()
      .flatMap((file) => {
        const text = readFileSync(path.join(source, file), "utf8");
        const relative = path.posix.join("packages", name, "src", ...file.split(path.sep));
        return examplesIn(text).map((example) => ({ package: name, file: relative, ...example }));
      });
  });
}

/** The examples in one source text. */
export function examplesIn(text: string): Pick<DocExample, "line" | "of" | "code">[] {
  const examples: Pick<DocExample, "line" | "of" | "code">[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const after = text.slice(comment.index + comment[0].length);
    const of = /^\s*(?:export\s+)?(?:async\s+)?(?:function|const|interface|type|class)\s+(\w+)/.exec(after)?.[1] ?? "?";
    const firstLine = text.slice(0, comment.index).split("\n").length;
    const lines = comment[0]
      .replace(/\*\/$/, "")
      .split("\n")
      .map((line) => line.replace(/^\s*(\/\*\*|\*) ?/, ""));
    lines.forEach((line, i) => {
      if (!/^@example\b/.test(line)) return;
      const rest = lines.slice(i + 1);
      const end = rest.findIndex((other) => /^@\w/.test(other));
      const body = [line.replace(/^@example\s*/, ""), ...(end < 0 ? rest : rest.slice(0, end))];
      const code = body
        .filter((other) => !/^```/.test(other))
        .join("\n")
        .trim();
      examples.push({ line: firstLine + i, of, code });
    });
  }
  return examples;
}

/**
 * The names an example may use: its package's public ones, and for a declaration that is not public those of
 * its own file as well. Imported by path, since a package's `exports` cannot be resolved from out here.
 */
export async function namesFor(root: string, example: DocExample): Promise<Record<string, unknown>> {
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href);
  const names = await load(`packages/${example.package}/src/index.ts`);
  return example.of in names ? names : { ...(await load(example.file)), ...names };
}

/**
 * Runs an example and returns what it got wrong, one sentence each; none when it holds.
 *
 * A statement ending in `; // literal` must be an expression with that value (numbers to 1e-12, relative);
 * the others only must not throw. Statements share one scope. An example that states no value cannot be wrong, and so
 * is. Beside the names given it may use `folder`, a new folder of its own, and `readFile` and `writeFile` of
 * node:fs/promises.
 */
export async function runExample(code: string, names: Record<string, unknown>): Promise<string[]> {
  const failures: string[] = [];
  const expected: unknown[] = [];
  let body = "";
  for (const { statement, comment } of statements(code)) {
    if (isLiteral(comment)) {
      try {
        expected.push(new Function(`"use strict"; return (${comment});`)());
      } catch (error) {
        failures.push(`the expected value is not a literal: ${comment} (${error})`);
        continue;
      }
      body += `check(${expected.length - 1}, ${JSON.stringify(statement)}, await (${statement.replace(/;\s*$/, "")}));\n`;
    } else {
      body += `${statement}\n`;
    }
  }
  const check = (index: number, statement: string, value: unknown): void => {
    if (agree(value, expected[index])) return;
    failures.push(`${statement} is ${shown(value)}, the example says ${shown(expected[index])}`);
  };
  if (expected.length === 0 && failures.length === 0) failures.push("states no value, so nothing in it can be wrong");
  const folder = mkdtempSync(path.join(tmpdir(), "likewise-example-"));
  try {
    const scope = { readFile, writeFile, folder, ...names };
    const run = new AsyncFunction("check", ...Object.keys(scope), `"use strict";\n${body}`);
    await run(check, ...Object.values(scope));
  } catch (error) {
    failures.push(`throws ${error}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failures;
}

const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => (...args: unknown[]) => Promise<void>;

/** Whole statements, each from as many lines as it takes to parse, and the comment that ends it. */
function statements(code: string): { statement: string; comment: string }[] {
  const found: { statement: string; comment: string }[] = [];
  let pending = "";
  for (const line of code.split("\n")) {
    pending += pending === "" ? line : `\n${line}`;
    if (pending.trim() === "" || !parses(pending)) continue;
    const split = /^([\s\S]*;)\s*\/\/\s*(.*)$/.exec(pending);
    found.push(split ? { statement: split[1]!, comment: split[2]! } : { statement: pending, comment: "" });
    pending = "";
  }
  if (pending.trim() !== "") found.push({ statement: pending, comment: "" });
  return found;
}

function parses(code: string): boolean {
  try {
    new AsyncFunction(code);
    return true;
  } catch {
    return false;
  }
}

/** Whether a comment sets out to be a value. One that does and then fails to parse is an error, not a remark. */
function isLiteral(comment: string): boolean {
  return /^(-?\d|-?\.\d|-?Infinity\b|NaN\b|["'`[{]|true\b|false\b|null\b|undefined\b)/.test(comment);
}

function agree(value: unknown, expected: unknown): boolean {
  if (typeof value === "number" && typeof expected === "number") {
    if (Object.is(value, expected) || value === expected) return true;
    return Math.abs(value - expected) <= 1e-12 * Math.max(Math.abs(value), Math.abs(expected));
  }
  if (Array.isArray(expected)) {
    const items = ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
    return (
      Array.isArray(items) && items.length === expected.length && expected.every((item, i) => agree(items[i], item))
    );
  }
  if (typeof expected === "object" && expected !== null && typeof value === "object" && value !== null) {
    const wanted = Object.entries(expected);
    const keys = new Set(Object.keys(value));
    return (
      keys.size === wanted.length &&
      wanted.every(([key, item]) => keys.has(key) && agree((value as Record<string, unknown>)[key], item))
    );
  }
  return value === expected;
}

function shown(value: unknown): string {
  if (ArrayBuffer.isView(value)) return shown(Array.from(value as unknown as ArrayLike<unknown>));
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
