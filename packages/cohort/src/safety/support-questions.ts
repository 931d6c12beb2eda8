import { textAt } from "../people/fields.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";
import type { SafetyFinding, SafetyQuestion } from "./safety-question.ts";

const about = {
  question: "victim-survivors-supported",
  who: "victim-survivors",
  reporter: "worker",
  alwaysShown: true,
} as const;

/** Support for the victim-survivors linked to treated people. The target is every one of them. */
export const supportQuestions: readonly SafetyQuestion[] = [
  {
    ...about,
    id: "support-offered",
    definition:
      "Victim-survivors linked to a treated person with an offer of support on record, of all linked; the target is all",
    measure: (data) => {
      const offers = offersByVictimSurvivor(data, "offer_date");
      if (offers === null) return null;
      return { numerator: offers.size, denominator: data.victimSurvivors.size, unknown: 0 };
    },
  },
  {
    ...about,
    id: "support-accepted",
    definition:
      "Victim-survivors who accepted, of those offered support whose answer is on record; unknown counts offers without an answer",
    measure: (data) => {
      const offers = offersByVictimSurvivor(data, "accepted");
      if (offers === null) return null;
      const answers = [...offers.values()];
      const answered = answers.filter((accepted) => accepted !== null);
      return {
        numerator: answered.filter((accepted) => accepted).length,
        denominator: answered.length,
        unknown: answers.length - answered.length,
      };
    },
  },
  {
    ...about,
    id: "support-contact",
    definition: "Victim-survivors linked to a worker, of all linked to a treated person",
    measure: workerContact,
  },
];

/** Victim-survivors with an offer, and whether they accepted any; null = no answer on record. */
function offersByVictimSurvivor(
  { tables, victimSurvivors }: SafetyData,
  needed: "offer_date" | "accepted",
): Map<string, boolean | null> | null {
  const { links } = tables;
  if (links?.columns.offer_date === undefined || links.columns[needed] === undefined) return null;
  const { offer_date, accepted } = links.columns;
  const offers = new Map<string, boolean | null>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const victimSurvivor = kind === "worker" ? person : linkedPerson;
    if (!victimSurvivors.has(victimSurvivor) || textAt(offer_date, row) === null) continue;
    const answer = textAt(accepted, row);
    const standing = offers.get(victimSurvivor) ?? null;
    offers.set(victimSurvivor, answer === null ? standing : standing === true || answer === "true");
  }
  return offers;
}

/** Null where no worker is linked to a victim-survivor: links to children alone say nothing of the others. */
function workerContact({ tables, victimSurvivors }: SafetyData): SafetyFinding | null {
  const workers = linksOf(tables).filter(({ kind }) => kind === "worker");
  const inContact = new Set(
    workers.flatMap(({ person, linkedPerson }) => [person, linkedPerson]).filter((id) => victimSurvivors.has(id)),
  );
  if (inContact.size === 0) return null;
  return { numerator: inContact.size, denominator: victimSurvivors.size, unknown: 0 };
}
