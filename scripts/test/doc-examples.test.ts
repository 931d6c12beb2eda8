import path from "node:path";
import { describe, expect, it } from "vitest";
import { docExamples, examplesIn, namesFor, runExample } from "../doc-examples.ts";

const root = path.resolve(import.meta.dirname, "../..");
const examples = docExamples(root);
const packages = [...new Set(examples.map((example) => example.package))];

describe(`doc examples: ${examples.length} in ${packages.length} packages`, () => {
  it("are found", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it("stand before every one of their declarations once", () => {
    const places = examples.map(({ file, line }) => `${file}:${line}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe.each(packages)("doc examples of %s do what they say", (name) => {
  for (const example of examples.filter((each) => each.package === name)) {
    it(`${example.of} (${example.file}:${example.line})`, async () => {
      expect(await runExample(example.code, await namesFor(root, example))).toEqual([]);
    });
  }
});

describe("the runner", () => {
  const names = { add: (a: number, b: number) => a + b, list: () => Float64Array.of(1, 2) };

  it("finds the code of an example, up to the next tag, and what it belongs to", () => {
    const text = [
      "/** Not this one. */",
      "const a = 1;",
      "/**",
      " * Adds.",
      " * @example",
      " * ```ts",
      " * const a = 1;",
      " * add(a, 2); // 3",
      " * ```",
      " * @throws never",
      " */",
      "export function add() {}",
    ].join("\n");
    expect(examplesIn(text)).toEqual([{ line: 5, of: "add", code: "const a = 1;\nadd(a, 2); // 3" }]);
  });

  it.each([
    ["a value that holds", "add(1, 2); // 3"],
    ["shared scope and statements over several lines", "const a = add(\n  1,\n  2,\n);\nadd(\n  a,\n  1,\n); // 4"],
    ["numbers to 1e-12", "add(0.1, 0.2); // 0.3"],
    ["objects and arrays, typed ones too", "({ a: [add(0.1, 0.2)], b: list() }); // { a: [0.3], b: [1, 2] }"],
    ["a remark that is no value, beside one that is", "add(1, 2); // three, that is\nadd(1, 1); // 2"],
    [
      "files in a folder of its own",
      'await writeFile(folder + "/a", "b");\nawait readFile(folder + "/a", "utf8"); // "b"',
    ],
    ["promises", "Promise.resolve(3); // 3"],
  ])("accepts %s", async (_, code) => {
    expect(await runExample(code, names)).toEqual([]);
  });

  it.each([
    ["a wrong value", "add(1, 2); // 4", "add(1, 2); is 3, the example says 4"],
    ["a value off by more than rounding", "add(0.1, 0.2); // 0.30000000001", "the example says 0.30000000001"],
    ["a key too many", "({ a: 1, b: 2 }); // { a: 1 }", 'is {"a":1,"b":2}'],
    ["no value at all", "const later = () => add(1, 2);", "states no value"],
    ["a throw", "add.missing.name;", "throws TypeError"],
    ["a name that is not public", "subtract(1, 2); // -1", "throws ReferenceError: subtract is not defined"],
    ["a value that is not a literal", "add(1, 2); // 3 or so", "the expected value is not a literal: 3 or so"],
    ["code that does not parse", "add(1,", "throws SyntaxError"],
  ])("reports %s", async (_, code, message) => {
    expect((await runExample(code, names)).join("\n")).toContain(message);
  });
});
