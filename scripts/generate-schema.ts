/**
 * Writes packages/schema/src/generated/ from data-schemas/, so that types, validators and documents have one source.
 * Run: pnpm generate
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

type Json = { [key: string]: unknown };

const root = fileURLToPath(new URL("..", import.meta.url));
const generatedBy = "// Made by scripts/generate-schema.ts from data-schemas/. Do not edit.\n";

/** The record schemas are the files that are neither the plan nor a result. */
const documents: Record<string, string> = { comparison: "Comparison", results: "Results", study: "StudyPlan" };

export function readSchemas(): Record<string, Json> {
  const schemas: Record<string, Json> = {};
  for (const file of readdirSync(`${root}/data-schemas`).sort()) {
    if (!file.endsWith(".schema.json")) continue;
    schemas[file.replace(".schema.json", "")] = JSON.parse(readFileSync(`${root}/data-schemas/${file}`, "utf8"));
  }
  return schemas;
}

/** The text of each generated file, by its path below the repository root. */
export async function generate(): Promise<Record<string, string>> {
  const schemas = readSchemas();
  return {
    "packages/schema/src/generated/types.ts": generatedBy + (await typesOf(schemas)),
    "packages/schema/src/generated/schemas.ts": schemasModule(schemas),
  };
}

async function typesOf(schemas: Record<string, Json>): Promise<string> {
  const definitions: Json = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const {
      $defs,
      $id: _id,
      $schema: _schema,
      title: _title,
      "x-likewise": _own,
      ...body
    } = schema as Json & { $defs?: Json };
    for (const [key, definition] of Object.entries($defs ?? {})) definitions[key] = localReferences(definition);
    definitions[documents[name] ?? recordName(name)] = localReferences(body);
  }
  const bundle = {
    title: "AllDocuments",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(definitions).map((key) => [key, { $ref: `#/definitions/${key}` }])),
    definitions,
  };
  return compile(bundle as never, "AllDocuments", {
    bannerComment: "",
    format: false,
    unknownAny: true,
    ignoreMinAndMaxItems: false,
  });
}

function recordName(file: string): string {
  return `${file
    .split("_")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("")}Record`;
}

function localReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(localReferences);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== "$ref") return [key, localReferences(inner)];
      if (inner === "comparison.schema.json") return [key, "#/definitions/Comparison"];
      return [key, String(inner).replace(/^.*#\/\$defs\//, "#/definitions/")];
    }),
  );
}

function schemasModule(schemas: Record<string, Json>): string {
  const text = JSON.stringify(schemas, null, 1);
  return `${generatedBy}export const schemas: Readonly<Record<string, unknown>> = ${text};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${root}/packages/schema/src/generated`, { recursive: true });
  for (const [path, text] of Object.entries(await generate())) writeFileSync(`${root}/${path}`, text);
}
