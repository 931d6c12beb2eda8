/** What a before-and-after cannot be read without, by the code of the warning. */
export const warningTexts: Readonly<Record<string, string>> = {
  "no-comparison-group":
    "Nobody is compared with these people. A change from before to after is a description, and not an effect.",
  "selected-on-recent-offending":
    "These people were chosen for what they did lately. They would do less of it afterwards with or without a programme.",
  "different-people":
    "The blocks are not of the same people: not all of them reached this stage, or were followed through every block.",
  "different-population": "A share here is of other people. It is context, and no comparison group.",
  "window-not-stated": "A published share does not say how long people were followed.",
  "children-support-uncontrolled":
    "Nothing is controlled here. Children with a worker of their own differ from others in more than the worker, so a gap between them is no effect of it.",
  "no-counts": "A published share stands without the counts behind it, so nothing can be worked out from it.",
};

/**
 * The sentence of a warning.
 *
 * @throws RangeError when the catalogue has none of this code
 */
export function warningText(code: string): string {
  const text = warningTexts[code];
  if (text === undefined) throw new RangeError(`warningText: code must be that of a warning, got ${code}`);
  return text;
}
