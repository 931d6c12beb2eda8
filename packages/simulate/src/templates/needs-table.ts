import type { Columns } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { recordColumns } from "../tables/record-columns.ts";

export const needsFields = ["person", "pathway", "wave", "identified_date", "status", "date"] as const;

/** Needs found at the assessment of people who started, and every status each came to. */
export function needsTable(people: readonly SimulatedPerson[], stream: RandomStream): Columns {
  const rows = people.flatMap(({ id, pathway }) => {
    if (pathway === null || pathway.assessedDay === null || pathway.startDay === null) return [];
    const found = pathway.assessedDay;
    return kinds.flatMap(({ kind, share, refused }) => {
      if (!stream.bernoulli(share)) return [];
      const statuses = [...(["need", "referred"] as const), ...fateOf(refused, stream)];
      let day = found;
      return statuses.map((status) => {
        const row = { person: id, pathway: kind, wave: "intake", identified_date: found, status, date: day };
        day += stream.integer(7, 42);
        return row;
      });
    });
  });
  return recordColumns("needs", needsFields, rows);
}

/** How many have each need, and how often another service is full or asks for more need than there is: our choice. */
const kinds = [
  { kind: "housing", share: 0.4, refused: 0.35 },
  { kind: "employment", share: 0.35, refused: 0.1 },
  { kind: "mental-health", share: 0.55, refused: 0.4 },
  { kind: "alcohol", share: 0.35, refused: 0.2 },
  { kind: "drugs", share: 0.25, refused: 0.2 },
] as const;

function fateOf(refused: number, stream: RandomStream): string[] {
  if (stream.bernoulli(refused)) return [stream.choice(["refused-capacity", "refused-threshold"])];
  return stream.bernoulli(0.6) ? ["accepted", "met"] : ["accepted"];
}
