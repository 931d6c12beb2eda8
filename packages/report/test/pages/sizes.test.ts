import { existsSync, readdirSync, readFileSync } from "node:fs";
import { charts, renderDashboard, renderReport, withTexts } from "@likewise/report";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";

/** The studies in the repository, as a reader opens them. */
const reports = new URL("../../../../reports/", import.meta.url);
const shipped = readdirSync(reports).filter((name) => existsSync(new URL(`${name}/out/report.html`, reports)));
const read = (path: string) => readFileSync(new URL(path, reports), "utf8");

describe("pages with every chart there is", () => {
  const results = withTexts(betterAndCausal());
  const picturesOf = (html: string) => [...html.matchAll(/<svg role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);

  it("stay within their bytes with thirty charts in the report and twelve in the dashboard", async () => {
    const [dashboard, report] = [await renderDashboard(results), await renderReport(results)];
    const drawn = (html: string) => new Set([...html.matchAll(/<figure data-chart="([^"]*)"/g)].map(([, id]) => id));
    expect([...drawn(report)].sort()).toEqual(charts.map(({ id }) => id).sort());
    expect(drawn(dashboard).size).toBeGreaterThanOrEqual(12);
    expect(Buffer.byteLength(dashboard)).toBeLessThanOrEqual(600_000);
    // The registry has fewer than thirty: room for the others, each at both widths as large as a chart is on average.
    const sizes = picturesOf(report).map((svg) => Buffer.byteLength(svg));
    const average = sizes.reduce((total, size) => total + size, 0) / sizes.length;
    expect(average).toBeLessThan(40_000);
    const others = Math.max(0, 30 - drawn(report).size);
    expect(Buffer.byteLength(report) + others * 2 * average).toBeLessThanOrEqual(1_500_000);
  });
});

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
