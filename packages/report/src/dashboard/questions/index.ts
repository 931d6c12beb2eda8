import { contractQuestion } from "../../performance/contract-question.ts";
import type { Question } from "../question.ts";
import { cost } from "./cost.ts";
import { decide } from "./decide.ts";
import { harms } from "./harms.ts";
import { leftOut } from "./left-out.ts";
import { reached } from "./reached.ts";
import { safer } from "./safer.ts";
import { sure } from "./sure.ts";
import { work } from "./work.ts";

/** Every question of the dashboard after the first screen, in the order of the page: a new one is a file and a line. */
export const questions: readonly Question[] = [
  work,
  safer,
  harms,
  reached,
  contractQuestion,
  sure,
  cost,
  decide,
  leftOut,
];
