import { abuseWords } from "./abuse.ts";
import { costsWords } from "./costs.ts";
import { eventsWords } from "./events.ts";
import { linksWords } from "./links.ts";
import { ordersWords } from "./orders.ts";
import { outcomesWords } from "./outcomes.ts";
import { peopleWords } from "./people.ts";
import { referralsWords } from "./referrals.ts";
import { searchesWords } from "./searches.ts";
import { selectionsWords } from "./selections.ts";
import { sessionsWords } from "./sessions.ts";
import { stagesWords } from "./stages.ts";
import { statusesWords } from "./statuses.ts";
import type { RecordWords } from "./vocabulary.ts";

/** The vocabulary of every record whose format is stable. */
export const recordWords: readonly RecordWords[] = [
  abuseWords,
  costsWords,
  eventsWords,
  linksWords,
  ordersWords,
  outcomesWords,
  peopleWords,
  referralsWords,
  searchesWords,
  selectionsWords,
  sessionsWords,
  stagesWords,
  statusesWords,
];
