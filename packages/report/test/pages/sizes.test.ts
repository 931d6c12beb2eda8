import { existsSync, readdirSync, readFileSync } from "node:fs";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";

/** The studies in the repository, as a reader opens them. */
const reports = new URL("../../../../reports/", import.meta.url);
const shipped = readdirSync(reports).filter((name) => existsSync(new URL(`${name}/out/report.html`, reports)));
const read = (path: string) => readFileSync(new URL(path, reports), "utf8");

describe.each(shipped)("files of the shipped study %s", (name) => {
  it.each([
    ["dashboard", 600_000, 12],
    ["report", 1_500_000, 30],
  ] as const)(
    "the %s is within %i bytes for up to %i charts, a picture within 40 KB on average",
    (page, most, charts) => {
      const html = read(`${name}/out/${page}.html`);
      const pictures = [...html.matchAll(/<svg role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => Buffer.byteLength(svg));
      expect(pictures.length).toBeGreaterThan(0);
      // Every chart is there twice, for wide screens and for narrow ones.
      expect(pictures.length / 2).toBeLessThanOrEqual(charts);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(most);
      expect(pictures.reduce((total, size) => total + size, 0) / pictures.length).toBeLessThan(40_000);
    },
  );

  it("has every chart beside the pages as picture and as spec, which holds its data and its looks", () => {
    const files = readdirSync(new URL(`${name}/out/charts/`, reports));
    const ids = (ending: string) =>
      files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
    expect(ids(".vl.json").length).toBeGreaterThan(2);
    expect(ids(".svg")).toEqual(ids(".vl.json"));
    for (const id of ids(".vl.json")) {
      const spec = JSON.parse(read(`${name}/out/charts/${id}.vl.json`)) as TopLevelSpec;
      expect(spec.$schema, id).toBe("https://vega.github.io/schema/vega-lite/v6.json");
      expect(spec.config, id).toBeDefined();
      expect(JSON.stringify(spec), id).toContain('"values":');
      const { data } = compile(spec).spec;
      expect(
        data!.every((one) => !("url" in one)),
        id,
      ).toBe(true);
      expect(Buffer.byteLength(read(`${name}/out/charts/${id}.svg`)), id).toBeLessThan(80_000);
    }
  });
});
