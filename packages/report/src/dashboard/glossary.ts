import { type Html, html } from "../page/html.ts";

interface Entry {
  readonly term: string;
  readonly meaning: string;
  /** How the page says it: an entry that explains nothing on the page is left out. */
  readonly said: RegExp;
}

const entries: readonly Entry[] = [
  {
    term: "Comparison group",
    meaning:
      "People who did not get the programme, set beside those who did. The more alike they are, the more a difference can be put down to the programme.",
    said: /comparison|compared/i,
  },
  {
    term: "In every 100",
    meaning: "What would be seen among 100 people like those analysed.",
    said: /in every 100/i,
  },
  {
    term: "95% interval",
    meaning: "The range of true differences that fit the data well. It allows for chance, and for nothing else.",
    said: /interval/i,
  },
  {
    term: "No clear difference",
    meaning: "The interval holds both a fall and a rise. It does not mean that the programme has no effect.",
    said: /no clear difference/i,
  },
  {
    term: "Risk difference",
    meaning: "The share of people with the outcome in one group, less the share in the other.",
    said: /risk difference/i,
  },
  {
    term: "Risk ratio, rate ratio, hazard ratio",
    meaning: "How many times as often something happens in one group as in the other. 1 means no difference.",
    said: /(risk|rate|hazard) ratio/i,
  },
  {
    term: "Adjusted",
    meaning: "Worked out so that the groups count as alike on what was measured before the programme began.",
    said: /adjust/i,
  },
  {
    term: "Matched",
    meaning: "Each person in the programme is set beside one who looked the same on what was measured before it began.",
    said: /match/i,
  },
  {
    term: "Regression to the mean",
    meaning: "People picked at their worst are often better next time, with or without help.",
    said: /regression to the mean|picked at their worst|at their worst/i,
  },
  {
    term: "Level of evidence",
    meaning:
      "How many ways of being wrong about cause the design rules out, from 1 to 5 on the Maryland scale. Two scales share that name, so the page says which one is meant.",
    said: /maryland/i,
  },
  {
    term: "Withheld [c]",
    meaning: "A number that is not shown, because so few people stand behind it that someone could be known by it.",
    said: /\[c\]|withheld/,
  },
];

/**
 * The words of a page that a reader may not know.
 *
 * @param parts of the page; what a picture draws is not looked at
 */
export function glossary(parts: readonly Html[]): Html {
  const text = parts.map((part) => part.html.replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, " ")).join(" ");
  const used = entries.filter(({ said }) => said.test(text));
  return html`<dl class="grid">${used.map(({ term, meaning }) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>\n`;
}
