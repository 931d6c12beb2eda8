import { type Baseline, type Columns, naturalOrder, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { median, type Share, shareOf } from "@likewise/stats";
import { dimensionOf, figureCell, shareCell } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { linksOf, safetyData } from "../safety/safety-data.ts";

export interface SupportOffer {
  readonly kind: "likewise/support-offer";
  /** Share that should be offered support: everyone. */
  readonly target: 1;
  /** Victim-survivors linked to treated people, offered support. */
  readonly offered: Share;
  /** Of those offered whose answer is on record. */
  readonly accepted: Share;
  readonly noAnswer: number;
  /** From the index date of the person they are linked to (of several the first) to the first offer; below 0 before it. */
  readonly lagDays: { readonly median: number | null; readonly known: number };
  /** Ids of those without an offer on record, in natural order: never published. */
  readonly notOffered: readonly string[];
}

/**
 * Support for victim-survivors held against the rule that everyone is offered it: rate, acceptance, days to the offer,
 * and who has none on record.
 *
 * @returns null when no victim-survivor is linked to a treated person, or offers are not in the data
 */
export function supportOffer({
  plan,
  tables,
  baseline,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
}): SupportOffer | null {
  const { treated, victimSurvivors } = safetyData(plan, tables, baseline);
  const columns = tables.links?.columns;
  if (columns?.offer_date === undefined || victimSurvivors.size === 0) return null;
  const index = new Map<string, number>();
  const offers = new Map<string, { day: number; accepted: boolean | null }>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const victimSurvivor = kind === "worker" ? person : linkedPerson;
    if (!victimSurvivors.has(victimSurvivor)) continue;
    const from = treated.get(person) ?? null;
    if (from !== null) index.set(victimSurvivor, Math.min(from, index.get(victimSurvivor) ?? from));
    const day = dayAt(columns.offer_date, row);
    if (day === null) continue;
    const answer = textAt(columns.accepted, row);
    const standing = offers.get(victimSurvivor) ?? { day, accepted: null };
    const accepted = answer === null ? standing.accepted : standing.accepted === true || answer === "true";
    offers.set(victimSurvivor, { day: Math.min(day, standing.day), accepted });
  }
  const answers = [...offers.values()].filter(({ accepted }) => accepted !== null);
  const lags = [...offers].flatMap(([id, { day }]) => (index.has(id) ? [day - index.get(id)!] : []));
  return {
    kind: "likewise/support-offer",
    target: 1,
    offered: shareOf(offers.size, victimSurvivors.size),
    accepted: shareOf(answers.filter(({ accepted }) => accepted).length, answers.length),
    noAnswer: offers.size - answers.length,
    lagDays: { median: lags.length === 0 ? null : median(lags), known: lags.length },
    notOffered: [...victimSurvivors].filter((id) => !offers.has(id)).sort(naturalOrder),
  };
}

/** Offers, acceptance and days to the offer; nobody is named. */
export function supportOfferTables({ offered, accepted, lagDays }: SupportOffer): Table[] {
  const measures = [
    { id: "offered", label: "Offered support, of all linked" },
    { id: "accepted", label: "Accepted, of those whose answer is on record" },
    { id: "lag-days", label: "Days from the index date to the offer, median (negative: before it)" },
  ];
  return [
    {
      id: tableId("support-offer"),
      title: "Support offered to victim-survivors; the target is everyone",
      unit: "person",
      definition: "support-offer",
      window: null,
      dimensions: [dimensionOf("measure", "Measure", measures, false)],
      cells: [
        shareCell({ measure: "offered" }, offered.numerator, offered.denominator),
        shareCell({ measure: "accepted" }, accepted.numerator, accepted.denominator),
        figureCell({ measure: "lag-days" }, lagDays.known, offered.numerator, lagDays.median),
      ],
      linked: [],
    },
  ];
}
