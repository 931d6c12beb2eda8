import { readFileSync } from "node:fs";
import { renderDashboard, renderReport } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const file = new URL("../../../reports/perpetrator-programme/out/results.json", import.meta.url);
const results: Results = JSON.parse(readFileSync(file, "utf8"));

/** Results one part of which cannot be read, as by a fault of ours. */
const spoilt = {
  ...results,
  get blocks(): Results["blocks"] {
    throw new Error("a fault & <b>more</b>");
  },
};

const pages = { dashboard: renderDashboard, report: renderReport };

describe.each(Object.entries(pages))("a section of the %s that cannot be made", (_, render) => {
  it("ends the page where nobody listens: what is published is whole", async () => {
    await expect(render(spoilt)).rejects.toThrow("a fault");
  }, 30_000);

  it("says so in its place where somebody does, and the rest is built", async () => {
    const failed: string[] = [];
    const page = await render(spoilt, (title) => failed.push(title));
    const whole = await render(results);
    expect(failed.length).toBeGreaterThan(0);
    expect(page.split("could not be made: Error: a fault &amp; &lt;b&gt;more&lt;/b&gt;")).toHaveLength(
      failed.length + 1,
    );
    const sections = (text: string) => text.match(/<section /g)!.length;
    expect(sections(page)).toBe(sections(whole));
    expect(page.trimEnd().endsWith("</html>")).toBe(true);
  }, 60_000);

  it("leaves a page without a fault as it is, byte for byte", async () => {
    expect(await render(results, () => {})).toBe(await render(results));
  }, 60_000);
});
