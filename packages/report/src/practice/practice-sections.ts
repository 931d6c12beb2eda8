import type { Results } from "@likewise/schema";
import type { Section } from "../page/page.ts";
import { alignment } from "./alignment.ts";
import { funding } from "./funding.ts";
import { publishedRates } from "./published-rates.ts";
import { readings } from "./readings.ts";
import { threeAims } from "./three-aims.ts";

/** What a plan may ask of the practice itself, a section each; those it does not ask for are left out. */
export function practiceSections(results: Results): Section[] {
  const sections = [
    { id: "readings", title: "Use of services: a rise can be good", body: readings(results) },
    { id: "alignment", title: "The programme against the best available evidence", body: alignment(results) },
    { id: "rates", title: "Published rates, and what they can be set beside", body: publishedRates(results) },
    { id: "aims", title: "Three aims of matching", body: threeAims(results) },
    { id: "funding", title: "Funding: by whom, until when", body: funding(results) },
  ];
  return sections.flatMap(({ id, title, body }) => (body === null ? [] : [{ id, title, body }]));
}
