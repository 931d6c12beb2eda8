import { renderReport, withTexts } from "@likewise/report";
import { listKeys, type Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { betterAndCausal, emptyParts, noClearDifference, worseNotCausal } from "../fixtures/studies.ts";
import { visibleText } from "./visible-text.ts";

const sectionOf = (page: string, id: string) => page.split(`<section id="${id}"`)[1]?.split("</section>")[0] ?? "";
const pageOf = (results: Results) => renderReport(withTexts(results));

describe("the outcome report", () => {
  it("reads in the order of a Justice Data Lab report, then the seven parts, then annexes", async () => {
    const page = await pageOf(betterAndCausal());
    const ids = ["summary", "programme", "analysed", "typical", "show", "complete", "response", "theory"];
    const parts = ["implementation", "outcomes", "staff-views", "beneficiary-views", "stakeholder-views", "case-work"];
    const places = [...ids, ...parts, "quality", "notes", "items", "sign", "refused", "numbers"].map((id) =>
      page.indexOf(`id="${id}"`),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("shows an empty part as empty, with what would fill it", async () => {
    const page = await pageOf(emptyParts());
    expect(visibleText(sectionOf(page, "staff-views"))).toContain("Bring coded themes in the table interviews");
    expect(visibleText(sectionOf(page, "complete"))).toMatch(/\d+ of the \d+ things they should hold are there/);
  });

  it("prints each caveat once, however many claims need it", async () => {
    const results = withTexts(noClearDifference());
    const notes = visibleText(sectionOf(await renderReport(results), "notes"));
    const texts = new Set(
      results.comparisons.flatMap(({ claims }) => claims.flatMap((one) => one.caveats.map(({ text }) => text!))),
    );
    for (const text of texts) expect(notes.split(text).length - 1, text).toBeGreaterThanOrEqual(1);
    expect(notes.match(/The interval covers chance only/g) ?? []).toHaveLength(
      [...texts].some((text) => text.includes("The interval covers chance only")) ? 1 : 0,
    );
  });

  it("is held to CONSORT where chance gave places, and to TREND where it did not", async () => {
    const assigned = (results: Results, assignment: string) => ({
      ...results,
      comparisons: results.comparisons.map((one) => ({ ...one, design: { ...one.design, assignment } })),
    });
    expect(sectionOf(await pageOf(assigned(betterAndCausal(), "random")), "items")).toContain(
      "CONSORT 2025 and TIDieR",
    );
    expect(sectionOf(await pageOf(assigned(worseNotCausal(), "selected")), "items")).toContain(
      "TREND, STROBE and TIDieR",
    );
  });

  it("prints the provider’s words and who signs, and leaves blank what the plan leaves out", async () => {
    const results = betterAndCausal();
    const report = {
      response: { text: "We thank the people who took part.", by: "Head of service", on: "2025-03-01" },
      signOff: [{ role: "Lead evaluator", approved: "This report" }],
    };
    const page = await pageOf({ ...results, options: { ...results.options, report } });
    expect(visibleText(sectionOf(page, "response"))).toContain(
      "We thank the people who took part. Head of service, 1 March 2025.",
    );
    expect(sectionOf(page, "sign")).toContain(
      '<th scope="row">Lead evaluator</th><td></td><td>This report</td><td></td><td></td>',
    );
  });

  it("lists every number of its estimates and tables under the parts of its key", async () => {
    const results = withTexts(betterAndCausal());
    const list = sectionOf(await renderReport(results), "numbers");
    for (const key of listKeys({ comparisons: results.comparisons, tables: results.tables })) {
      const [head, line] = [key.split("/").slice(0, 3).join("/"), key.split("/")[3]];
      const block = list.split(`<h3>${head.replaceAll("&", "&amp;")}</h3>`)[1];
      expect(block ?? list.includes(key.split("/").slice(0, 2).join("/")), key).toBeTruthy();
      if (block !== undefined && line !== undefined) expect(list, key).toContain(line.split("&")[0]);
    }
  });
});
