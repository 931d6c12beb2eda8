import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fontFiles, renderDashboard, renderDocuments, renderReport, withTexts } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { betterAndCausal } from "../fixtures/studies.ts";
import { derivedNumbers } from "../trace/derived-numbers.ts";
import { numberTracer, type TracedNumber } from "../trace/number-tracer.ts";
import { pageNumbers } from "../trace/page-numbers.ts";
import { reviewedNumbers } from "../trace/reviewed-numbers.ts";
import { shiftedResults } from "../trace/shifted-results.ts";
import { documentTexts } from "./document-texts.ts";
import { partsOf } from "./read-documents.ts";

const shipped = fileURLToPath(new URL("../../../../reports/perpetrator-programme/out/results.json", import.meta.url));

const studies: readonly (readonly [string, () => Results])[] = [
  ["a fixture with every part", () => betterAndCausal()],
  ["the largest shipped study", () => JSON.parse(readFileSync(shipped, "utf8"))],
];

const pages = { dashboard: renderDashboard, report: renderReport } as const;
type Page = keyof typeof pages;

describe.each(studies.filter(([name]) => !name.includes("shipped") || existsSync(shipped)))(
  "numbers of %s",
  (_, make) => {
    let results: Results;
    let trace: ReturnType<typeof numberTracer>;
    const rendered = {} as Record<Page, string[]>;
    const found = {} as Record<Page, TracedNumber[]>;

    beforeAll(async () => {
      results = withTexts(make());
      // The same results again with every number changed: what is printed of them must change with them.
      const documents = [results, ...[1, 2, 3].map((round) => withTexts(shiftedResults(results, round)))];
      trace = numberTracer(documents, derivedNumbers, reviewedNumbers);
      for (const page of Object.keys(pages) as Page[]) {
        rendered[page] = [];
        for (const document of documents) rendered[page].push(await pages[page](document));
        found[page] = trace(rendered[page].map(pageNumbers));
      }
    }, 120_000);

    it.each(Object.keys(pages) as Page[])(
      "each stand under a key of results.json: tables, prose, pictures and names of the %s",
      (page) => {
        expect(strays(found[page])).toEqual([]);
        for (const kind of ["cell", "prose", "picture", "name"] as const)
          expect(
            found[page].filter(({ place, origin }) => place.kind === kind && origin === "number").length,
            kind,
          ).toBeGreaterThan(30);
      },
    );

    it("stand in Word, ODS and XLSX only as the report has them", async () => {
      const files = await renderDocuments(results, fontFiles());
      const known = new Set(found.report.map(({ place }) => place.text));
      const whole = [...known].join("\n");
      const reviewed = (text: string) =>
        reviewedNumbers.reduce((left, expression) => left.replace(expression, ""), text);
      // A term stands before its meaning in one paragraph, and tables and figures are numbered from the first to the last.
      const isKnown = (part: string) =>
        !/\d/.test(reviewed(part)) || known.has(part) || (/[a-z]{3}/i.test(part) && whole.includes(part));
      for (const path of ["report.docx", "tables.ods", "tables.xlsx"]) {
        const texts = documentTexts(partsOf(files[path] as Uint8Array), path);
        expect(texts.length, path).toBeGreaterThan(200);
        const strange = texts
          // Columns of one name have a number of their own in sheets.
          .map((text) => text.replace(/^(?:Table|Figure) \d+: /, "").replace(/ \(\d\)$/, ""))
          .filter((text) => !isKnown(text) && !text.split(/: |, (?=data as at)/).every(isKnown));
        expect(strange, path).toEqual([]);
      }
    });

    it.each([
      ["in prose", (page: string) => page.replace("</p>", " In all, 37 people took part.</p>")],
      ["in a cell", (page: string) => page.replace(/<td>[\d,.]+<\/td>/, "<td>37</td>")],
      [
        "in a cell with its interval",
        (page: string) => page.replace(/<td>[\d.]+ to [\d.]+<\/td>/, "<td>3.7 to 7.3</td>"),
      ],
      [
        "in the name of a picture",
        (page: string) => page.replace(/ aria-label="(?=[^"]*\d)/, ' aria-label="Of 37 people. '),
      ],
      ["in a picture", (page: string) => page.replace(/(<text[^>]*>)[\d.]+ in every 100/, "$137.3 in every 100")],
      ["as a title", (page: string) => page.replace(/<figcaption>/, "<figcaption>Of 37 people. ")],
    ])("are found where one is written into the code of a page %s", (_where, plant) => {
      const planted = rendered.dashboard.map(plant);
      expect(planted[0]).not.toBe(rendered.dashboard[0]);
      expect(strays(trace(planted.map(pageNumbers))).length).toBeGreaterThan(0);
    });

    it("are found where one is worked out after rounding, or of something else", () => {
      const [number] = found.dashboard.filter(
        ({ place, origin }) => place.kind === "cell" && origin === "number" && /^\d\d\.\d$/.test(place.text),
      );
      const cell = `<td>${number!.place.text}</td>`;
      expect(rendered.dashboard[0]).toContain(cell);
      const off = trace(
        rendered.dashboard.map((page, index) =>
          pageNumbers(page.replace(index === 0 ? cell : "\0", `<td>${(Number(number!.number) + 0.1).toFixed(1)}</td>`)),
        ),
      );
      expect(strays(off).length).toBeGreaterThan(0);
    });
  },
);

function strays(found: readonly TracedNumber[]): string[] {
  return found
    .filter(({ origin }) => origin === "untraced" || origin === "unmatched")
    .map(
      ({ number, place, tokens }) =>
        `${number} in ${place.kind} ${JSON.stringify(`${place.heading}: ${place.text}`)} [${tokens.join(" ")}]`,
    );
}
