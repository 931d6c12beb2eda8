import { renderReport, warningTexts, withTexts } from "@likewise/report";
import { beforeAll, describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";
import { everyWarning } from "../fixtures/tables.ts";
import { fleschKincaidGrade } from "../readability.ts";
import { visibleText } from "./visible-text.ts";

describe("tables of the results on the report", () => {
  let page: string;
  beforeAll(async () => {
    page = await renderReport(withTexts(betterAndCausal()));
  });
  const section = (id: string) => page.split(`<section id="tables-${id}"`)[1]!.split("</section>")[0]!;

  it("stand under the question they answer, each once", () => {
    expect(section("selection")).toContain("Selection rate ratios by sex");
    expect(section("pathway")).toContain("How far people referred came");
    expect(section("waits")).toContain("of all who began to wait");
    expect(section("blocks")).toContain("if selection alone were at work");
    expect(section("run-chart")).toContain("People with an event by month");
    expect(page.match(/<caption>How far people referred came/g)).toHaveLength(1);
  });

  it("of requests, contacts and families of indicators stand with their questions, none under further tables", async () => {
    const study = betterAndCausal();
    const [some] = study.tables;
    const ids = ["requests-median", "requests-within-target", "partner-sharing", "contacts", "indicator-families"];
    const tables = ids.map((id) => ({ ...some!, id, title: `The table ${id}`, linked: [] }));
    const shown = await renderReport(withTexts({ ...study, tables }));
    const [partners, families] = ["partners", "families"].map((id) => shown.split(`<section id="tables-${id}"`)[1]!);
    expect(ids.slice(0, 4).filter((id) => partners!.includes(`<caption>The table ${id}`))).toEqual(ids.slice(0, 4));
    expect(families).toContain("<caption>The table indicator-families");
    expect(shown).not.toContain('id="tables-other"');
  });

  it("say their unit, definition and window in the caption", () => {
    expect(section("pathway")).toContain(
      "<caption>How far people referred came (people; definition furthest-step)</caption>",
    );
  });

  it("lay counts of two dimensions out crosswise, with [c] where withheld and [z] where there is no cell", () => {
    const rows = section("pathway").match(/<tr>.*?<\/tr>/gs)!;
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/Referred.*>12<.*>\[c\]</s);
    expect(rows[2]).toMatch(/Started.*>1,234<.*>\[z\]</s);
  });

  it("fold the long ones within their annex, and say how long they are", () => {
    const folds = (id: string) => [...section(id).matchAll(/<details><summary>([^<]*)/g)].map(([, summary]) => summary);
    expect(folds("run-chart")).toContainEqual(expect.stringMatching(/^People with an event by month.*: 12 rows$/));
    expect(folds("pathway")).toEqual(["Show this annex"]);
  });

  it("write a share in every 100, a ratio as one, and no interval where it is withheld", () => {
    expect(section("run-chart")).toMatch(/>6<.*>50<.*>12\.0</s);
    expect(section("selection")).toMatch(/>20<.*>100<.*>0\.50<.*>0\.32 to 0\.79</s);
    expect(section("run-chart")).toMatch(/2023-01.*?>\[c\]<.*?>50<.*?>\[c\]<.*?>\[c\]</s);
  });

  it("carry every warning of a before-and-after in words, with the stage it is about", () => {
    for (const { code } of everyWarning) expect(visibleText(section("blocks"))).toContain(warningTexts[code]);
    expect(section("blocks")).toContain("(Index date)");
  });

  it("are warned of in plain English: grade 9 at most", () => {
    expect(fleschKincaidGrade(Object.values(warningTexts).join(" "))).toBeLessThanOrEqual(9);
  });
});
