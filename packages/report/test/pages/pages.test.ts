import { chartSpecs, escapeText, html, renderDashboard, renderReport, renderSvg, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { validateResults } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { hostile, payloads } from "../fixtures/hostile.ts";
import {
  betterAndCausal,
  cannotSay,
  continuousOutcome,
  emptyParts,
  fixtures,
  noClearDifference,
  withheldNumbers,
  worseNotCausal,
} from "../fixtures/studies.ts";
import { visibleText } from "./visible-text.ts";

const pages = [
  ["dashboard", renderDashboard],
  ["report", renderReport],
] as const;
const cases = Object.entries(fixtures).flatMap(([name, make]) =>
  pages.map(([page, render]) => ({ name, page, make, render })),
);

describe.each(cases)("the $page of $name", ({ make, render }) => {
  let page: string;
  beforeAll(async () => {
    page = await render(withTexts(make()));
  });

  it("is one document that runs nothing and fetches nothing, with unique ids that every link finds", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en-GB">')).toBe(true);
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<img|@import|javascript:/i);
    expect(page.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:|url\(/);
    expect(page).toContain("default-src 'none'");
    const ids = [...page.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it("is the same text twice, and holds no hole", async () => {
    expect(await render(withTexts(make()))).toBe(page);
    expect(page).not.toMatch(/undefined|\[object|NaN|>null</);
  });

  it("says that it is synthetic, on screen and in the margin of every printed page", () => {
    expect(page).toMatch(/<p class="marking">Synthetic data: invented people, no real service\./);
    expect(page).toMatch(/@bottom-left\{content:"Synthetic data\\3a {2}invented people\\2c {2}no real service/);
  });

  it("has one h1 and headings that skip no level", () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      if (index > 0) expect(level - levels[index - 1]!).toBeLessThanOrEqual(1);
    });
  });
});

describe("the fixtures", () => {
  it.each(Object.entries(fixtures))("are results as the schema has them: %s", (_, make) => {
    expect(validateResults(make())).not.toHaveProperty("problems");
  });
});

describe("the first screen", () => {
  /** What stands before the contents. */
  async function firstScreen(results: Results): Promise<string> {
    const page = await renderDashboard(withTexts(results));
    return visibleText(page.slice(0, page.indexOf('<nav aria-label="On this page">')));
  }

  it("answers every question in order, or says that it is not measured", async () => {
    const questions = [
      "Are victim-survivors and children safer, and by whose account?",
      "Was everyone at risk offered support?",
      "Did it work?",
      "How sure can we be?",
      "Who was reached?",
      "What does it cost, and who gains?",
    ];
    for (const make of Object.values(fixtures)) {
      const results = make();
      const text = await firstScreen(results);
      const places = questions.map((question) => text.indexOf(question));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const unmeasured = "What does it cost, and who gains? Not measured.";
      expect(text.includes(unmeasured)).toBe(results.economics === null);
    }
    expect(await firstScreen(emptyParts())).toMatch(
      /by whose account\? Not measured\..*offered support\? Not measured\./,
    );
  });

  it("holds verdict, interval, level with the name of its scale, and how many of how many were analysed", async () => {
    const text = await firstScreen(betterAndCausal());
    expect(text).toContain("Better than the comparison group");
    expect(text).toContain("Recorded reoffending within 12 months was lower among people referred");
    expect(text).toContain("by between 3.1 and 16.9");
    expect(text).toContain("Level 3 of 5");
    expect(text).toContain("Maryland scale (What Works Centre edition)");
    expect(text).toContain("300 analysed of 640 referred");
    expect(text).toContain("By victim-survivors’ own account (51 of 60 before, 24 of 60 after; not known for 9)");
    expect(text).toContain("57 of 60 linked victim-survivors were offered support");
  });

  it("says beside a verdict that the adjusted interval includes no difference, that a test disagrees, that the primary was set by default", async () => {
    const text = await firstScreen(betterAndCausal());
    expect(text).toContain("Adjusted for what was measured, the interval includes no difference: 9.0 fewer");
    expect(text).toContain("(log-rank) gives p = 0.0501, which is not below 0.05");
    expect(text).toContain("was set by default and not fixed by the plan in advance");
  });

  it("gives each of the four verdicts the same place, size and mark", async () => {
    const shape = async (results: Results) => {
      const page = await renderDashboard(withTexts(results));
      const main = page.slice(page.indexOf('<li class="main">'));
      return main
        .slice(0, main.indexOf('<p class="answer">') + '<p class="answer">'.length)
        .replace(/<path[^>]*>|<circle[^>]*>/g, "")
        .replace(/<span>[^<]*<\/span>/, "<span/>");
    };
    const [first, ...others] = await Promise.all(
      [betterAndCausal(), worseNotCausal(), noClearDifference(), cannotSay()].map(shape),
    );
    expect(first).toContain('<p class="verdict">');
    for (const other of others) expect(other).toBe(first);
  });

  it("never lets a difference that is not causal stand without saying so", async () => {
    const text = await firstScreen(worseNotCausal());
    expect(text).toContain("Worse than the comparison group");
    expect(text).toContain("This does not show: That the programme caused the difference, because");
    expect(text).not.toMatch(/There is evidence/);
  });

  it("says why nothing can be said", async () => {
    const text = await firstScreen(cannotSay());
    expect(text).toContain("these data cannot say what difference the programme made");
    expect(text).toContain("because those who finished are compared with those who dropped out");
  });

  it("never lets another account stand in for that of victim-survivors", async () => {
    const results = betterAndCausal();
    const safety = results.safety
      .filter(({ reporter }) => reporter === "victim-survivor")
      .map((item) => ({ ...item, id: item.id.replace("victim-survivor", "perpetrator"), reporter: "perpetrator" }));
    const text = await firstScreen({ ...results, safety });
    expect(text).toContain("by whose account? Not measured. These data hold no account of what victim-survivors");
    expect(text).toContain(
      "By perpetrators’ own account, which may differ from theirs: abuse of any kind, 85.0 in every",
    );
  });

  it("writes a withheld number as withheld", async () => {
    const text = await firstScreen(withheldNumbers());
    expect(text).toContain("A withheld number of 60 linked victim-survivors were offered support");
    expect(text).toContain("a number this rests on is withheld");
  });
});

describe("the report", () => {
  it.each(Object.entries(fixtures))("holds every sentence of every claim, caveats too: %s", async (_, make) => {
    const results = withTexts(make());
    const text = visibleText(await renderReport(results));
    const said = results.comparisons.flatMap(({ claims }) =>
      claims.flatMap((claim) => [...claim.can, ...claim.cannot, ...claim.caveats]),
    );
    for (const one of said) expect(text, one.rule).toContain(one.text);
  });
});

describe("both pages", () => {
  it("leave no other outcome or comparison out: every sentence of it in the report, its numbers and verdict in the dashboard", async () => {
    const results = withTexts(noClearDifference());
    const [dashboard, report] = await Promise.all(pages.map(([, render]) => render(results)));
    const text = visibleText(report!);
    for (const { claims } of results.comparisons)
      for (const claim of claims)
        for (const one of [...claim.can, ...claim.cannot]) expect(text).toContain(one.text!.slice(0, 60));
    for (const page of [dashboard, report]) expect(page).toContain("areas with the service against areas without");
    const row = /<tr><th scope="row">Arrest within 12 months<\/th>.*?<\/tr>/.exec(dashboard!)![0];
    for (const cell of ["10.0", "0.0 (−11.0 to 11.0)", "No clear difference"]) expect(row).toContain(`>${cell}</td>`);
  });

  it("show the account of rows and every refusal with what would unlock it", async () => {
    for (const [, render] of pages) {
      const page = await render(withTexts(betterAndCausal()));
      for (const cell of ["26,018", "26,000", "7,147", "Fewer than 30 people in a group", "More people in each group"])
        expect(page).toContain(cell);
    }
  });

  it("name the outcome before each finding of the summary", async () => {
    const results = withTexts(noClearDifference());
    const summary = (await renderReport(results)).split('id="summary"')[1]!.split("</section>")[0]!;
    for (const { outcome, verdict } of results.comparisons[0]!.claims) {
      const label = results.study.outcomes.find(({ id }) => id === outcome)!.label;
      if (verdict !== "cannot-say") expect(summary.toLowerCase()).toContain(`<b>${label.toLowerCase()}:</b>`);
    }
  });

  it("call what was refused by the names of the plan, half-years by their months", async () => {
    const plain = betterAndCausal();
    const { id, label } = plain.study.outcomes[0]!;
    const { treated } = plain.comparisons[0]!.arms.labels;
    const refused = [
      `One reoffending rate of everyone: ${id}`,
      `${id}:riskDifference:matched`,
      "interval of the ratio of count: index, treated, block-1 to block+2",
      "Kappa of panel-provider",
    ].map((what) => ({ ...plain.refusals[0]!, what }));
    const page = await renderReport(withTexts({ ...plain, refusals: refused }));
    for (const name of [
      `One reoffending rate of everyone: ${label}`,
      `${label}, risk difference among matched people`.replace(/^./, (first) => first.toUpperCase()),
      `Interval of the ratio of count: index date, ${treated}, 0 to 6 months before to 6 to 12 months after`,
      "Kappa of panel provider",
    ])
      expect(page).toContain(name);
  });

  it("mark the working edition", async () => {
    for (const [, render] of pages)
      expect(await render(withTexts(emptyParts()))).toContain("Working edition: exact numbers, not for release");
    expect(await renderReport(withTexts(continuousOutcome()))).not.toContain("Working edition");
  });

  it("note that rounded numbers may not add up only where they do not", async () => {
    const note = "The difference is worked out before rounding";
    expect(await renderReport(withTexts(betterAndCausal()))).not.toContain(note);
    const results = betterAndCausal();
    const [first, ...rest] = results.comparisons[0]!.estimates;
    // 22.2 less 30.6 is −8.4, yet 48/216 less 66/216 rounds to −8.3.
    const odd = {
      ...first!,
      estimate: 48 / 216 - 66 / 216,
      treated: { n: 216, events: 48, value: 48 / 216 },
      comparison: { n: 216, events: 66, value: 66 / 216 },
    };
    const comparisons = [{ ...results.comparisons[0]!, estimates: [odd, ...rest] }];
    expect(await renderReport(withTexts({ ...results, comparisons }))).toContain(note);
  });

  it("stay small: a dashboard under 600 KB, a report under 1.5 MB", async () => {
    for (const make of Object.values(fixtures)) {
      const results = withTexts(make());
      expect(Buffer.byteLength(await renderDashboard(results))).toBeLessThan(600_000);
      expect(Buffer.byteLength(await renderReport(results))).toBeLessThan(1_500_000);
    }
  });
});

describe("names somebody meant to run", () => {
  const tags =
    "a blockquote body br caption circle code dd defs details div dl dt figcaption figure footer g h1 h2 h3 h4 h5 head header html li line main meta nav ol p path rect section span style summary svg table tbody td text th thead title tr tspan ul b !doctype".split(
      " ",
    );

  it("are at least 40, and more than that many texts of a fixture hold one", () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(40);
    let texts = 0;
    betterAndCausal((plain) => {
      texts += 1;
      return plain;
    });
    expect(texts).toBeGreaterThan(40);
  });

  it.each(Object.keys(fixtures))("become text and nothing else: %s", async (name) => {
    for (const first of [0, 23]) {
      const results = withTexts(hostile(name, first));
      for (const [, render] of pages) {
        const page = (await render(results)).replace(/<style>[^<]*<\/style>/, "");
        for (const [tag, tagName, attributes] of page.matchAll(/<\/?([^\s/>]+)((?:[^>"]|"[^"]*")*)>/g)) {
          expect(tags, tag).toContain(tagName);
          expect(attributes!.replace(/"[^"]*"/g, ""), tag).not.toMatch(/\bon\w+|\bsrc|\bsrcdoc|\bformaction/i);
          for (const [, style] of attributes!.matchAll(/ style="([^"]*)"/g))
            expect(style).toMatch(/^(?:(?:^|;)--c\d+:'(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*')+$/);
          for (const [, target] of attributes!.matchAll(/ href="([^"]*)"/g))
            expect(target).toMatch(/^(#[a-z-]+|tables\/[a-z0-9-]+\.csv)$/);
        }
      }
    }
  });

  it("cannot leave the style sheet", async () => {
    const styleOf = (page: string) => /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    const plain = styleOf(await renderDashboard(withTexts(emptyParts())));
    for (let first = 0; first < payloads.length; first += 1) {
      const page = await renderDashboard(withTexts(hostile("empty parts", first)));
      const style = styleOf(page);
      expect(style.slice(0, style.indexOf("@page"))).toBe(plain.slice(0, plain.indexOf("@page")));
      const margins = style.slice(style.indexOf("@page"));
      expect(margins.match(/"/g)).toHaveLength(8);
      expect(margins.replace(/"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"/g, '""')).toBe(
        '@page{size:A4;margin:16mm 16mm 17mm;@top-left{content:"";font:8.5pt Arial,Helvetica,sans-serif;width:75%}@top-right{content:"" counter(page) "" counter(pages);font:8.5pt Arial,Helvetica,sans-serif;width:25%}@bottom-left{content:"";font:bold 8.5pt Arial,Helvetica,sans-serif;width:100%}}',
      );
    }
  });

  it("stay what they are in the specs beside the page", async () => {
    for (const { id, spec } of chartSpecs(withTexts(hostile("better, causal", 5)))) {
      expect(await renderSvg(spec, id)).not.toMatch(/<(script|img|iframe|use|image|a)\b/);
    }
  });
});

describe("html", () => {
  it("escapes every value and keeps what it made itself", () => {
    const name = `<b a="1" c='2'>&`;
    expect(html`<i>${name}</i>${html`<u>${1}</u>`}${[null, false, undefined, "x"]}`.html).toBe(
      "<i>&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</i><u>1</u>x",
    );
    expect(escapeText(name)).toBe("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
  });

  it("does not take an object for markup, whatever it holds", () => {
    const forged = JSON.parse('{"html":"<script>1</script>"}') as never;
    expect(() => html`${forged}`).toThrow("html: part must be text, a number or made by html, got an object");
  });
});
