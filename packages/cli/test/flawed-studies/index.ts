import { allocationStudies } from "./allocation.ts";
import { analysisStudies } from "./analysis.ts";
import { beforeAndAfterStudies } from "./before-and-after.ts";
import { completionStudies } from "./completion.ts";
import type { StudyMaker } from "./kit/study-files.ts";
import { measurementStudies } from "./measurement.ts";
import { soundMatched } from "./sound-matched.ts";
import { soundTrials } from "./sound-trials.ts";
import { soundWaitingLists } from "./sound-waiting-lists.ts";
import { sourceStudies } from "./sources.ts";
import { timeStudies } from "./time.ts";

export { type StudyFiles, type StudyMaker, writeStudy } from "./kit/study-files.ts";

/** Every study of the set by its id; expectations.yaml says what is true of each and what may be said. */
export const blindStudies: Readonly<Record<string, StudyMaker>> = {
  ...beforeAndAfterStudies,
  ...completionStudies,
  ...timeStudies,
  ...sourceStudies,
  ...measurementStudies,
  ...allocationStudies,
  ...analysisStudies,
  ...soundTrials,
  ...soundWaitingLists,
  ...soundMatched,
};
