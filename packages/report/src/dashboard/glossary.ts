import { type Html, html } from "../page/html.ts";

const entries: readonly (readonly [string, string])[] = [
  [
    "Comparison group",
    "People who did not get the programme, set beside those who did. The more alike they are, the more a difference can be put down to the programme.",
  ],
  ["In every 100", "What would be seen among 100 people like those analysed."],
  ["95% interval", "The range of true differences that fit the data well. It allows for chance, and for nothing else."],
  [
    "No clear difference",
    "The interval holds both a fall and a rise. It does not mean that the programme has no effect.",
  ],
  ["Risk difference", "The share of people with the outcome in one group, less the share in the other."],
  [
    "Risk ratio, rate ratio, hazard ratio",
    "How many times as often something happens in one group as in the other. 1 means no difference.",
  ],
  ["Adjusted", "Worked out so that the groups count as alike on what was measured before the programme began."],
  [
    "Matched",
    "Each person in the programme is set beside one who looked the same on what was measured before it began.",
  ],
  ["Regression to the mean", "People picked at their worst are often better next time, with or without help."],
  [
    "Level of evidence",
    "How many ways of being wrong about cause the design rules out, from 1 to 5 on the Maryland scale. Two scales share that name, so the page says which one is meant.",
  ],
  [
    "Withheld [c]",
    "A number that is not shown, because so few people stand behind it that someone could be known by it.",
  ],
];

/** The words a reader may not know. */
export function glossary(): Html {
  return html`<dl class="grid">${entries.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>\n`;
}
