import type { StudyPlan } from "@likewise/schema";
import { domesticCrimes, otherCrimes } from "../model/offences.ts";

/** How the plan of a template names its weights. */
export const inventedTable: NonNullable<StudyPlan["data"]["weights"]>[number] = {
  id: "invented",
  scheme: "own",
  file: "data/weights-invented.csv",
  edition: "synthetic",
  unit: "points",
  columns: { code: "Code", text: "Offence", weight: "Points" },
  source: "Invented for this synthetic study: no published scale has these points",
};

/** The table itself, as a file of the folder. */
export function weightsFile(): { readonly name: string; readonly text: string } {
  const texts = new Map([...domesticCrimes, ...otherCrimes].map(({ code, text }) => [code!, text]));
  const rows = [...texts].map(([code, text]) => `${code},"${text}",${points[code]}`);
  return { name: inventedTable.file, text: `Code,Offence,Points\n${rows.join("\n")}\n` };
}

/** Points of every offence of the model, in rough order of gravity: our choice. */
const points: Readonly<Record<string, number>> = {
  "12512": 1,
  "12509": 2,
  "14900": 2,
  "00872": 2,
  "10501": 4,
  "00831": 4,
  "06639": 4,
  "00873": 4,
  "06601": 8,
  "00806": 16,
  "00867": 16,
  "19512": 16,
  "00301": 16,
  "00877": 32,
  "00801": 64,
};
