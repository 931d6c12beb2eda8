import type { StudyPlan } from "@likewise/schema";

/** What a drafted plan assumed and nobody has confirmed, as lines for a terminal; nothing when all is confirmed. */
export function unconfirmedText(open: NonNullable<StudyPlan["data"]["confirm"]>): string {
  if (open.length === 0) return "";
  const lines = open.flatMap(({ id, question, assumed, evidence }) => [
    "",
    `  ${id}: ${question}`,
    `    assumed: ${assumed}`,
    ...(evidence === undefined ? [] : [`    the files show: ${evidence}`]),
  ]);
  return `${["", `Not confirmed: ${open.length}; run waits for data.confirm in study.yaml`, ...lines].join("\n")}\n`;
}
