import type { Results } from "@likewise/schema";
import { chartNamed } from "../charts/index.ts";
import { withDownloads } from "../documents/with-downloads.ts";
import { economicsSection } from "../economics/economics-section.ts";
import { measuresSections } from "../measures/measures-section.ts";
import { type DraftSection, drawn, drawnSections, type OnFailure, sectionsOr } from "../page/drawn-sections.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import { type PageParts, page, type Section } from "../page/page.ts";
import { accountTable, empty, reasonTable, refusals } from "../page/parts.ts";
import { performanceSection } from "../performance/performance-section.ts";
import { practiceSections } from "../practice/practice-sections.ts";
import { tableSections } from "../tables/table-sections.ts";
import { balance } from "./annexes/balance.ts";
import { checks } from "./annexes/checks.ts";
import { estimates } from "./annexes/estimates.ts";
import { grades } from "./annexes/grades.ts";
import { numbers } from "./annexes/numbers.ts";
import { options } from "./annexes/options.ts";
import { pictureTables, tableOfPicture } from "./annexes/pictures.ts";
import { safety } from "./annexes/safety.ts";
import { who } from "./annexes/who.ts";
import { completion } from "./completion.ts";
import { declarations } from "./declarations.ts";
import { definitions } from "./definitions.ts";
import { departures } from "./departures.ts";
import { evidence } from "./evidence.ts";
import { methods } from "./methods.ts";
import { type Notes, notesOf } from "./notes.ts";
import { analysed } from "./opening/analysed.ts";
import { brief } from "./opening/brief.ts";
import { say } from "./opening/say.ts";
import { summary } from "./opening/summary.ts";
import { typicalPeople } from "./opening/typical-people.ts";
import { completeness, partLead } from "./parts/completeness.ts";
import { implementation } from "./parts/implementation.ts";
import { outcomes } from "./parts/outcomes.ts";
import { sevenParts } from "./parts/seven-parts.ts";
import { programme } from "./programme.ts";
import { provenance } from "./provenance.ts";
import { quality } from "./quality.ts";
import { reportStyle } from "./report-style.ts";
import { ofType, reportType, withoutDeadLinks } from "./report-types.ts";
import { checklist } from "./reporting/checklist.ts";
import { response } from "./response.ts";
import { sensitivity } from "./sensitivity.ts";
import { signOff } from "./sign-off.ts";
import { theory } from "./theory.ts";

/**
 * The evaluator's outcome report: one file, no network, no script. First what was found, in the order of a Justice Data
 * Lab report; then the seven parts of an evaluation, of which an empty one is shown as empty; how far to trust it and
 * who answers for it; and in annexes every table and number.
 *
 * @param results   with texts rendered; published, or working for the private edition
 * @param onFailure told of a section that cannot be made, which then says so in its place; without it the page fails
 * @returns a complete HTML document
 */
export async function renderReport(results: Results, onFailure?: OnFailure): Promise<string> {
  const sections = withDownloads(await reportSections(results, onFailure));
  return page({ results, ...sections, annexes: sections.annexes.map(folded) });
}

/** Annexes the body links into by parts stay open; the others are folded on the screen, and open in print. */
const linkedInto: readonly string[] = ["refused", "pictures", "numbers"];

function folded(annex: Section): Section {
  if (linkedInto.includes(annex.id)) return annex;
  return { ...annex, body: html`<details><summary>Show this annex</summary>\n${annex.body}</details>\n` };
}

/** The outcome report without its frame: what the page, the Word document and the spreadsheets are all made of. */
export async function reportSections(
  results: Results,
  onFailure?: OnFailure,
): Promise<Required<Pick<PageParts, "name" | "lead" | "opening" | "sections" | "annexes" | "style">>> {
  const notes = notesOf(results);
  const ready = async (drafts: readonly DraftSection[]) => drawnSections(drafts, onFailure);
  const introduced: DraftSection[] = [
    { id: "complete", title: "The seven parts of this evaluation", body: () => completeness(results) },
    { id: "described", title: "How the programme describes itself", body: () => programme(results) },
    { id: "response", title: "The provider’s response", body: () => response(results) },
  ];
  return asAsked(results, {
    name: "Outcome report",
    lead: await drawn("Summary", () => summary(results), onFailure),
    opening: await ready(opening(results, notes)),
    sections: [
      ...(await ready([...introduced, ...theParts(results, notes)])),
      ...(await sectionsOr(instruments, () => measuresSections(results, tableOfPicture), onFailure)),
      ...(await sectionsOr(contract, () => contracted(results), onFailure)),
      ...(await sectionsOr(practice, () => practiceSections(results), onFailure)),
      ...(await ready([...trust(results, notes), ...answering(results)])),
    ],
    annexes: await ready(await annexes(results, onFailure)),
    style: reportStyle,
  });
}

type ReportSections = Awaited<ReturnType<typeof reportSections>>;

/** The whole report, or the parts of the type that the plan asks for. */
function asAsked(results: Results, whole: ReportSections): ReportSections {
  const type = reportType(results);
  if (type === null) return whole;
  const { lead, opening, sections, annexes } = whole;
  const kept = [opening, sections, annexes].map((list) => list.map((section) => ofType(type, section)));
  const ids = new Set<string>(["summary"]);
  for (const text of [lead.html, ...kept.flat().map(({ id, body }) => ` id="${id}"${body.html}`)])
    for (const [, id] of text.matchAll(/ id="([^"]*)"/g)) ids.add(id!);
  const linked = (list: readonly Section[]) =>
    list.map((section) => ({ ...section, body: withoutDeadLinks(section.body, ids) }));
  return {
    ...whole,
    name: type.name,
    lead: html`<p class="about">${type.asks}</p>\n${withoutDeadLinks(lead, ids)}`,
    opening: linked(kept[0]!),
    sections: linked(kept[1]!),
    annexes: linked(kept[2]!),
  };
}

/** What stands for sections that others make, where they cannot be made. */
const instruments = { id: "measures", title: "Scores of instruments" };
const contract = { id: "contract", title: "Performance against the contract" };
const practice = { id: "practice", title: "The programme against evidence" };
const described = { id: "tables", title: "Tables" };
const completing = { id: "completion", title: "Completing the programme, compared from one day" };

/** Draws a chart by its id, or says why there is none; nothing is said where the reason is empty. */
export type Draw = (id: string, otherwise: string) => Promise<Html>;

function drawing(results: Results): Draw {
  return async (id, otherwise) =>
    (await figure(chartNamed(id), results, tableOfPicture(id))) ?? (otherwise === "" ? html`` : empty(otherwise));
}

/** What a reader of the first pages alone must have met. */
function opening(results: Results, notes: Notes): DraftSection[] {
  return [
    { id: "programme", title: "What the programme is", body: () => brief(results) },
    { id: "analysed", title: "Who was analysed", body: () => analysed(results) },
    { id: "typical", title: "For 100 typical people", body: () => typicalPeople(results) },
    { id: "show", title: "What these results show, and what they do not", body: () => say(results, notes) },
  ];
}

/**
 * The seven parts of an evaluation, each with what it lacks at its head. How alike the groups were stands before outcomes:
 * whether groups can be compared is judged before it is known what comparing them finds.
 */
function theParts(results: Results, notes: Notes): DraftSection[] {
  const draw = drawing(results);
  const bodies: Readonly<Record<string, DraftSection["body"]>> = {
    theory: () => theory(results, draw),
    implementation: () => implementation(results, draw),
    outcomes: () => outcomes(results, draw, notes),
  };
  const alike = { id: "quality", title: "How alike the groups were", body: () => quality(results, draw) };
  return sevenParts.flatMap((part, index) => [
    ...(part.id === "outcomes" ? [alike] : []),
    {
      id: part.id,
      title: `Part ${index + 1}. ${part.title}`,
      body: async () => html`${partLead(part, results)}${(await bodies[part.id]?.()) ?? null}`,
    },
  ]);
}

/** Performance against the contract, where there is one. */
async function contracted(results: Results): Promise<Section[]> {
  const section = await performanceSection(results, tableOfPicture("performance"));
  return section === null ? [] : [section];
}

/** How far the result can be trusted. */
function trust(results: Results, notes: Notes): DraftSection[] {
  const draw = drawing(results);
  return [
    { id: "wrong", title: "How far would this have to be wrong?", body: () => sensitivity(results, draw) },
    { id: "evidence", title: "Strength of evidence", body: () => evidence(results, draw) },
    { id: "cost", title: "Costs and benefits", body: () => economicsSection(results, draw) },
    { id: "notes", title: "Notes that claims are read with", body: () => notes.list },
  ];
}

/** How it was done and who answers for it. */
function answering(results: Results): DraftSection[] {
  return [
    { id: "method", title: "Method", body: () => methods(results) },
    { id: "data", title: "Account of the data", body: () => accountTable(results.accounts) },
    { id: "departures", title: "Departures from the frozen plan", body: () => departures(results) },
    { id: "declarations", title: "Declarations", body: () => declarations(results) },
    { id: "items", title: "What a report should hold, and where this one does", body: () => checklist(results) },
    { id: "sign", title: "Sign-off", body: () => signOff(results) },
  ];
}

/** Every table and number behind the body, for whoever checks it. */
async function annexes(results: Results, onFailure?: OnFailure): Promise<DraftSection[]> {
  const completed = await sectionsOr(completing, () => completers(results), onFailure);
  const picture = async (id: string) => figure(chartNamed(id), results, tableOfPicture(id));
  const tables = await sectionsOr(described, () => tableSections(results, picture), onFailure);
  const own: DraftSection[] = [
    { id: "refused", title: "What was refused, and what would make it possible", body: () => refusals(results) },
    { id: "balance", title: "Every difference between the groups at the start", body: () => balance(results) },
    { id: "estimates", title: "Every estimate, test and model", body: () => estimates(results) },
    { id: "safety-detail", title: "Safety, kind by kind", body: () => safety(results) },
    { id: "checks", title: "Checks, number by number", body: () => checks(results) },
    { id: "grades", title: "Levels of every estimate, and risk of bias", body: () => grades(results) },
    ...completed.map(asDraft),
    { id: "who", title: "Who is counted where", body: () => who(results) },
    { id: "definitions", title: "Definitions", body: () => definitions(results) },
    { id: "options", title: "Every option used", body: () => options(results) },
    ...tables.map(asDraft),
    { id: "pictures", title: "Numbers behind the pictures", body: () => pictureTables(results) },
    { id: "reasons", title: "Why rows were rejected, or kept and reported", body: () => reasonTable(results) },
    { id: "provenance", title: "Provenance", body: () => provenance(results) },
    { id: "numbers", title: "Every number, by its key", body: () => numbers(results) },
  ];
  return own.map((section, index) => ({ ...section, title: `${letter(index)}. ${section.title}` }));
}

/** Completers compared, where they are. */
function completers(results: Results): Section[] {
  const body = completion(results);
  return body === null ? [] : [{ ...completing, body }];
}

function asDraft({ body, ...section }: Section): DraftSection {
  return { ...section, body: () => body };
}

/** A, B … Z, then AA. */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letter(Math.floor(index / 26) - 1)}${last}`;
}
