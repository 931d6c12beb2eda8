import type { StudyPlan } from "@likewise/schema";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { TableName } from "../plan/table-sources.ts";
import type { ReferralDetails } from "../tables/referrals-table.ts";
import type { StageNames } from "../tables/stages-table.ts";

/** A study somebody can begin from: a plan with comments, and what its synthetic extracts are to look like. */
export interface StudyTemplate {
  readonly id: string;
  /** What kind of programme, in a few words. */
  readonly about: string;
  /** What is to be known before the numbers are read: each a sentence of the folder's README. */
  readonly remarks: readonly string[];
  /** Every published figure the extracts follow, and every one they cannot. */
  readonly figures: readonly Figure[];
  /** What differs from the usual model. */
  readonly model: Partial<Omit<ProgrammeParameters, "seed">>;
  readonly counts: TemplateCounts;
  readonly tables: TemplateTables;
  readonly plan: TemplatePlan;
  readonly notes: readonly PlanNote[];
}

/** One figure with where it comes from and what the extracts make of it. */
export interface Figure {
  readonly what: string;
  /** As published, or null where nothing is. */
  readonly published: string | null;
  readonly source: string | null;
  readonly status: "verified" | "verified in words" | "derived" | "illustration" | "choice";
  readonly uses: string;
}

/**
 * How many, where the published shape says so. These numbers hold exactly, for every seed: who they are is drawn, how
 * many they are is not.
 */
export interface TemplateCounts {
  /** People with a place, or living where the programme is. */
  readonly selected: number;
  /** Of them, with a domestic-abuse crime on record in the 12 months before the decision; left out, as it falls. */
  readonly selectedAfterCrime?: number;
  /** People decided about who have no place, or living where the programme is not. */
  readonly others: number;
  /** Of them, refused for want of capacity alone. */
  readonly capacityRefused?: number;
  /** Of everybody decided about, without any crime on record; left out, nobody has to have one. */
  readonly withoutCrime?: number;
  /** People identified of whom no more is known. */
  readonly identifiedOnly?: number;
  /** People who left before anything was decided, by stages reached: referred alone, assessed, offered. */
  readonly leftBefore?: readonly [number, number, number];
  /** Of those selected. */
  readonly stages: StageCounts;
  /** Of those who engaged, in a group, where the rest are seen one to one. */
  readonly inGroup?: number;
  readonly selfReferred?: { readonly referred: number; readonly completed: number };
  /** Domestic events on record, crimes or not, of everybody. */
  readonly domesticEvents?: number;
  readonly events: readonly EventCount[];
}

export interface StageCounts {
  readonly assessed: number;
  readonly offered: number;
  readonly accepted: number;
  readonly started: number;
  readonly engaged: number;
  readonly completed: number;
  readonly followedUp: number;
}

/** How many of a group have a crime on record within so many months of a day. */
export interface EventCount {
  readonly of: "everyone" | "selected" | "started" | "engaged";
  readonly from: "decision" | "engagement";
  readonly months: number;
  readonly crimes: "domestic" | "all";
  readonly people: number;
}

export interface TemplateTables {
  /** Tables of the study, and their fields where they are others than usual. */
  readonly fields: Readonly<Partial<Record<TableName, readonly string[]>>>;
  readonly referrals: ReferralDetails;
  readonly stageNames: StageNames;
  /** What sessions are called of people who are not in a group. */
  readonly component: string;
  /** How people come to be selected: by merit, by chance, or by where they live. */
  readonly selection: "merit" | "waiting-list" | "everyone" | "area";
  /** Whether only people with a domestic-abuse crime in 24 months are decided about. */
  readonly needsCrime?: boolean;
  /** Everybody has a domestic event on the index date, which is why they are in the extract. */
  readonly indexEvent?: boolean;
  /** Areas of the programme, the rest being those of the others; for selection by area. */
  readonly programmeAreas?: readonly string[];
  /** Arrests and stops a year that the programme itself brings about, from the decision on. */
  readonly disruption?: number;
  /** Needs of people who started and what became of them. */
  readonly needs?: boolean;
  /** Work with partners and children: their sessions and workers, status spells, and what each says. */
  readonly families?: boolean;
}

/** The plan without what the extracts decide. */
export type TemplatePlan = Omit<StudyPlan, "version" | "synthetic" | "seed" | "data"> & {
  readonly weights?: NonNullable<StudyPlan["data"]["weights"]>;
};

/** A comment above a line of the plan. */
export interface PlanNote {
  readonly path: readonly (string | number)[];
  readonly text: string;
}
