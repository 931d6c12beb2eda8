import { catalogue, guardWordings, renderDashboard, withTexts } from "@likewise/report";
import { describe, expect, it } from "vitest";
import { emptyParts, fixtures } from "../fixtures/studies.ts";
import { fleschKincaidGrade, syllablesIn } from "../readability.ts";
import { visibleText } from "./visible-text.ts";

describe("the reading grade", () => {
  it.each([
    ["cat", 1],
    ["people", 2],
    ["made", 1],
    ["changes", 2],
    ["changed", 1],
    ["wanted", 2],
    ["difference", 3],
    ["programme", 2],
    ["comparison", 4],
    ["the", 1],
    ["victim-survivors", 5],
    ["2024", 1],
  ])("counts the syllables of %s as %d", (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });

  // Published: "The cat sat on the mat." scores −1.45, and the sentence on the Australian
  // platypus (13 words of 26 syllables) 13.1 (Wikipedia, "Flesch–Kincaid readability tests").
  it("agrees with the published examples", () => {
    expect(fleschKincaidGrade("The cat sat on the mat.")).toBeCloseTo(-1.45, 2);
    const platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
    expect(fleschKincaidGrade(platypus)).toBeCloseTo(13.08, 2);
  });
});

describe("plain English", () => {
  /** Sentences with the placeholders filled by short words, since labels are the author's. */
  const sentences = Object.values(catalogue)
    .map((template) =>
      template.replace(/\{(\w+)(?::\w+)?\}/g, (_, name) => (/^(low|high|range|between)$/.test(name) ? "5" : "it")),
    )
    .map((text) => (/[.?!]$/.test(text) ? text : `${text}.`));

  it("is the language of the catalogue: grade 9 at most", () => {
    expect(fleschKincaidGrade(sentences.join(" "))).toBeLessThanOrEqual(9);
  });

  it.each(["because", "explanation", "whatToDo"] as const)("is how guards tell their %s: grade 8 at most", (part) => {
    const texts = Object.values(guardWordings).map((wording) => wording[part].replace(/[.]?$/, "."));
    expect(fleschKincaidGrade(texts.join(" "))).toBeLessThanOrEqual(8);
  });

  it("is the language of the dashboard's own words: grade 7 at most", async () => {
    const text = visibleText(await renderDashboard(withTexts(emptyParts())));
    expect(fleschKincaidGrade(text)).toBeLessThanOrEqual(7);
  });

  it("is the language of every dashboard: grade 7 at most", async () => {
    for (const make of Object.values(fixtures)) {
      const text = visibleText(await renderDashboard(withTexts(make())));
      expect(fleschKincaidGrade(text)).toBeLessThanOrEqual(7);
    }
  });
});
