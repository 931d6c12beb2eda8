import { parseIsoDate } from "@likewise/schema";
import { type RandomStream, randomStream } from "@likewise/stats";
import type { Spell } from "../model/days.ts";
import { drawDomestic, drawFrom } from "../model/draw-events.ts";
import { drawFuture } from "../model/draw-future.ts";
import { type Candidate, drawCandidate } from "../model/draw-person.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import { drawCustodyAfter } from "../model/simulate-people.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { drawPathway, type Pathway } from "../pathway/draw-pathway.ts";
import type { Fate } from "../pathway/draw-sessions.ts";
import type { Decision } from "../selection/select-people.ts";
import { addDisruption } from "./add-disruption.ts";
import { type Choice, selectByCount } from "./select-by-count.ts";
import { type Life, settleEvents } from "./settle-events.ts";
import { settleIncidents } from "./settle-incidents.ts";
import type { StageCounts, StudyTemplate } from "./study-template.ts";

/**
 * The people of a template in natural order of their ids: drawn as those of any simulated programme, but so that every
 * count of the template holds.
 */
export function templatePeople(template: StudyTemplate, parameters: ProgrammeParameters): SimulatedPerson[] {
  const root = randomStream(parameters.seed).split(template.id);
  const chosen = [
    ...selectByCount(template, parameters, root.split("selection")),
    ...passersBy(template, parameters, root.split("passers-by")),
  ];
  const fates = fatesOf(template, chosen, root.split("fates"));
  const lives = chosen.map((choice, i) =>
    liveOn(choice, fates[i]!, template, parameters, root.split("lives").split(i)),
  );
  for (const [i, count] of template.counts.events.entries()) {
    settleEvents(count, lives, parameters, root.split("events").split(i));
  }
  settleIncidents(template.counts.domesticEvents, lives, parameters, root.split("incidents"));
  addDisruption(template.tables.disruption, lives, parameters, root.split("disruption"));
  return numbered(template, lives, root);
}

/** People of whom nothing was decided: identified and no more, or gone before. */
function passersBy({ counts }: StudyTemplate, parameters: ProgrammeParameters, stream: RandomStream): Choice[] {
  const firstDay = parseIsoDate(parameters.firstPanel)!;
  const number = (counts.identifiedOnly ?? 0) + (counts.leftBefore ?? []).reduce((sum, left) => sum + left, 0);
  return Array.from({ length: number }, () => ({
    candidate: drawCandidate(parameters, firstDay, stream),
    selected: false,
    decision: null,
  }));
}

/** How far each gets: those selected by the counts of the stages, those who left before as far as they came. */
function fatesOf({ counts, tables }: StudyTemplate, chosen: readonly Choice[], stream: RandomStream): (Fate | null)[] {
  const places = stream.shuffle(Array.from({ length: counts.selected }, (_, place) => place));
  const before = [...leftStages(counts.leftBefore ?? [0, 0, 0]), ...Array(counts.identifiedOnly ?? 0).fill(null)];
  let [nextPlace, nextBefore] = [0, 0];
  return chosen.map(({ selected, decision }, i) => {
    if (selected) return fateAt(places[nextPlace++]!, counts.stages);
    if (i >= counts.selected + counts.others) return before[nextBefore++]!;
    return tables.selection === "waiting-list" && decision !== null ? { ...nowhere, stages: accepted } : null;
  });
}

const accepted = 3;
const nowhere: Fate = { stages: 0, engages: false, completes: false, followedUp: false };

function fateAt(place: number, counts: StageCounts): Fate {
  const { assessed, offered, accepted, started, engaged, completed, followedUp } = counts;
  return {
    stages: [assessed, offered, accepted, started].filter((count) => place < count).length,
    engages: place < engaged,
    completes: place < completed,
    followedUp: place < followedUp,
  };
}

function leftStages(left: readonly number[]): Fate[] {
  return left.flatMap((people, stages) => Array.from({ length: people }, () => ({ ...nowhere, stages })));
}

function liveOn(
  { candidate, selected, decision }: Choice,
  fate: Fate | null,
  template: StudyTemplate,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Life {
  const custody = custodyBeside(fate, candidate, parameters, stream);
  const pathway = fate === null ? null : pathwayOf(candidate, fate, selected, decision, custody, parameters, stream);
  const index = template.tables.indexEvent === true ? [drawDomestic(candidate.indexDay, parameters, stream)] : [];
  const future = drawFuture(candidate, custody, pathway?.startDay ?? null, parameters, stream);
  return {
    candidate,
    selected,
    decision,
    fate,
    custody,
    pathway,
    past: [...candidate.events, ...index],
    future,
    settled: [],
  };
}

/** Somebody who engages is at liberty for as long as the work takes. */
function custodyBeside(
  fate: Fate | null,
  candidate: Candidate,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Spell | null {
  const custody = drawCustodyAfter(candidate, parameters, stream);
  const longest = Math.max(...parameters.uptake.startDays.values) + 7 * parameters.delivery.plannedSessions;
  return fate?.engages === true && custody !== null && custody.from <= candidate.indexDay + longest ? null : custody;
}

function pathwayOf(
  candidate: Candidate,
  fate: Fate,
  selected: boolean,
  decision: Decision | null,
  custody: Spell | null,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Pathway {
  const pathway = drawPathway(candidate, true, custody, parameters, stream, fate);
  const waits = !selected && decision !== null;
  return waits
    ? { ...pathway, exitDay: candidate.indexDay + stream.integer(370, 520), closureReason: "capacity" }
    : pathway;
}

/** Ids at random, and with them who referred and who is in a group. */
function numbered(template: StudyTemplate, lives: readonly Life[], root: RandomStream): SimulatedPerson[] {
  const sources = sourcesOf(template, lives, root.split("sources"));
  const grouped = new Set(
    lives
      .filter(({ fate }) => fate?.engages === true)
      .sort(completersFirst)
      .slice(0, template.counts.inGroup ?? 0),
  );
  return root
    .split("ids")
    .shuffle(Array.from(lives.keys()))
    .map((drawn, i) => {
      const life = lives[drawn]!;
      const source = sources[drawn];
      return {
        ...life.candidate,
        id: `P${10001 + i}`,
        eligible: true,
        events: [...life.past, ...life.future].sort((a, b) => a.day - b.day),
        decision: life.decision,
        pathway: life.pathway,
        custodyAfter: life.custody,
        search: isFollowed(template, life) ? "found" : "not-searched",
        component: grouped.has(life) ? "group" : template.tables.component,
        ...(source == null ? {} : { source }),
      };
    });
}

function completersFirst(a: Life, b: Life): number {
  return Number(b.fate?.completes === true) - Number(a.fate?.completes === true);
}

/** The police are asked about those who could be in an arm, and about nobody else. */
function isFollowed({ tables }: StudyTemplate, { decision }: Life): boolean {
  return decision !== null || tables.selection === "area";
}

/** Who referred themselves, so many of those referred and so many of those who completed; the rest are drawn. */
function sourcesOf({ counts, tables }: StudyTemplate, lives: readonly Life[], stream: RandomStream): (string | null)[] {
  const { selfReferred } = counts;
  if (selfReferred === undefined) return lives.map(() => null);
  const referred = stream.shuffle(Array.from(lives.keys()).filter((i) => lives[i]!.pathway !== null));
  const completed = referred.filter((i) => lives[i]!.fate!.completes);
  const others = referred.filter((i) => !lives[i]!.fate!.completes);
  const self = new Set([
    ...completed.slice(0, selfReferred.completed),
    ...others.slice(0, selfReferred.referred - selfReferred.completed),
  ]);
  return lives.map((_, i) => (self.has(i) ? "self" : drawFrom(tables.referrals.sources, stream)));
}
