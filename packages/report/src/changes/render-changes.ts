import { isUnbounded, isWithheld, type LeafValue, type Results } from "@likewise/schema";
import { html } from "../page/html.ts";
import { page, type Section } from "../page/page.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { formatCount, formatMeasured, formatNumber } from "../wording/formats.ts";
import { shortScaleNames, verdictNames } from "../wording/labels.ts";
import { longDate } from "../wording/long-date.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Changes, GradeOf, NoDifference, NumberChange, ReleaseOf, VerdictChange } from "./changes.ts";

/**
 * What changed from one release to the next, as a page: verdicts and levels, why, then the numbers by part.
 *
 * @param changes of two releases
 * @param now     the later release, which the page is about
 * @returns a complete HTML document
 */
export function renderChanges(changes: Changes, now: Results): string {
  const lead = html`<section class="first" id="summary" aria-labelledby="summary-title"><h2 id="summary-title">What changed</h2>
<p class="summary">${summary(changes)}</p>
${verdicts(changes)}${levels(changes)}</section>`;
  return page({ results: now, name: "What changed since the release before", lead, sections: sectionsOf(changes) });
}

function summary({ verdicts: changed, numbers, same, before, now }: Changes): string {
  const found = changed.length === 0 ? "No verdict changed" : `Verdicts that changed: ${changed.length}`;
  const days = before.asAt === now.asAt ? "" : ` The release before: ${dataOf(before)}. This one: ${dataOf(now)}.`;
  return `${found}. Of the numbers, ${formatCount(numbers.length)} are not as they were and ${formatCount(same)} are.${days}`;
}

function dataOf({ asAt }: ReleaseOf): string {
  return asAt === null ? "no day of the data declared" : `data as at ${longDate(asAt)}`;
}

function verdicts({ verdicts: changed }: Changes) {
  return dataTable({
    caption: "Verdicts that changed",
    head: ["Outcome", "Before", "Now"],
    rows: changed.map(({ label, before, now }) => [capital(label), verdictText(before), verdictText(now)]),
  });
}

function verdictText(verdict: VerdictChange["now"]): string {
  return verdict === null ? "Not compared" : verdictNames[verdict];
}

function levels({ levels: changed }: Changes) {
  if (changed.length === 0) return html`<p>No level of evidence changed.</p>\n`;
  return dataTable({
    caption: "Levels of evidence that changed",
    head: ["Comparison", "Scale", "Before", "Now"],
    rows: changed.map(({ comparison, scale, before, now }) => [
      comparison ?? "the whole study",
      shortScaleNames[scale] ?? scale,
      levelText(before),
      levelText(now),
    ]),
  });
}

function levelText(grade: GradeOf | null): string {
  if (grade === null) return "[z]";
  const { level, atMost } = grade;
  if (level === null) return "no level";
  return atMost === null || atMost === level ? String(level) : `${level}, at most ${atMost}`;
}

function sectionsOf(changes: Changes): Section[] {
  return [
    { id: "why", title: "Why: what each was made from", body: why(changes) },
    { id: "definitions", title: "What is defined otherwise", body: definitions(changes) },
    ...numberSections(changes),
  ];
}

function why({ inputs, plan, before, now }: Changes) {
  const made = [
    ["Likewise", before.likewise, now.likewise],
    ["SHA-256 of the plan", before.plan ?? "none", now.plan ?? "none"],
    ["Seed", String(before.seed ?? "none"), String(now.seed ?? "none")],
  ];
  const sameFiles = inputs.length === 0 ? html`<p>Every file read is the same.</p>\n` : null;
  const samePlan = plan.length === 0 ? html`<p>Every option of the plan is the same.</p>\n` : null;
  return html`${dataTable({
    caption: "Made with",
    head: ["What", "Before", "Now"],
    rows: made,
  })}${sameFiles}${dataTable({
    caption: "Files read",
    head: ["File", "Change", "Rows before", "Rows now", "SHA-256 now"],
    rows: inputs.map(({ file, change, before: was, now: is }) => [
      file,
      change,
      rowsText(was),
      rowsText(is),
      is?.sha256 ?? "[z]",
    ]),
  })}${samePlan}${dataTable({
    caption: "Options of the plan",
    head: ["Where in the plan", "Before", "Now"],
    rows: plan.map(({ path, frozen, now: is }) => [path, frozen ?? "not there", is ?? "taken out"]),
  })}`;
}

function rowsText(input: { readonly rows: number | null } | null): string {
  if (input === null) return "[z]";
  return input.rows === null ? "[x]" : formatCount(input.rows);
}

function definitions({ definitions: changed }: Changes) {
  if (changed.length === 0) return empty("Everything is defined as it was.");
  return html`<p>Numbers that rest on these stand side by side and are not subtracted: they are not of the same thing.</p>
${dataTable({
  caption: "Definitions that are not the same",
  head: ["Of", "What", "Before", "Now"],
  rows: changed.map(({ of, part, before, now }) => [of, part, before, now]),
})}`;
}

/** Parts of the results in the order in which they matter to a reader, with the beginnings of their keys. */
const parts: readonly { readonly id: string; readonly title: string; readonly keys: RegExp }[] = [
  { id: "estimates", title: "Effects", keys: /^comparisons\/[^/]+\/estimates\/[^/]+\/(?!sensitivity)/ },
  { id: "pathway", title: "The pathway", keys: /^(funnel|analysisSets)\// },
  { id: "safety", title: "Safety of victim-survivors and children", keys: /^safety\// },
  { id: "blocks", title: "Before and after", keys: /^blocks\// },
  { id: "coverage", title: "Who was looked for and found", keys: /^coverage\// },
  { id: "tables", title: "Tables", keys: /^tables\// },
  { id: "comparisons", title: "How the comparisons were made", keys: /^comparisons\// },
  { id: "rows", title: "Account of the data", keys: /^accounts\// },
  { id: "others", title: "Other numbers", keys: /^/ },
];

function numberSections({ numbers }: Changes): Section[] {
  const partOf = ({ key }: NumberChange) => parts.find(({ keys }) => keys.test(key))!;
  return parts.flatMap((part) => {
    const own = numbers.filter((number) => partOf(number) === part);
    if (own.length === 0) return [];
    const body = html`<p>${formatCount(own.length)} ${own.length === 1 ? "number is" : "numbers are"} not as before. Differences are taken before rounding, so they may not be those of the numbers shown.</p>
<details><summary>Each of them<span class="unseen">: ${part.title}</span></summary>
${dataTable({
  caption: `Numbers that changed: ${part.title}`,
  head: ["Key", "What", "Before", "Now", "Difference"],
  rows: own.map((number) => [
    number.key,
    number.what,
    numberText(number.before),
    numberText(number.now),
    differenceText(number),
  ]),
})}</details>
`;
    return [{ id: part.id, title: part.title, body }];
  });
}

function numberText(value: LeafValue | undefined): string {
  if (value === undefined) return "[z]";
  if (value === null) return "[x]";
  if (isWithheld(value)) return "[c]";
  if (isUnbounded(value)) return "no limit";
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return formatCount(value);
  const size = Math.abs(value);
  // A small number keeps two digits that say something: a limit of 0.000 would hide its side of nought.
  return size < 0.01 ? formatNumber(value, Math.min(12, 1 - Math.floor(Math.log10(size)))) : formatMeasured(value);
}

const withoutDifference: Readonly<Record<NoDifference, string>> = {
  withheld: "withheld",
  "unlike-definitions": "not subtracted: defined otherwise",
  "only-in-one": "[z]",
  "no-number": "[x]",
};

function differenceText({ difference, because }: NumberChange): string {
  return difference === null ? withoutDifference[because!] : numberText(difference);
}
