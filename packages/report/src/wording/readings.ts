import type { Catalogue } from "./catalogue.ts";

const nobodyCompared = "because nobody is compared with these people";

/** How a change in use of services reads: what is seen, what it is consistent with, and what would show that wrong. */
export const readings: Catalogue = {
  "reading-contacts":
    "{label:capital}: {before:measured} a person in the {months} months before the index date and {after:measured} in the {months} months after it, {change:ratio} times as many (95% interval {interval:ratio}).",
  "reading-contacts-plain":
    "{label:capital}: {before:measured} a person in the {months} months before the index date and {after:measured} in the {months} months after it.",
  "reading-severity":
    "Severity a contact, from 0 to 3: {before:measured} before and {after:measured} after, a change of {change:measured} (95% interval {interval:measured}).",
  "reading-severity-plain": "Severity a contact, from 0 to 3: {before:measured} before and {after:measured} after.",
  "reading-early":
    "Contacts at an earlier stage: {before:percent} before and {after:percent} after, a change of {change:per100} in every 100 contacts (95% interval {interval:per100}).",
  "reading-early-plain": "Contacts at an earlier stage: {before:percent} before and {after:percent} after.",
  "reading-consistent-with-disclosure": `The plan declares that more contacts can be good. This rise is consistent with disclosure: there are more contacts, and each is about something less severe. It does not show why contacts rose, ${nobodyCompared}.`,
  "reading-falsified-disclosure":
    "What would speak against that reading: severity a contact that does not fall, a smaller share at an earlier stage, or a rise only in contacts that follow a crisis.",
  "reading-consistent-with-harm": `The plan declares that more contacts can be good. But this rise is consistent with more harm: contacts are more severe, or come at a later stage. It does not show why contacts rose, ${nobodyCompared}.`,
  "reading-severity-unclear":
    "The rise fits disclosure and more harm alike, because severity a contact did not clearly change.",
  "reading-severity-unknown":
    "The rise fits disclosure and more harm alike, because the records do not say how severe contacts were.",
  "reading-rise-worse": `The plan declares that fewer contacts are better, so this rise is a change for the worse. It does not show why contacts rose, ${nobodyCompared}.`,
  "reading-fall-better": `The plan declares that fewer contacts are better, so this fall is a change for the better. It does not show why contacts fell, ${nobodyCompared}.`,
  "reading-falsified-fall":
    "What would speak against that reading: people who no longer come forward, or who are turned away, while harm goes on.",
  "reading-fall-worse": `The plan declares that more contacts can be good, so this fall is a change for the worse. It does not show why contacts fell, ${nobodyCompared}.`,
  "reading-no-clear-change": "No clear change: the interval fits more contacts, fewer and as many.",
  "reading-no-direction": "The plan calls neither more nor fewer contacts better, so the change has no verdict.",
  "reading-no-change-known":
    "How much it changed cannot be told: in one of the periods there is no contact, or the change is of too few people.",
  "reading-withheld":
    "{label:capital}: what changed cannot be told, because a number this rests on is withheld: very few people stand behind it.",
};
