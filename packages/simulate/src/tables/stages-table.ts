import type { Columns } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import type { Pathway } from "../pathway/draw-pathway.ts";
import { tableFields } from "../plan/table-sources.ts";
import { recordColumns } from "./record-columns.ts";

/** Stage of the model to the stage a study calls it; null for one it does not record. */
export type StageNames = Readonly<Record<string, string | null>>;

/**
 * Every stage anybody reached. A list is drawn up two weeks before its panel, and held against the criteria a week
 * before.
 */
export function stagesTable(people: readonly SimulatedPerson[], names: StageNames): Columns {
  const rows = people
    .flatMap(({ id, indexDay, decision, pathway }) => [
      { person: id, stage: "identified", date: indexDay - 14, reason: null },
      ...(decision === null ? [] : [{ person: id, stage: "met-criteria", date: indexDay - 7, reason: null }]),
      ...(pathway === null ? [] : stagesOf(id, pathway)),
    ])
    .flatMap((row) => {
      const stage = row.stage in names ? names[row.stage]! : row.stage;
      return stage === null ? [] : [{ ...row, stage }];
    });
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
