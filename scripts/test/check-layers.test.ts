import path from "node:path";
import { describe, expect, it } from "vitest";
import { layerProblems, type PackageFiles, readWorkspace, type Workspace } from "../check-layers.ts";
import { importsOf } from "../imports-of.ts";

const five = ["README.md", "oracles", "package.json", "src", "test"];

function pkg(folder: string, layer: number, more: Partial<PackageFiles> = {}): PackageFiles {
  return {
    folder,
    manifest: { name: `@likewise/${folder}`, likewise: { layer }, exports: { ".": {} } },
    references: [],
    entries: five,
    sources: { "src/index.ts": "" },
    ...more,
  };
}

function using(folder: string, layer: number, dependency: string, sources: Record<string, string>): PackageFiles {
  const home = pkg(folder, layer);
  return {
    ...home,
    manifest: { ...home.manifest, dependencies: { [`@likewise/${dependency}`]: "workspace:*" } },
    references: [`../../${dependency}/src`],
    sources,
  };
}

const uses = (name: string) => ({ "src/index.ts": `import { a } from "${name}";` });

/** Two packages that keep the rules; a test spoils one thing. */
function workspace(...packages: PackageFiles[]): Workspace {
  const all = packages.length > 0 ? packages : [pkg("stats", 0), using("schema", 1, "stats", uses("@likewise/stats"))];
  return {
    packages: all,
    rootManifest: { devDependencies: { vitest: "4" } },
    rootReferences: all.map(({ folder }) => `packages/${folder}/src`),
  };
}

/** Problems of one package with these sources beside stats, which it depends on. */
function problemsIn(folder: string, sources: Record<string, string>): string[] {
  return layerProblems(
    workspace(pkg("stats", 0), using(folder, 1, "stats", { ...uses("@likewise/stats"), ...sources })),
  );
}

describe("the walls of this repository", () => {
  it("stand", () => {
    expect(layerProblems(readWorkspace(path.resolve(import.meta.dirname, "../..")))).toEqual([]);
  });
});

describe("the check", () => {
  it("finds nothing where the rules are kept", () => {
    expect(layerProblems(workspace())).toEqual([]);
  });

  it.each([
    [0, "upwards", 1],
    [1, "within a layer", 1],
  ])("a package of layer %i that depends %s", (layer, _, other) => {
    const found = layerProblems(workspace(pkg("b", other), using("a", layer, "b", uses("@likewise/b"))));
    expect(found).toEqual([
      `packages/a (layer ${layer}) must not depend on @likewise/b (layer ${other}): only on layers below`,
    ]);
  });

  it("a dependency upwards for tests alone", () => {
    const a = pkg("a", 0);
    const found = layerProblems(
      workspace(pkg("b", 1), {
        ...a,
        manifest: { ...a.manifest, devDependencies: { "@likewise/b": "workspace:*" } },
        references: ["../../b/src"],
      }),
    );
    expect(found).toHaveLength(1);
  });

  it("a package without a layer", () => {
    const a = pkg("a", 0);
    const found = layerProblems(workspace({ ...a, manifest: { name: "@likewise/a" } }));
    expect(found).toEqual(["packages/a/package.json must say its layer (likewise.layer)"]);
  });

  it("references that are not the dependencies, and a package the root does not refer to", () => {
    const schema = { ...using("schema", 1, "stats", uses("@likewise/stats")), references: [] };
    expect(layerProblems(workspace(pkg("stats", 0), schema))).toEqual([
      "packages/schema/src/tsconfig.json must refer to the packages it depends on (../../stats/src), got none",
    ]);
    expect(layerProblems({ ...workspace(), rootReferences: ["packages/stats/src"] })).toHaveLength(1);
  });

  it.each([
    ["a sixth entry", [...five, "lib"]],
    ["a missing entry", five.slice(1)],
  ])("%s", (_, entries) => {
    expect(layerProblems(workspace(pkg("stats", 0, { entries })))).toHaveLength(1);
  });

  it("built files and installed packages are no entries", () => {
    expect(layerProblems(workspace(pkg("stats", 0, { entries: [...five, "dist", "node_modules"] })))).toEqual([]);
  });

  const planted: [string, string, Record<string, string>, string][] = [
    [
      "a path out of the package",
      "schema",
      { "src/a.ts": 'import { a } from "../../stats/src/index.ts";' },
      "outside its package",
    ],
    [
      "a path out of the package, by export",
      "schema",
      { "src/a.ts": 'export * from "../../stats/src/index.ts";' },
      "outside its package",
    ],
    ["a path out of src", "schema", { "src/a.ts": 'import a from "../oracles/a.json";' }, "outside src"],
    ["a path from test into src", "schema", { "test/a.test.ts": 'import { a } from "../src/a.ts";' }, "by name"],
    ["a package nobody declared", "schema", { "src/a.ts": 'import { a } from "lodash";' }, "must not import lodash"],
    [
      "a sibling nobody declared",
      "schema",
      { "src/a.ts": 'import type { A } from "@likewise/engine";' },
      "must not import @likewise/engine",
    ],
    [
      "a tool of the root in src",
      "schema",
      { "src/a.ts": 'import { expect } from "vitest";' },
      "must not import vitest",
    ],
    [
      "an import spread over lines",
      "schema",
      { "src/a.ts": 'import {\n  a,\n  b,\n} from "lodash";' },
      "must not import lodash",
    ],
    ["an import for its effects", "schema", { "src/a.ts": 'import "lodash";' }, "must not import lodash"],
    ["an import on demand", "schema", { "src/a.ts": 'const a = await import("lodash/fp");' }, "must not import lodash"],
    ["an import of a computed name", "schema", { "src/a.ts": "const a = await import(name);" }, "by a literal name"],
    [
      "a deep import",
      "schema",
      { "src/a.ts": 'import { a } from "@likewise/stats/src/a.ts";' },
      "a public entry of @likewise/stats",
    ],
    [
      "a deep import in a test",
      "schema",
      { "test/a.test.ts": 'import { a } from "@likewise/stats/dist/a.js";' },
      "a public entry",
    ],
    [
      "files",
      "schema",
      { "src/a.ts": 'import { readFileSync } from "node:fs";' },
      "only engine, ingest, cli touch the machine",
    ],
    ["paths", "compare", { "src/a.ts": 'import path from "node:path";' }, "only engine, ingest, cli"],
    ["programs", "compare", { "src/a.ts": 'import { spawn } from "node:child_process";' }, "only engine, ingest, cli"],
    ["a built-in without node:", "engine", { "src/a.ts": 'import { readFileSync } from "fs";' }, "with node:"],
    ["the console", "ingest", { "src/a.ts": 'console.log("a");' }, "must not write to the console: cli may"],
    ["the clock", "engine", { "src/a.ts": "const now = Date.now();" }, "must not read the clock"],
    ["the clock by object", "compare", { "src/a.ts": "const now = new Date();" }, "must not read the clock"],
    ["the clock of performance", "stats2", { "src/a.ts": "const t = performance.now();" }, "must not read the clock"],
    ["the process", "compare", { "src/a.ts": "process.exit(1);" }, "must not touch the process"],
    [
      "SQL outside the engine",
      "schema",
      { "src/a.ts": "const sql = `\n  SELECT *\n  FROM people\n  WHERE unit = 1`;" },
      "must not speak SQL, which is engine's",
    ],
    ["SQL that makes a table", "schema", { "src/a.ts": 'run("CREATE TABLE a (b INTEGER)");' }, "must not speak SQL"],
    ["unseeded randomness", "cli", { "src/a.ts": "const x = Math.random();" }, "must not draw unseeded random numbers"],
  ];

  it.each(planted)("%s", (_, folder, sources, message) => {
    const found = problemsIn(folder, sources);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found[0]).toContain(`packages/${folder}/${Object.keys(sources)[0]}`);
  });

  const allowed: [string, string, Record<string, string>][] = [
    ["files in engine, ingest and cli", "engine", { "src/a.ts": 'import { readFileSync } from "node:fs";' }],
    ["the console and the clock in cli", "cli", { "src/a.ts": "console.log(Date.now(), performance.now());" }],
    [
      "files and root tools in tests",
      "schema",
      { "test/a.test.ts": 'import { expect } from "vitest";\nimport "node:fs";\nimport "./b.ts";' },
    ],
    ["the package itself in its tests", "schema", { "test/a.test.ts": 'import { a } from "@likewise/schema";' }],
    ["SQL in the engine", "engine", { "src/a.ts": "const sql = `SELECT * FROM a ORDER BY b`;" }],
    ["everyday words that SQL uses too", "schema", { "src/a.ts": 'const text = "select one from the list";' }],
    ["evaluation above statistics", "compare", { "src/a.ts": "const treated = 1;" }],
    [
      "words in comments",
      "schema",
      { "src/a.ts": '/**\n * new Date() and console.log\n * import { a } from "lodash";\n */\n// process.exit(1)\n' },
    ],
    [
      "names that only look like the clock",
      "schema",
      { "src/a.ts": "const isDate = value instanceof Date; type D = DateColumn;" },
    ],
  ];

  it.each(allowed)("allows %s", (_, folder, sources) => expect(problemsIn(folder, sources)).toEqual([]));

  it("a dependency nothing imports", () => {
    expect(layerProblems(workspace(pkg("stats", 0), using("schema", 1, "stats", {})))).toEqual([
      "packages/schema/package.json must not declare @likewise/stats, which nothing in src imports",
    ]);
  });

  it("a public entry beside the main one is no deep import", () => {
    const schema = pkg("schema", 1);
    const open = { ...schema, manifest: { ...schema.manifest, exports: { ".": {}, "./arquero": {} } } };
    const report = using("report", 3, "schema", uses("@likewise/schema/arquero"));
    expect(layerProblems(workspace(open, report))).toEqual([]);
  });
});

describe("statistics", () => {
  const inStats = (text: string) => layerProblems(workspace(pkg("stats", 0, { sources: { "src/a.ts": text } })));

  it.each([
    ["who was treated, in a name", "const treatedRows = rows;"],
    ["a scale of evidence, in text", 'const scale = "Maryland level 3";'],
    ["a programme", "export interface ProgrammeEffect {}"],
    ["offending", 'const label = "reoffending";'],
    ["the comparison group", "const comparisonGroup = 0;"],
  ])("may not speak of %s", (_, text) => {
    expect(inStats(text)).toEqual([
      "packages/stats/src/a.ts must not speak of evaluation: statistics serve any question",
    ]);
  });

  it("may speak of groups, events and evaluating a function", () => {
    expect(inStats("/** Treated people, say. */\nconst groups = evaluate(events);\n")).toEqual([]);
  });
});

describe("finding imports", () => {
  it("in every form a statement can take", () => {
    const text = [
      'import a from "a";',
      "import type {",
      "  B,",
      '} from "b";',
      "import 'c';",
      'export { d } from "d";',
      'export * as e from "e";',
      'const f = await import("f");',
      'type G = import("g").G;',
      "const h = import(where);",
      'const text = "import x from y";',
      'export const z = { from: "nowhere" };',
      '// import "i";',
      ' * import "j";',
    ].join("\n");
    expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e", "f", "g", null]);
  });
});
