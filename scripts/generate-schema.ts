/**
 * Writes everything that is made from data-schemas/: the types and the embedded schemas of packages/schema, and the data
 * dictionary, so that types, checks and documents have one source. Run: pnpm generate
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { dataDictionary } from "./data-dictionary.ts";

type Json = { readonly [key: string]: unknown };

const madeBy = "Made by scripts/generate-schema.ts from data-schemas/. Do not edit.";

/** Documents and the names of their types; every other schema is a record. */
const documents: Readonly<Record<string, string>> = {
  comparison: "Comparison",
  evidence_map: "EvidenceMap",
  measure_definition: "MeasureDefinition",
  results: "Results",
  study: "StudyPlan",
  theory: "TheoryOfChange",
};

/** The text of each generated file, by its path below the repository root. */
export async function generate(root: string): Promise<Record<string, string>> {
  const schemas = readSchemas(root);
  const records = Object.fromEntries(Object.entries(schemas).filter(([name]) => !(name in documents)));
  return {
    "packages/schema/src/generated/types.ts": `// ${madeBy}\n\n${await typesOf(schemas)}`,
    "packages/schema/src/generated/schemas.ts": schemasModule(schemas),
    "docs/data-dictionary.md": `<!-- ${madeBy} -->\n\n${dataDictionary(records)}`,
  };
}

function readSchemas(root: string): Record<string, Json> {
  const folder = path.join(root, "data-schemas");
  const ending = ".schema.json";
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  return Object.fromEntries(files.sort().map((file) => [file.slice(0, -ending.length), read(file)]));
}

/** One bundle, so that a definition used by several documents becomes one type. */
async function typesOf(schemas: Readonly<Record<string, Json>>): Promise<string> {
  const definitions: Record<string, unknown> = {};
  for (const [name, { $defs, $id, $schema, title, "x-likewise": own, ...body }] of Object.entries(schemas)) {
    for (const [key, definition] of Object.entries(($defs ?? {}) as Json))
      definitions[key] = localReferences(definition);
    definitions[documents[name] ?? recordType(name)] = localReferences(body);
  }
  const bundle = {
    title: "Bundle",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(definitions).map((key) => [key, { $ref: `#/definitions/${key}` }])),
    definitions,
  };
  const text = await compile(bundle as never, "Bundle", { bannerComment: "", style: { printWidth: 120 } });
  return text.replace(/^export interface Bundle \{[^}]*\}\n/m, "");
}

/** service_use becomes ServiceUseRecord. */
function recordType(file: string): string {
  const words = file.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Record`;
}

/** References between files, as references inside the bundle. */
function localReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(localReferences);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key !== "$ref") return [key, localReferences(inner)];
    const [file, pointer] = String(inner).split("#") as [string, string?];
    const name = pointer?.replace("/$defs/", "") ?? documents[file.replace(".schema.json", "")];
    return [key, `#/definitions/${name}`];
  });
  return Object.fromEntries(entries);
}

function schemasModule(schemas: Readonly<Record<string, Json>>): string {
  const text = JSON.stringify(schemas, null, 1);
  return `// ${madeBy}\n\nexport const schemas: Readonly<Record<string, unknown>> = ${text};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(import.meta.dirname, "..");
  for (const [file, text] of Object.entries(await generate(root))) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
