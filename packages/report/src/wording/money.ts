import type { Catalogue } from "./catalogue.ts";

const ifCaused = "if the whole difference were caused by the programme";
const notShown = "The evidence does not show that it was: this is a scenario.";

const places = {
  "dearer-more-successes": "costs more and brings more successes",
  "dearer-fewer-successes": "costs more and brings fewer successes",
  "cheaper-more-successes": "costs less and brings more successes",
  "cheaper-fewer-successes": "costs less and brings fewer successes",
} as const;

const intervals = {
  above: "lies below that",
  within: "includes that",
  below: "lies above that",
} as const;

/** What may be said of money. Cost avoided, capacity released and cashable saving are three things; a scenario has no saving. */
export const money: Catalogue = {
  "money-worth-above-found":
    "At published prices, gains are above the cost by {range:pounds}. The best estimate is {estimate:poundsSize}.",
  "money-worth-below-found":
    "At published prices, gains are below the cost by {range:pounds}. The best estimate is {estimate:poundsSize}.",
  "money-worth-unclear-found":
    "At published prices, it is not clear whether gains exceed the cost. The best estimate of gains less cost is {estimate:pounds}, but it may be {fromTo:pounds}.",
  "money-worth-above-scenario": `If the whole difference were caused by the programme, gains would be above the cost by {range:pounds} (best estimate {estimate:poundsSize}). ${notShown}`,
  "money-worth-below-scenario": `If the whole difference were caused by the programme, gains would be below the cost by {range:pounds} (best estimate {estimate:poundsSize}). ${notShown}`,
  "money-worth-unclear-scenario": `If the whole difference were caused by the programme, gains less cost would be {estimate:pounds} ({fromTo:pounds}). ${notShown}`,
  "money-draws-found": "Gains exceed the cost in {share:percent} of draws of all that is uncertain.",
  "money-draws-scenario":
    "In that case gains would exceed the cost in {share:percent} of draws of all that is uncertain.",
  "money-budgets-found":
    "Cost avoided by public budgets: {estimate:pounds} ({interval:pounds}). Of it, {cashable:pounds} is a cashable saving: it could leave a budget. The rest is capacity released: time and places that others use.",
  "money-budgets-scenario":
    "In that case public budgets would avoid a cost of {estimate:pounds} ({interval:pounds}). Of it, {cashable:pounds} could leave a budget. The rest would be capacity released: time and places that others use.",
  "money-budgets-below-found":
    "Public budgets spend {range:pounds} more because of what changed. The best estimate is {estimate:poundsSize}.",
  "money-budgets-below-scenario":
    "In that case public budgets would spend {range:pounds} more (best estimate {estimate:poundsSize}).",
  "money-budgets-unclear-found":
    "It is not clear whether public budgets avoid any cost. The best estimate of what they gain is {estimate:pounds}, but it may be {fromTo:pounds}.",
  "money-budgets-unclear-scenario":
    "In that case it would not be clear whether public budgets avoid any cost: they would gain {estimate:pounds} ({fromTo:pounds}).",
  "money-who-one-found": "{payer:capital} pays the most, and {gainer} gains the most",
  "money-who-people-found": "{payer:capital} pays the most, and people gain the most",
  "money-who-one-scenario": `{payer:capital} pays the most, and {gainer} would gain the most, ${ifCaused}`,
  "money-who-people-scenario": `{payer:capital} pays the most, and people would gain the most, ${ifCaused}`,
  ...each(places, (quadrant, does) => ({
    [`money-plane-${quadrant}-found`]: `In {share:percent} of draws it ${does}`,
    [`money-plane-${quadrant}-scenario`]: `In {share:percent} of draws it ${does}, ${ifCaused}`,
  })),
  "money-acceptable-from-found": "From {worth:pounds} for one success, going on is best on average",
  "money-acceptable-never-found": "Even at {worth:pounds} for one success, going on is not best on average",
  "money-acceptable-always-found": "Whatever one success is worth, going on is best on average",
  "money-acceptable-from-scenario": `From {worth:pounds} for one success, going on would be best on average, ${ifCaused}`,
  "money-acceptable-never-scenario": `Even at {worth:pounds} for one success, going on would not be best on average, ${ifCaused}`,
  "money-acceptable-always-scenario": `Whatever one success is worth, going on would be best on average, ${ifCaused}`,
  ...each(intervals, (place, lies) => ({
    [`money-break-even-fewer-${place}`]: `The programme pays for itself if it prevents at least {needed:per100} {unit:plural} for every 100 people. The study’s interval, {low:per100} to {high:per100}, ${lies}.`,
    [`money-break-even-more-${place}`]: `The programme pays for itself if it brings at least {needed:per100} more {unit:plural} for every 100 people. The study’s interval, {low:per100} to {high:per100}, ${lies}.`,
  })),
  "money-break-even-fewer-untold":
    "To pay for itself, the programme would have to prevent at least {estimate:per100} {unit:plural} for every 100 people ({interval:per100}, as costs and values may vary). This is what it would take. What it did is not shown.",
  "money-break-even-more-untold":
    "To pay for itself, the programme would have to bring at least {estimate:per100} more {unit:plural} for every 100 people ({interval:per100}, as costs and values may vary). This is what it would take. What it did is not shown.",
  "money-break-even-never":
    "No larger effect of the same kind would pay for itself: taken together, what was found has no worth above nothing.",
  "money-break-even-times":
    "The programme pays for itself if every gain is at least {times:ratio} times what was found.",
  "money-rests-turns": "What could alone turn the result round: {number}",
  "money-rests-firm": "No number alone turns the result round. What moves it most: {number}",
  "money-cannot-saving":
    "That any money was saved: the evidence does not show that the programme caused the difference.",
  "money-cannot-withheld": "What it was worth: a number that this rests on is withheld to protect people.",
  "money-cannot-recalled":
    "What it was worth: a value that this rests on was written from memory, and not seen in its source.",
  "money-cannot-value": "What it was worth: no value could be put on what changed.",
};

function each<Key extends string>(
  texts: Readonly<Record<Key, string>>,
  make: (key: Key, text: string) => Catalogue,
): Catalogue {
  return Object.assign({}, ...(Object.keys(texts) as Key[]).map((key) => make(key, texts[key])));
}
