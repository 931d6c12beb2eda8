import { describeComparison, renderReport, withTexts } from "@likewise/report";
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
    const parts = [
      "implementation",
      "quality",
      "outcomes",
      "staff-views",
      "beneficiary-views",
      "stakeholder-views",
      "case-work",
    ];
    const places = [...ids, ...parts, "notes", "items", "sign", "refused", "numbers"].map((id) =>
      page.indexOf(`id="${id}"`),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("practice-B42: shows standardised differences and overlap before the effect, in the body and in the annexes", async () => {
    const results = withTexts(betterAndCausal());
    const page = await renderReport(results);
    const alike = visibleText(sectionOf(page, "quality"));
    expect(alike).toContain("Standardised differences in sum");
    expect(alike).toContain("Where the two groups overlap");
    const [alikeFirst, thenEffects] = [
      ['id="quality"', 'data-chart="balance"', 'data-chart="overlap"'],
      ['id="outcomes"', 'id="results"', 'data-chart="forest"'],
    ];
    const marks = [...alikeFirst!, ...thenEffects!, 'id="balance"', 'id="estimates"'];
    const places = marks.map((mark) => page.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    // What a person at the terminal reads of one comparison comes in the same order.
    const said = describeComparison(results.comparisons[0]!);
    expect(said.indexOf("Balance")).toBeGreaterThan(-1);
    expect(said.indexOf("Balance")).toBeLessThan(said.indexOf("Estimates"));
  });

  it("shows an empty part as empty, with what would fill it", async () => {
    const page = await pageOf(emptyParts());
    expect(visibleText(sectionOf(page, "staff-views"))).toContain("This report describes no interviews");
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
    expect(sectionOf(await pageOf(assigned(betterAndCausal(), "random")), "items")).toMatch(
      /CONSORT 2025(,| and) TIDieR/,
    );
    expect(sectionOf(await pageOf(assigned(worseNotCausal(), "selected")), "items")).toMatch(
      /TREND, STROBE(,| and) TIDieR/,
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

describe("a report of one type", () => {
  const types = {
    process: {
      name: "Process report",
      own: ["implementation", "staff-views", "case-work"],
      other: ["outcomes", "cost"],
    },
    impact: { name: "Impact report", own: ["outcomes", "quality", "evidence"], other: ["staff-views", "cost"] },
    economic: { name: "Economic report", own: ["cost", "implementation"], other: ["quality", "case-work"] },
  };

  it("practice-B49: has a section for each of the seven parts, an empty one too, and says how full each is", async () => {
    const page = await pageOf(emptyParts());
    const parts = ["theory", "implementation", "outcomes", "staff-views", "beneficiary-views", "stakeholder-views"];
    const meter = sectionOf(page, "complete");
    for (const part of [...parts, "case-work"]) {
      expect(sectionOf(page, part), part).toContain("</h2>");
      expect(meter).toContain(`href="#${part}"`);
    }
    expect(visibleText(sectionOf(page, "case-work"))).toContain("Not in this evaluation, and what would fill it");
  });

  it("practice-B56: is process, impact or economic: prints its own parts and names those left out", async () => {
    const whole = await pageOf(betterAndCausal());
    // Tables are counted through each report.
    const uncounted = (text: string) => text.replace(/"tables\/\d+-/g, '"tables/');
    const headings = (page: string) => [...page.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, text]) => text);
    for (const [type, { name, own, other }] of Object.entries(types)) {
      const results = betterAndCausal();
      const page = await pageOf({ ...results, options: { ...results.options, report: { type } } });
      expect(page).toContain(`– ${name}</title>`);
      for (const id of own) expect(uncounted(sectionOf(page, id)), id).toBe(uncounted(sectionOf(whole, id)));
      for (const id of other) expect(visibleText(sectionOf(page, id))).toContain(`Not part of a`);
      expect(headings(page)).toEqual(headings(whole));
      const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
      const links = [...page.matchAll(/<a [^>]*href="#([^"]*)"/g)].map(([, id]) => id!);
      expect(links.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});
