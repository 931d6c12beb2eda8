import { type Html, html } from "../page/html.ts";

const entries: readonly (readonly [string, string])[] = [
  [
    "Comparison group",
    "People who did not get the programme, set beside those who did. The closer they are alike, the more a difference can be put down to the programme.",
  ],
  ["In every 100", "What would be seen in 100 people like those analysed."],
  ["95% interval", "The range of true differences that fit the data well. It allows for chance only."],
  ["No clear difference", "The interval holds both a fall and a rise. It does not mean the programme has no effect."],
  [
    "Matched",
    "Each person in the programme is set beside one who looked the same on what was measured before it began.",
  ],
  ["Regression to the mean", "People picked at their worst are usually better next time, with or without help."],
  [
    "Level of evidence",
    "How many ways of being wrong about cause the design rules out, from 1 to 5 on the Maryland scale. Two scales share that name; the page says which is meant.",
  ],
  [
    "Withheld [c]",
    "A number that is not shown because so few people stand behind it that someone could be recognised.",
  ],
];

/** The words a reader may not know. */
export function glossary(): Html {
  return html`<dl>${entries.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>`;
}
