import { type Columns, columnsOf, dateColumn, textColumn } from "@likewise/schema";
import type { SimulatedPerson } from "../model/simulated-person.ts";

/** Every stage anybody reached. A list is drawn up two weeks before its panel. */
export function stagesTable(people: readonly SimulatedPerson[]): Columns {
  const rows = people.flatMap(({ id, indexDay, pathway }) => [
    { person: id, stage: "identified", day: indexDay - 14, reason: null },
    ...(pathway === null ? [] : stagesOf(id, pathway)),
  ]);
  return columnsOf({
    person: textColumn(rows.map((row) => row.person)),
    stage: textColumn(rows.map((row) => row.stage)),
    date: dateColumn(rows.map((row) => row.day)),
    reason: textColumn(rows.map((row) => row.reason)),
  });
}

function stagesOf(person: string, pathway: NonNullable<SimulatedPerson["pathway"]>) {
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
  return days.flatMap(([stage, day]) =>
    day === null ? [] : [{ person, stage, day, reason: stage === "exit" ? pathway.closureReason : null }],
  );
}
