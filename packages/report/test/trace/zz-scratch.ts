import { readFileSync } from "node:fs";
import { renderDashboard, renderReport, withTexts } from "@likewise/report";
import { fixtures } from "../fixtures/studies.ts";
import { aligned } from "./aligned.ts";
import { numberIndex } from "./number-tracer.ts";
import { pageNumbers } from "./page-numbers.ts";
import { shiftedResults } from "./shifted-results.ts";

const which = process.argv[2]!;
const base = which.endsWith(".json") ? JSON.parse(readFileSync(which, "utf8")) : fixtures[which]!();
const documents = [base, shiftedResults(base, 1), shiftedResults(base, 2)].map(withTexts);
let t = performance.now();
const index = numberIndex(documents);
console.log("index", index.size, performance.now() - t);
for (const [name, render] of [
  ["dashboard", renderDashboard],
  ["report", renderReport],
] as const) {
  t = performance.now();
  const pages = [];
  for (const d of documents) pages.push(pageNumbers(await render(d)));
  console.log(name, "rendered", performance.now() - t);
  t = performance.now();
  const places = pages.slice(1).map((page) =>
    aligned(
      pages[0]!.map((x) => x.mask),
      page.map((x) => x.mask),
    ),
  );
  console.log(
    "aligned",
    performance.now() - t,
    pages.map((p) => p.length),
  );
  const counts: Record<string, number> = {};
  const shown: Record<string, Map<string, string>> = {};
  const bump = (k: string, text: string) => {
    counts[k] = (counts[k] ?? 0) + 1;
    (shown[k] ??= new Map()).set(text.slice(0, 200), "");
  };
  pages[0]!.forEach((piece, i) => {
    const others = places.map((p, r) => (p[i] === null ? null : pages[r + 1]![p[i]!]!));
    if (others.some((o) => o === null))
      return piece.numbers.forEach((n) => bump(`${piece.kind} unaligned`, `${n} | ${piece.text}`));
    piece.numbers.forEach((n, k) => {
      const tuple = [n, ...others.map((o) => o!.numbers[k]!)];
      const key = index.get(tuple.join(" "));
      const same = tuple.every((x) => x === n);
      bump(
        `${piece.kind} ${same ? (key ? "constant keyed" : "constant") : key ? "traced" : tuple.some((x) => x === n) ? "half-untraced" : "untraced"}`,
        `${tuple.join(" ")} | ${piece.text}`,
      );
    });
  });
  console.log(counts);
  for (const [k, m] of Object.entries(shown))
    if (!/traced$/.test(k) || /untraced/.test(k)) {
      console.log("==", k, m.size);
      for (const x of [...m.keys()].slice(0, Number(process.argv[3] ?? 12))) console.log("   ", x);
    }
}
