import { checkShape, recordTables, schemas, validateComparison, validatePlan, validateResults } from "@likewise/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  anyOf?: Schema[];
  type?: string | string[];
  enum?: Json[];
  const?: Json;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  pattern?: string;
  format?: string;
}

const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  formats: {
    date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text),
  },
});
ajv.addVocabulary(["x-likewise"]);
for (const schema of Object.values(schemas)) ajv.addSchema(schema as object);

/** Documents that fit a schema, drawn from the schema itself. */
function fitting(document: string, schema: Schema): fc.Arbitrary<Json> {
  if (schema.$ref !== undefined) {
    const [file, pointer] = schema.$ref.split("#") as [string, string?];
    const target = file === "" ? document : file.replace(".schema.json", "");
    const root = schemas[target] as Schema;
    return fitting(target, pointer === undefined ? root : root.$defs![pointer.replace("/$defs/", "")]!);
  }
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((branch) => fitting(document, branch)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const types = schema.type === undefined ? ["string"] : [schema.type].flat();
  return fc.oneof(...types.map((type) => fittingType(document, schema, type)));
}

function fittingType(document: string, schema: Schema, type: string): fc.Arbitrary<Json> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 99 });
    case "number":
      return fc
        .integer({
          min: (schema.minimum ?? schema.exclusiveMinimum ?? 0) * 1000 + 1,
          max: Math.floor((schema.maximum ?? Math.min(0.9, (schema.exclusiveMaximum ?? 1) - 0.001)) * 1000),
        })
        .map((n) => n / 1000);
    case "array":
      return fc.array(fitting(document, schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: schema.maxItems ?? 2,
      });
    case "object": {
      const properties = Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, fitting(document, inner)]);
      return fc.record<Record<string, Json>>(Object.fromEntries(properties), { requiredKeys: schema.required ?? [] });
    }
    default:
      if (schema.format === "date") return fc.constantFrom("2024-02-29", "1999-12-31");
      if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern), { maxLength: 60 });
      return fc.constantFrom("a", "some-id-2");
  }
}

/** One thing spoilt at a random place: replaced, left out or added. */
function spoilt(data: Json, at: number, value: Json): Json {
  const places: (() => void)[] = [];
  const copy = structuredClone(data);
  const visit = (inner: Json): void => {
    if (Array.isArray(inner)) {
      inner.forEach((item, index) => {
        places.push(
          () => void inner.splice(index, 1),
          () => void inner.splice(index, 1, value),
        );
        visit(item);
      });
      places.push(() => void inner.push(value));
    } else if (typeof inner === "object" && inner !== null) {
      for (const key of Object.keys(inner)) {
        places.push(
          () => void Reflect.deleteProperty(inner, key),
          () => void Object.assign(inner, { [key]: value }),
        );
        visit(inner[key]!);
      }
      places.push(() => void Object.assign(inner, { stray: value }));
    }
  };
  visit(copy);
  if (places.length === 0) return value;
  places[at % places.length]!();
  return copy;
}

const anything = fc.constantFrom<Json>(null, true, 0, -1, 1.5, 2024, "", "a", "2023-02-29", "Not an id", [], {}, [1], {
  a: 1,
});

describe("shapes are judged as ajv judges them", () => {
  it.each(["comparison", "results", "study", ...recordTables])("%s, fitting and spoilt", (document) => {
    const valid = ajv.getSchema(`https://likewise.invalid/schemas/${document}.schema.json`)!;
    const disagreement = (data: Json) =>
      valid(data) === (checkShape(document, data).length === 0) ? null : JSON.stringify(data);
    fc.assert(
      fc.property(fitting(document, schemas[document] as Schema), fc.nat(), anything, (data, at, value) => {
        expect(checkShape(document, data)).toEqual([]);
        expect(disagreement(data)).toBeNull();
        expect(disagreement(spoilt(data, at, value))).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it("the sample plan, spoilt at every place in turn", () => {
    const valid = ajv.getSchema("https://likewise.invalid/schemas/study.schema.json")!;
    let refused = 0;
    for (const value of [null, 7, "x", [], {}]) {
      for (let at = 0; at < 400; at++) {
        const plan = spoilt(samplePlan() as unknown as Json, at, value);
        const problems = checkShape("study", plan);
        if (valid(plan) !== (problems.length === 0)) expect.fail(JSON.stringify({ plan, problems }));
        expect(() => validatePlan(plan)).not.toThrow();
        if (problems.length > 0) refused++;
      }
    }
    expect(refused).toBeGreaterThan(500);
  });
});

describe("results and comparisons", () => {
  it("are answered, never thrown", () => {
    for (const data of [null, [], "x", 3, {}, { kind: "likewise/results" }]) {
      expect("problems" in validateResults(data)).toBe(true);
      expect("problems" in validateComparison(data)).toBe(true);
    }
  });

  it("are the documents there are", () => {
    expect(() => checkShape("comparisons", {})).toThrow("document must be one of abuse, activities, allocations");
  });

  it("hold no number JSON cannot hold", () => {
    const problems = checkShape("comparison", {
      arms: { treated: Number.NaN, comparison: 3, labels: { treated: "a", comparison: "b" } },
    });
    expect(problems).toContainEqual({
      path: "arms.treated",
      message: "expected a number or keys and values, found NaN",
    });
  });
});

describe("the schemas", () => {
  const known = new Set(
    "$schema $id $defs title description examples x-likewise type enum const properties required additionalProperties items minItems maxItems minLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum".split(
      " ",
    ),
  );
  const strange: string[] = [];
  const visit = (place: string, schema: Schema): void => {
    const keywords = Object.keys(schema);
    if (schema.$ref !== undefined || schema.anyOf) {
      const beside = keywords.filter((keyword) => !["$ref", "anyOf", "description"].includes(keyword));
      if (beside.length > 0) strange.push(`${place}: ${beside} beside a reference or alternatives`);
    } else strange.push(...keywords.filter((keyword) => !known.has(keyword)).map((keyword) => `${place}: ${keyword}`));
    if (schema.format !== undefined && schema.format !== "date") strange.push(`${place}: format ${schema.format}`);
    for (const inner of [...Object.entries(schema.properties ?? {}), ...Object.entries(schema.$defs ?? {})]) {
      visit(`${place}.${inner[0]}`, inner[1]);
    }
    for (const inner of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]) {
      if (typeof inner === "object") visit(place, inner);
    }
  };

  it("use only the keywords the checks know", () => {
    for (const [name, schema] of Object.entries(schemas)) visit(name, schema as Schema);
    expect(strange).toEqual([]);
  });
});
