import { earlyResponse } from "./early-response.ts";
import { groupwork } from "./groupwork.ts";
import { highRiskCaseManagement } from "./high-risk-case-management.ts";
import { oneToOneBehaviourChange } from "./one-to-one-behaviour-change.ts";
import type { StudyTemplate } from "./study-template.ts";
import { wholeFamily } from "./whole-family.ts";

/**
 * Studies to begin from, by intensity of the programme. Another is one more file and one more line.
 *
 * @example
 * studyTemplates.map(({ id }) => id); // ["high-risk-case-management", "one-to-one-behaviour-change", "groupwork", "whole-family", "early-response"]
 */
export const studyTemplates: readonly StudyTemplate[] = [
  highRiskCaseManagement,
  oneToOneBehaviourChange,
  groupwork,
  wholeFamily,
  earlyResponse,
];
