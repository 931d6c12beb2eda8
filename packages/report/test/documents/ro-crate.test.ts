import { roCrate, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { betterAndCausal, fixtures } from "../fixtures/studies.ts";

type Entity = Readonly<Record<string, unknown>> & { readonly "@id": string; readonly "@type": string };

const files = ["results.json", "report.html", "tables/001-a-b.csv", "charts/arms.vl.json", "report.docx"].map(
  (path, at) => ({
    path,
    bytes: 100 + at,
    sha256: String(at).repeat(64),
  }),
);

const graphOf = (crate: ReturnType<typeof roCrate>) => crate["@graph"] as readonly Entity[];

// Rules of https://www.researchobject.org/ro-crate/specification/1.1/: root data entity, metadata descriptor, data entities, flat JSON-LD.
describe.each(Object.entries(fixtures))("RO-Crate metadata of a study: %s", (_, make) => {
  const results = withTexts(make());
  const graph = graphOf(roCrate(results, files));
  const byId = new Map(graph.map((entity) => [entity["@id"], entity]));

  it("describes itself and has one root, with name, description, licence and parts", () => {
    expect(byId.get("ro-crate-metadata.json")).toMatchObject({
      "@type": "CreativeWork",
      conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
      about: { "@id": "./" },
    });
    const root = byId.get("./")!;
    expect(root["@type"]).toBe("Dataset");
    for (const property of ["name", "description", "license", "hasPart"]) expect(root[property], property).toBeTruthy();
    expect(root.datePublished ?? null).toBe(results.study.asAt ?? null);
  });

  it("is flat: every entity once, with a type, and every reference to one that is there or to a web address", () => {
    expect(byId.size).toBe(graph.length);
    for (const entity of graph) {
      expect(entity["@type"], entity["@id"]).toBeTruthy();
      for (const value of Object.values(entity).flat()) {
        if (value === null || typeof value !== "object") continue;
        expect(Object.keys(value)).toEqual(["@id"]);
        const id = (value as Entity)["@id"];
        if (!id.startsWith("https://w3id.org/")) expect(byId.has(id), id).toBe(true);
      }
    }
  });

  it("lists every file with size, hash and format, and every input by its hash", () => {
    for (const { path, bytes, sha256 } of files)
      expect(byId.get(path)).toMatchObject({ "@type": "File", contentSize: String(bytes), sha256 });
    const parts = (byId.get("./")!.hasPart as readonly Entity[]).map((part) => part["@id"]);
    expect(parts).toEqual([...files.map(({ path }) => path), "manifest.json"]);
    for (const { sha256 } of results.provenance.inputs)
      expect(graph.filter((entity) => entity.sha256 === sha256).map((entity) => entity["@type"])).toContain(
        "CreativeWork",
      );
  });

  it("holds no clock time", () => {
    expect(JSON.stringify(graph)).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });
});

describe("a file name somebody chose", () => {
  it("is written as an address that leads nowhere else", () => {
    const graph = graphOf(roCrate(withTexts(betterAndCausal()), [{ path: "a b/ü?.csv", bytes: 1, sha256: "0" }]));
    expect(graph.map((entity) => entity["@id"])).toContain("a%20b/%C3%BC%3F.csv");
  });
});
