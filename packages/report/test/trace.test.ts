import { catalogue, guardWordings, renderDashboard, renderReport, withTexts } from "@likewise/report";
import { type Results, resultAt } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { betterAndCausal, fixtures, worseNotCausal } from "./fixtures/studies.ts";
import { canonical } from "./trace/canonical.ts";
import { reviewedTexts } from "./trace/reviewed-texts.ts";
import { soundsLikeAFinding } from "./trace/sounds-like-a-finding.ts";
import { type TracedText, tracerOf } from "./trace/tracer-of.ts";
import { vocabularyOf, writtenTexts } from "./trace/vocabulary.ts";

const vocabulary = vocabularyOf(writtenTexts());
const pages = [
  ["dashboard", renderDashboard],
  ["report", renderReport],
] as const;
const untraced = (texts: readonly TracedText[]) =>
  texts.filter(({ origins }) => origins === null).map(({ text }) => text);
const claimsIn = (texts: readonly TracedText[]) =>
  texts.flatMap(({ origins }) => (origins ?? []).flatMap((origin) => (origin.kind === "claim" ? [origin] : [])));

describe.each(Object.entries(fixtures))("pages of a study: %s", (_, make) => {
  it.each(pages)(
    "every text of the %s comes from a claim, from a result or from a list, titles and names of pictures too",
    async (_name, render) => {
      const results = withTexts(make());
      const texts = tracerOf(results, vocabulary)(await render(results));
      expect(untraced(texts)).toEqual([]);
      for (const { rule, keys } of claimsIn(texts)) {
        expect(rule in catalogue || rule.startsWith("verdict-"), rule).toBe(true);
        for (const key of keys) expect(resultAt(results, key), key).toBeDefined();
      }
    },
  );
});

describe("findings", () => {
  it("stand on pages as rules of the catalogue with the keys of their results", async () => {
    for (const results of [withTexts(betterAndCausal()), withTexts(worseNotCausal())]) {
      const found = claimsIn(tracerOf(results, vocabulary)(await renderReport(results)));
      const [claim] = results.comparisons[0]!.claims;
      const said = [...claim!.can, ...claim!.cannot, ...claim!.caveats].map(({ rule }) => rule);
      expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([...said, ...found.map(({ rule }) => rule)]));
      for (const rule of said) expect(found.map((origin) => origin.rule)).toContain(rule);
    }
  });

  it("are titles of pictures only as a claim's headline", async () => {
    const results = withTexts(betterAndCausal());
    const texts = tracerOf(results, vocabulary)(await renderDashboard(results));
    const [named] = texts.filter(({ isPicture }) => isPicture);
    expect(claimsIn([named!]).map(({ rule }) => rule)).toContain("headline-lower");
  });
});

describe("a sentence typed in by hand", () => {
  const planted = [
    "The programme works.",
    "Reoffending fell by 12 in every 100 people.",
    "People referred did better than the comparison group.",
    "The programme reduced recorded reoffending within 12 months.",
    "Recorded reoffending within 12 months was higher among people referred.",
    "There is evidence that, in every 100 people, the programme lowers the number with recorded reoffending within 12 months by between 5.0 and 20.0.",
    "10.0 fewer people reoffended, so 3 in 10 crimes were prevented.",
    "Victim-survivors are safer because of the programme.",
    "A success for people referred.",
  ];

  const results = withTexts(betterAndCausal());
  const trace = tracerOf(results, vocabulary);
  let page: string;
  beforeAll(async () => {
    page = await renderDashboard(results);
  });

  it.each(planted)("is caught on a page as text, as a title and in the name of a picture: %s", (sentence) => {
    const places: ((page: string) => string)[] = [
      (text) => text.replace("</figcaption>", `</figcaption><p>${sentence}</p>`),
      (text) => text.replace(/<figcaption>[^<]*/, `<figcaption>${sentence}`),
      (text) => text.replace(/aria-label="[^"]*" (?=class|width|viewBox|xmlns|version)/, `aria-label="${sentence}" `),
      (text) => text.replace(/<li>(?=There is evidence|That the programme)/, `<li>${sentence} `),
    ];
    for (const plant of places) {
      const changed = plant(page);
      expect(changed).not.toBe(page);
      expect(untraced(trace(changed)).length, String(plant)).toBeGreaterThan(0);
    }
  });

  it("is caught when a true claim's number is changed", () => {
    const changed = page.replaceAll("by between 3.1 and 16.9", "by between 3.1 and 18.9");
    expect(changed).not.toBe(page);
    expect(untraced(trace(changed)).join()).toContain("18.9");
  });

  it("is caught in the code of the pages, where it would come to every page", () => {
    for (const sentence of planted) expect(soundsLikeAFinding(sentence), sentence).toBe(true);
    const texts = [...writtenTexts(), { file: "dashboard/answers.ts", text: "The programme works well." }];
    expect(unreviewed(texts)).toEqual(["The programme works well."]);
  });

  it("does not pass for the words of another verdict", async () => {
    const worse: Results = withTexts(worseNotCausal());
    const changed = (await renderDashboard(worse)).replaceAll(
      "Worse than the comparison group",
      "Better than the comparison group",
    );
    expect(untraced(tracerOf(worse, vocabulary)(changed))).toContain("Better than the comparison group");
  });
});

describe("texts written in the code of the pages", () => {
  it("sound like a finding only where somebody has reviewed them: questions, names, and how to read a picture", () => {
    expect(unreviewed(writtenTexts())).toEqual([]);
  });

  it("are not reviewed for nothing: each is still written", () => {
    const written = new Set(writtenTexts().map(({ text }) => shown(text)));
    expect(reviewedTexts.filter((text) => !written.has(text))).toEqual([]);
  });

  it("leave sentences of claims and guards to the catalogue", () => {
    expect(Object.keys(catalogue).length).toBeGreaterThan(50);
    for (const { because, explanation } of Object.values(guardWordings))
      for (const text of [because, explanation]) expect(vocabulary.fixed.has(canonical(text)), text).toBe(false);
  });
});

function unreviewed(texts: ReturnType<typeof writtenTexts>): string[] {
  const ofGuards = new Set(Object.values(guardWordings).flatMap((wording) => Object.values(wording)));
  const found = texts.map(({ text }) => shown(text)).filter((text) => soundsLikeAFinding(text) && !ofGuards.has(text));
  return [...new Set(found)].filter((text) => !reviewedTexts.includes(text));
}

/** As the list writes it: a dot where a value goes. */
function shown(text: string): string {
  return text.replaceAll("\u0001", "◦").trim();
}
