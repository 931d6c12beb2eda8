import type { Columns } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Pathway } from "../pathway/draw-pathway.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** Every stage anybody reached. A list is drawn up two weeks before its panel. */
export function stagesTable(people: readonly SimulatedPerson[]): Columns {
  const rows = people.flatMap(({ id, indexDay, pathway }) => [
    { person: id, stage: "identified", date: indexDay - 14, reason: null },
    ...(pathway === null ? [] : stagesOf(id, pathway)),
  ]);
  return recordColumns("stages", tableFields.stages, rows);
}

function stagesOf(person: string, pathway: Pathway) {
  const days: readonly [stage: string, day: number | null][] = [
    ["referred", pathway.referralDay],
    ["assessed", pathway.assessedDay],
    ["offered", pathway.offeredDay],
    ["accepted", pathway.acceptedDay],
    ["started", pathway.startDay],
    ["engaged", pathway.engagedDay],
    ["completed", pathway.completedDay],
    ["exit", pathway.exitDay],
    ["followed-up", pathway.followedUpDay],
  ];
  return days.flatMap(([stage, date]) =>
    date === null ? [] : [{ person, stage, date, reason: stage === "exit" ? pathway.closureReason : null }],
  );
}
