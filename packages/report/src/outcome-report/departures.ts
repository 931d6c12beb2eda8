import type { Departure, Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { longDate } from "../wording/long-date.ts";
import { looks } from "./looks.ts";

/** The plan as frozen, every departure from it (what bears on the verdict first), and looks at the results before the end. */
export function departures(results: Results): Html {
  return html`${frozenPlan(results)}${looks(results)}`;
}

function frozenPlan({ frozen }: Results): Html {
  if (frozen == null)
    return empty(
      "The plan was not frozen before the analysis, so nobody can tell whether it was changed after outcomes were seen.",
    );
  return html`<p>The plan was frozen on ${longDate(frozen.frozenOn)}${dataText(frozen.dataThere)}.</p>
${amendmentTable(frozen.amendments)}${departureTable(frozen.departures)}<p class="hash">SHA-256 of the frozen plan: ${frozen.sha256}</p>
`;
}

function dataText(files: number): string {
  if (files === 0) return ", before any of its data files were there";
  return files === 1
    ? ", when one of its data files was already there"
    : `, when ${files} of its data files were already there`;
}

function amendmentTable(amendments: NonNullable<Results["frozen"]>["amendments"]): Html {
  return dataTable({
    caption: "Plans frozen later",
    head: ["Frozen on", "Why", "Values changed"],
    rows: amendments.map(({ frozenOn, why, departures }) => [longDate(frozenOn), why, String(departures)]),
  });
}

function departureTable(found: readonly Departure[]): Html {
  if (found.length === 0) return html`<p>This analysis follows it: nothing departs from the plan as frozen.</p>\n`;
  const order = Object.keys(bearingNames);
  const sorted = [...found].sort((a, b) => order.indexOf(a.bearing) - order.indexOf(b.bearing));
  return dataTable({
    caption: "Departures from the plan as first frozen",
    head: ["Bears on", "Where in the plan", "As frozen", "Now"],
    rows: sorted.map(({ bearing, path, frozen, now }) => [
      bearingNames[bearing],
      path,
      frozen ?? "not there",
      now ?? "taken out",
    ]),
  });
}

/** In the order in which a reader should worry. */
const bearingNames: Readonly<Record<Departure["bearing"], string>> = {
  "primary-outcome": "The primary outcome",
  comparison: "The comparison",
  cohort: "Who is analysed",
  outcome: "Another outcome",
  facts: "Facts of the design",
  economics: "Costs and benefits",
  data: "How files are read",
  presentation: "Words and pages",
};
