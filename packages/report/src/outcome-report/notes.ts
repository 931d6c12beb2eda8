import type { Claim, Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { caveatGroups, groupedCaveats } from "../wording/caveat-groups.ts";

/** Caveats of every claim, each printed once under a number by which claims refer to it. */
export interface Notes {
  /** "Read with notes 1 to 4, 7", as a link; null where there is none. */
  reference(claim: Claim): Html | null;
  /** Every note in its group, with the outcomes it is about where it is not about all. */
  readonly list: Html;
}

interface Note {
  readonly number: number;
  readonly group: string;
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** Numbers the caveats of all claims, by their groups and then in the order of the claims. */
export function notesOf(results: Results): Notes {
  const claims = results.comparisons.flatMap((comparison) => comparison.claims);
  const numbered = numberedNotes(claims);
  return {
    reference: (claim) => {
      const own = numbered.filter((note) => note.claims.includes(claim)).map(({ number }) => number);
      return own.length === 0
        ? null
        : html`<p class="note">Read with <a href="#notes">${own.length === 1 ? "note" : "notes"} ${runs(own)}</a>.</p>\n`;
    },
    list: numbered.length === 0 ? empty("No claim needs a note.") : listed(numbered, claims, results),
  };
}

function numberedNotes(claims: readonly Claim[]): Note[] {
  const found = caveatGroups.flatMap(({ title }) => {
    const texts = new Map<string, Claim[]>();
    for (const claim of claims) {
      const own = groupedCaveats(claim).find((group) => group.title === title)?.sentences ?? [];
      for (const { text } of own) if (text !== null) texts.set(text, [...(texts.get(text) ?? []), claim]);
    }
    return [...texts].map(([text, about]) => ({ group: title, text, claims: about }));
  });
  return found.map((note, index) => ({ ...note, number: index + 1 }));
}

function listed(notes: readonly Note[], claims: readonly Claim[], results: Results): Html {
  const groups = [...new Set(notes.map(({ group }) => group))];
  return html`${legend(claims, results)}${groups.map((group) => {
    const own = notes.filter((note) => note.group === group);
    return html`<h3>${group}</h3>
<ol class="notes" start="${own[0]!.number}">${own.map((note) => html`<li>${note.text}${aboutText(note, claims, results)}</li>`)}</ol>
`;
  })}`;
}

/** Where several comparisons have claims, which number is which. */
function legend(claims: readonly Claim[], results: Results): Html | null {
  if (claims.length < 2) return null;
  const named = results.comparisons.map(({ label }, index) => html`<li>Comparison ${index + 1}: ${label}</li>`);
  return html`<p>A note is about every outcome unless it names tables: those of the <a href="#results">results in detail</a>.</p>
${named.length < 2 ? null : html`<ul>${named}</ul>\n`}`;
}

/** Left out where a note is about every claim. */
function aboutText({ claims: about }: Note, claims: readonly Claim[], results: Results): Html | null {
  if (new Set(about).size === new Set(claims).size) return null;
  const byComparison = results.comparisons.flatMap(({ id }, index) => {
    const tables = about.filter(({ comparison }) => comparison === id).map((claim) => tableNumber(claim, results));
    if (tables.length === 0) return [];
    const named = `${tables.length === 1 ? "table" : "tables"} ${runs(tables)}`;
    return [results.comparisons.length === 1 ? named : `${named} in comparison ${index + 1}`];
  });
  return html` <span class="about">(${byComparison.join("; ")})</span>`;
}

/** Tables of results are numbered in the order of the outcomes that have one. */
function tableNumber({ outcome }: Claim, results: Results): number {
  const shown = results.study.outcomes.filter(({ id }) =>
    results.comparisons.some(({ estimates }) => estimates.some((one) => one.outcome === id)),
  );
  return shown.findIndex(({ id }) => id === outcome) + 1;
}

/** 1, 2, 3, 5 reads "1 to 3, 5". */
function runs(numbers: readonly number[]): string {
  const parts: number[][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else parts.push([number]);
  }
  return parts.map((run) => (run.length < 3 ? run.join(", ") : `${run[0]} to ${run.at(-1)}`)).join(", ");
}
