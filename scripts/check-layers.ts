/**
 * Checks the walls between packages: who may import whom, who may touch files, the console and the clock, and whose
 * language is whose.
 * The layers are written in the package.json files and nowhere else. Run: tsx scripts/check-layers.ts
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importsOf } from "./imports-of.ts";

export interface Manifest {
  readonly name: string;
  readonly likewise?: { readonly layer: number };
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface PackageFiles {
  /** Folder under packages/. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Folders src/tsconfig.json refers to, relative to src. */
  readonly references: readonly string[];
  /** Names in the folder. */
  readonly entries: readonly string[];
  /** Path inside the package ("src/index.ts") to text. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface Workspace {
  readonly packages: readonly PackageFiles[];
  readonly rootManifest: Pick<Manifest, "devDependencies">;
  /** Folders the root tsconfig.json refers to. */
  readonly rootReferences: readonly string[];
}

/** Everything the walls forbid that is there, one sentence each; empty when they stand. */
export function layerProblems(workspace: Workspace): string[] {
  const problems = workspace.packages.flatMap((one) => rules.flatMap((rule) => rule(one, workspace)));
  const listed = [...workspace.rootReferences].sort();
  const there = workspace.packages.map(({ folder }) => `packages/${folder}/src`).sort();
  if (listed.join() !== there.join())
    problems.push("tsconfig.json must refer to the src of every package, and to nothing else");
  return problems;
}

type Rule = (one: PackageFiles, workspace: Workspace) => string[];

const rules: readonly Rule[] = [
  hasItsFiveEntries,
  dependsDownwards,
  refersToWhatItDependsOn,
  importsWhatItDeclares,
  declaresWhatItImports,
  touchesOnlyWhatItMay,
  speaksOnlyItsLanguage,
];

function hasItsFiveEntries({ folder, entries }: PackageFiles): string[] {
  const expected = ["README.md", "oracles", "package.json", "src", "test"];
  const found = entries.filter((entry) => entry !== "dist" && entry !== "node_modules").sort();
  if (found.join() === expected.join()) return [];
  return [`packages/${folder} must hold ${expected.join(", ")} and nothing else, got ${found.join(", ")}`];
}

function dependsDownwards({ folder, manifest }: PackageFiles, workspace: Workspace): string[] {
  const layer = manifest.likewise?.layer;
  if (layer === undefined) return [`packages/${folder}/package.json must say its layer (likewise.layer)`];
  return workspaceDependencies(manifest, workspace).flatMap(({ manifest: other }) => {
    const below = other.likewise?.layer;
    if (below !== undefined && below < layer) return [];
    return [
      `packages/${folder} (layer ${layer}) must not depend on ${other.name} (layer ${below}): only on layers below`,
    ];
  });
}

function refersToWhatItDependsOn({ folder, manifest, references }: PackageFiles, workspace: Workspace): string[] {
  const expected = workspaceDependencies(manifest, workspace).map((other) => `../../${other.folder}/src`);
  const found = [...references].sort();
  if (found.join() === expected.sort().join()) return [];
  return [
    `packages/${folder}/src/tsconfig.json must refer to the packages it depends on (${expected.join(", ") || "none"}), got ${found.join(", ") || "none"}`,
  ];
}

function importsWhatItDeclares(one: PackageFiles, workspace: Workspace): string[] {
  return Object.entries(one.sources).flatMap(([file, text]) => {
    const place = `packages/${one.folder}/${file}`;
    return importsOf(text).flatMap((specifier) => {
      if (specifier === null) return file.startsWith("src/") ? [`${place} must import by a literal name`] : [];
      return specifier.startsWith(".")
        ? relativeImport(place, one.folder, file, specifier)
        : bareImport(place, one, file, specifier, workspace);
    });
  });
}

function relativeImport(place: string, folder: string, file: string, specifier: string): string[] {
  const target = path.posix.join(folder, path.posix.dirname(file), specifier);
  if (!target.startsWith(`${folder}/`)) return [`${place} must not import outside its package, got ${specifier}`];
  const isTest = file.startsWith("test/");
  if (isTest && target.startsWith(`${folder}/src/`))
    return [`${place} must import the package by name, got ${specifier}`];
  if (!isTest && !target.startsWith(`${folder}/src/`))
    return [`${place} must not import outside src, got ${specifier}`];
  return [];
}

function bareImport(place: string, one: PackageFiles, file: string, specifier: string, workspace: Workspace): string[] {
  if (isBuiltin(specifier)) return builtinImport(place, one, file, specifier);
  const name = packageName(specifier);
  const { manifest } = one;
  const declared = { ...manifest.dependencies };
  if (file.startsWith("test/")) {
    Object.assign(declared, manifest.devDependencies, workspace.rootManifest.devDependencies, { [manifest.name]: "" });
  }
  if (!Object.hasOwn(declared, name))
    return [`${place} must not import ${name}, which its package.json does not declare`];
  const sibling = workspace.packages.find((other) => other.manifest.name === name);
  const entry = `.${specifier.slice(name.length)}`;
  if (sibling === undefined || Object.hasOwn(sibling.manifest.exports ?? {}, entry)) return [];
  return [`${place} must import a public entry of ${name}, got ${specifier}`];
}

/** Every other package runs in a browser too. */
const touchingFiles = ["engine", "ingest", "cli"];

/** They say where files of their own dependencies stand, for cli to read; they open none. */
const findsFiles = ["report/src/assets.ts", "report/src/interactive/live-libraries.ts"];

function builtinImport(place: string, { folder }: PackageFiles, file: string, specifier: string): string[] {
  if (!specifier.startsWith("node:")) return [`${place} must import built-in modules with node:, got ${specifier}`];
  if (file.startsWith("test/") || touchingFiles.includes(folder)) return [];
  if (findsFiles.includes(`${folder}/${file}`) && ["node:module", "node:path"].includes(specifier)) return [];
  return [`${place} must not import ${specifier}: only ${touchingFiles.join(", ")} touch the machine`];
}

function declaresWhatItImports({ folder, manifest, sources }: PackageFiles): string[] {
  const inSource = Object.entries(sources).filter(([file]) => file.startsWith("src/"));
  const imported = new Set(inSource.flatMap(([, text]) => importsOf(text).map((name) => packageName(name ?? ""))));
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => !imported.has(name) && !inSource.some(([, text]) => text.includes(`resolve("${name}/`)))
    .map((name) => `packages/${folder}/package.json must not declare ${name}, which nothing in src imports`);
}

/** What only some packages may do in src, and the code that does it. */
const deeds: readonly { readonly what: string; readonly code: RegExp; readonly allowed: readonly string[] }[] = [
  { what: "write to the console", code: /\bconsole\s*\./, allowed: ["cli"] },
  { what: "read the clock", code: /\bnew Date\b|\bDate\.now\b|\bDate\(|\bperformance\s*\.\s*now\b/, allowed: ["cli"] },
  { what: "touch the process", code: /\bprocess\s*\./, allowed: ["engine", "cli"] },
  { what: "draw unseeded random numbers", code: /\bMath\.random\b/, allowed: [] },
];

/** What only some packages may say in src, in names and in text, and the packages it is about; null for all. */
const words: readonly {
  readonly what: string;
  readonly text: RegExp;
  readonly forbids: (folder: string) => boolean;
}[] = [
  {
    what: "speak SQL, which is engine's",
    text: /\bSELECT\b[^;]*?\bFROM\b|\bINSERT INTO\b|\bCREATE (?:OR REPLACE )?(?:TABLE|VIEW)\b|\bDELETE FROM\b|\bORDER BY\b/,
    forbids: (folder) => folder !== "engine",
  },
  {
    // Statistics know of groups and events; who was treated, and how good that evidence is, is for layers above.
    what: "speak of evaluation: statistics serve any question",
    text: /treated|treatment|comparison|comparator|maryland|programme|offen[cd]|victim|perpetrator|police/i,
    forbids: (folder) => folder === "stats",
  },
];

function speaksOnlyItsLanguage({ folder, sources }: PackageFiles): string[] {
  return Object.entries(sources).flatMap(([file, text]) => {
    if (!file.startsWith("src/") || file.startsWith("src/generated/")) return [];
    const code = withoutCommentLines(text);
    return words
      .filter((one) => one.forbids(folder) && one.text.test(code))
      .map(({ what }) => `packages/${folder}/${file} must not ${what}`);
  });
}

function touchesOnlyWhatItMay({ folder, sources }: PackageFiles): string[] {
  return Object.entries(sources).flatMap(([file, text]) => {
    if (!file.startsWith("src/")) return [];
    const code = withoutCommentLines(text);
    return deeds
      .filter((deed) => !deed.allowed.includes(folder) && deed.code.test(code))
      .map(
        ({ what, allowed }) => `packages/${folder}/${file} must not ${what}: ${allowed.join(", ") || "nothing"} may`,
      );
  });
}

function withoutCommentLines(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line)).join("\n");
}

function workspaceDependencies(manifest: Manifest, workspace: Workspace): PackageFiles[] {
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  return workspace.packages.filter((other) => Object.hasOwn(declared, other.manifest.name));
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** The workspace as it is on disk. */
export function readWorkspace(root: string): Workspace {
  const json = (...parts: string[]) => JSON.parse(readFileSync(path.join(root, ...parts), "utf8"));
  const paths = (tsconfig: { references?: { path: string }[] }) => (tsconfig.references ?? []).map((one) => one.path);
  return {
    rootManifest: json("package.json"),
    rootReferences: paths(json("tsconfig.json")),
    packages: readdirSync(path.join(root, "packages"))
      .sort()
      .map((folder) => {
        const home = path.join(root, "packages", folder);
        return {
          folder,
          manifest: json("packages", folder, "package.json"),
          references: paths(json("packages", folder, "src", "tsconfig.json")),
          entries: readdirSync(home),
          sources: { ...readSources(home, "src"), ...readSources(home, "test") },
        };
      }),
  };
}

function readSources(home: string, folder: string): Record<string, string> {
  if (!existsSync(path.join(home, folder))) return {};
  const files = readdirSync(path.join(home, folder), { recursive: true, encoding: "utf8" });
  const code = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).sort();
  return Object.fromEntries(
    code.map((file) => [
      path.posix.join(folder, ...file.split(path.sep)),
      readFileSync(path.join(home, folder, file), "utf8"),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = layerProblems(readWorkspace(path.resolve(import.meta.dirname, "..")));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
