import { renderCard, renderDashboard, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { withPractice } from "../fixtures/practice.ts";
import { betterAndCausal } from "../fixtures/studies.ts";
import { tracerOf } from "../trace/tracer-of.ts";
import { vocabularyOf, writtenTexts } from "../trace/vocabulary.ts";

const compared = withTexts(withPractice(betterAndCausal()));
const uncompared: Results = withTexts(
  withPractice({ ...betterAndCausal(), comparisons: [], claims: [], guards: [], theory: null }),
);
const textOf = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

describe("the card of a practice", () => {
  it("practice-A1: prints the record, the level worked out, what would raise it, and that no quantified outcome was found", () => {
    const card = textOf(renderCard(uncompared)!);
    for (const part of ["Prevention", "People who broke no law", "police; health", "August 2021"])
      expect(card).toContain(part);
    expect(card).toContain("No quantified outcome found.");
    expect(card).toContain("Not placed on the scale");
    // A word of the record stays the record's: it is no level, and says who said it.
    expect(card).toContain("“Promising”, said by a national library of practices");
    expect(card).toContain("They are not a grade");
    expect(card).toContain("The record does not say: topics, region, scale, stage");
    expect(card).toContain("counted beside similar people without it");
  });

  it("practice-C1: gives the level and the headline where people were compared, whatever the record claims", () => {
    const card = textOf(renderCard(compared)!);
    expect(card).toContain("Level 3 of 5");
    expect(card).toContain("Better than the comparison group");
    expect(card).not.toContain("No quantified outcome");
    expect(card).toContain("say how many people were lost from each group");
  });

  it("is not made without a record", () => {
    expect(renderCard(withTexts(betterAndCausal()))).toBeNull();
  });
});

describe("pages of a practice", () => {
  it("come from claims, results and lists alone: the card", () => {
    const trace = tracerOf(compared, vocabularyOf(writtenTexts()));
    const untraced = trace(renderCard(compared)!).filter(({ origins }) => origins === null);
    expect(untraced.map(({ text }) => text)).toEqual([]);
  });

  it("state gaps, what unlike rates need, and how a rise reads with what would speak against it", async () => {
    for (const page of [await renderReport(compared), await renderDashboard(compared)].map(textOf)) {
      expect(page).toContain("No evidence given here is about these people: People who broke no law.");
      expect(page).toContain("No evidence is given for this part of the programme: Aftercare.");
      expect(page).toContain("What would make it possible: a rate over a lifetime");
      expect(page).toContain("It counts only what people chose to tell");
      expect(page).toContain("consistent with disclosure");
      expect(page).toContain("What would speak against that reading");
    }
  });
});
