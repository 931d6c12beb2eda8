/** How sure we are of an entry: seen in the named source, professional knowledge, or a default of this toolkit. */
export type Status = "verified" | "recalled" | "policy";

/** Where an entry of a table comes from; every built-in entry carries one. */
export interface TableEntry {
  readonly source: string;
  readonly status: Status;
}

/** The two versions of the Maryland scale that share the name. */
export const scales = [
  {
    id: "wwclg",
    edition: "2016",
    label: "Maryland scale as adapted by the What Works Centre for Local Economic Growth",
    source: "Guide to scoring evidence using the Maryland Scientific Methods Scale, updated June 2016",
    status: "verified",
  },
  {
    id: "original",
    edition: "1998",
    label: "Maryland scale as first published for crime prevention",
    source: "Preventing Crime: What Works, What Doesn't, What's Promising (NCJ 171676), 1998",
    status: "recalled",
  },
] as const satisfies readonly (TableEntry & { id: string; edition: string; label: string })[];

export type ScaleId = (typeof scales)[number]["id"];

/** One level per scale; null when the design cannot be scored at all. */
export type Levels = Readonly<Record<ScaleId, number | null>>;
