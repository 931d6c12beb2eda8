import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { tableFields } from "../plan/table-sources.ts";
import type { Household } from "./households.ts";
import { recordColumns } from "./record-columns.ts";

/** A link of a referred person to a victim-survivor (with any offer of support) or to a child. */
export interface Link {
  readonly person: string;
  readonly linkedPerson: string;
  readonly kind: "dyad" | "family";
  readonly relationship: string;
  readonly family: string;
  readonly from: number;
  readonly offerDay: number | null;
  readonly accepted: boolean | null;
  readonly acceptDay: number | null;
  readonly workerType: string | null;
}

/** Links of those referred. Support is offered to nearly every linked victim-survivor; not everybody takes it up. */
export function drawLinks(
  people: readonly SimulatedPerson[],
  households: readonly Household[],
  stream: RandomStream,
): Link[] {
  return people.flatMap(({ id, pathway }, i) => {
    if (pathway === null) return [];
    const { family, victims, children } = households[i]!;
    const shared = { person: id, family, from: pathway.referralDay };
    const dyads = victims.map(({ id: linkedPerson, relationship }): Link => {
      const offerDay = stream.bernoulli(0.93) ? pathway.referralDay + stream.integer(2, 28) : null;
      const accepted = offerDay === null ? null : stream.bernoulli(0.66);
      const acceptDay = offerDay !== null && accepted ? offerDay + stream.integer(0, 21) : null;
      const workerType = offerDay === null ? null : "idva";
      return { ...shared, linkedPerson, kind: "dyad", relationship, offerDay, accepted, acceptDay, workerType };
    });
    const families = children.map(({ id: linkedPerson }): Link => {
      const none = { offerDay: null, accepted: null, acceptDay: null, workerType: null };
      return { ...shared, linkedPerson, kind: "family", relationship: "child", ...none };
    });
    return [...dyads, ...families];
  });
}

export function linksTable(links: readonly Link[]): Columns {
  const rows = links.map((link) => ({
    person: link.person,
    linked_person: link.linkedPerson,
    kind: link.kind,
    relationship: link.relationship,
    family: link.family,
    from: link.from,
    offer_date: link.offerDay,
    accepted: link.accepted,
    accept_date: link.acceptDay,
    worker_type: link.workerType,
  }));
  return recordColumns("links", tableFields.links, rows);
}
