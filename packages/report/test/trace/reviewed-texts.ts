/**
 * Texts of the pages' code that hold a word of findings and state none: reviewed one by one, by file. A new one is added here by
 * somebody who has read it, or becomes a sentence of the catalogue. `◦` stands where a value goes.
 */
export const reviewedTexts: readonly string[] = [
  // wording/safety-wording.ts: a number withheld, by what the published edition says of it
  "all but fewer than ◦ of ◦",
  // dashboard/first-screen.ts
  "The level is lowered already because ◦.",
  // economics/economics-tables.ts
  "A scenario: if the whole difference were caused by the programme.",
  "Cost for each additional success (◦)",
  "Cost for each additional success",
  "Costs and successes of the same people",
  "Net benefit a person where one success is worth ◦",
  "◦ (no limits: in some draws there are no more successes)",
  "The most a better evaluation is worth",
  // economics/money-acceptability.ts
  "how sure one can be that the programme is worth its cost, by what one success is held to be worth",
  "Draws in which going on is best, in every 100, by what one success is held to be worth. A success: ◦. ◦",
  "Worth of one success, ◦",
  "By what one success is held to be worth",
  "Pounds for one success",
  "Draws in which going on is best",
  "Best on average",
  "What a success is worth is for those who decide. The Treasury has no value for it.",
  // economics/money-plane.ts
  "cost and successes against doing without the programme, with their intervals",
  "Cost and successes against doing without",
  "Successes across and cost up (◦), against doing without; lines are ◦% intervals. A success: ◦. ◦",
  "Successes: ◦; cost: ◦",
  "Draws by where cost and successes stand",
  "A cost for each success is told only where it costs more and there are more successes: elsewhere the place says all.",
  "Successes more than without",
  "Successes ◦; cost ◦",
  // economics/money-tornado.ts
  "Gains less costs with each number moved alone from its lower to its upper limit. ◦",
  "Its lower limit",
  "Result at the lower",
  "The upright line stands at ◦: every number at its best value.",
  // practice/three-aims.ts
  "A realistic chance of success",
  // card/render-card.ts
  "What would raise the level",
  "◦. Worked out from the design and the data◦",
  "No step is known that would raise it.",
  // practice/practice-sections.ts
  "Use of services: a rise can be good",
  "The programme against the best available evidence",
  // wording/practice-words.ts
  "against: the strongest evidence does not find that it helps",
  "It is worked out by a model, and rests on what the model assumed of whatever nobody recorded.",
  // outcome-report/looks.ts
  "Look ◦ of ◦◦. False alarms are spread over the looks by ◦: no more than ◦ over all of them. Had every look so far been judged alone, they would be ◦.",
  // portfolio/render-portfolio.ts
  "Are victim-survivors safer, by their own account?",
  "Fewer than three of these studies have a result that can be brought together, so nothing is said of how much programmes differ.",
  "Which programme is best. The people referred, the comparison groups, the police forces and courts, and the years all differ, and an interval for each study says nothing of a difference between two.",
  "That a programme with a wide interval does less than one with a narrow one. It has fewer people.",
  "That a lower level of evidence means a worse programme. It means that less is known.",
  // portfolio/portfolio-money.ts
  "What is costed, prices and years are those of each study, so amounts of two studies cannot be set against each other. A scenario says what the money would be if the whole difference were caused by the programme.",
  // portfolio/unlike-definitions.ts
  "direction that is better",
  // charts/arms.ts
  "no lower limit, to ◦",
  "The difference is worked out before rounding, so the rounded numbers may not add up to it.",
  // charts/blocks.ts
  "People are chosen when things are at their worst. Their next half-year is usually better, with or without a programme. So a fall by itself is not an effect: what counts is the gap between the two groups.",
  // charts/caliper-path.ts
  "A narrower caliper compares people who are more alike, and leaves more people out: the estimate is then about fewer of them.",
  // charts/forest.ts
  "A line that crosses ◦ fits a fall, a rise and no difference alike.",
  // charts/ladder.ts
  "A higher level rules out more ways of being wrong about cause. It says nothing about how large a difference is.",
  // charts/love-plot.ts
  "More than 0.1 apart: ◦",
  // charts/measure-bins.ts
  "Above the diagonal later scores are higher, which is better.",
  "Below the diagonal later scores are lower, which is better.",
  // charts/measure-outcomes.ts
  "Reliable change is more than the questionnaire’s own error. Only people in the clinical range at first can recover, so both shares stand.",
  // measures/scoring-rows.ts
  ", ◦ is better",
  "more than ◦ points, from a reliability of ◦ (◦)",
  // tables/table-groups.ts
  "What people and those who work with them say at each time point. Those who answer later may differ from those who do not.",
  // wording/warnings.ts
  "Nothing is controlled here. Children with a worker of their own differ from others in more than the worker, so a gap between them is no effect of it.",
  // charts/reach.ts
  "A line that crosses 1 fits being selected less often, more often and as often. Ratios are crude: they show where to look, not why.",
  // charts/theory.ts
  "how the programme is meant to work, and what each part shows now",
  "How the programme is meant to work",
  "A thick line rests on strong evidence, a thin one on moderate, a dashed one on weak, a dotted one on none that is stated or on evidence that is contested. The value is of the people of the programme; whether the programme caused it is the verdict’s matter.",
  "leads to ◦",
  // dashboard/first-screen.ts, dashboard/safety-answers.ts
  "Another result was worse:",
  "Are victim-survivors and children safer, and by whose account?",
  "Did it work?",
  "Nobody is compared with them, so this does not show that the programme made them safer.",
  "These data hold no account of what victim-survivors went through. Nothing here shows whether they are safer.",
  // dashboard/glossary.ts
  "The interval holds both a fall and a rise. It does not mean that the programme has no effect.",
  "Worked out so that the groups count as alike on what was measured before the programme began.",
  "People picked at their worst are often better next time, with or without help.",
  // dashboard/questions
  "Taken after it, each of these could raise the level of evidence too:",
  "Something was worse, and stands below",
  "Nothing was worse by the results that decide",
  "What was worse",
  "Worse by another estimate",
  "Are victim-survivors and children safer?",
  "Whether victim-survivors and children are safer, by their own account.",
  // flat/flat-tables.ts
  "flatTables: a table must have ◦ dimensions or fewer, got ◦ in ◦",
  // outcome-report/evidence.ts
  "What would raise it, cheapest first",
  // outcome-report/parts/seven-parts.ts
  "What do those who deliver it say helps and hinders?",
  // outcome-report/reporting/checklist.ts
  "By its design this report is held to ◦. Of ◦ items ◦ are met, ◦ in part and ◦ not. This is worked out from the results: it says that a thing is there, not that it is good.",
  // outcome-report/reporting/reporting-items.ts
  "Background and why the programme should work",
  // outcome-report/programme.ts
  "Why it should work",
  // outcome-report/sensitivity.ts
  "No effect was estimated, so there is nothing to doubt.",
  "Assumed that the programme only helps, or only hinders, knowing an outcome (Lee bounds)",
  "No effect if this share is recorded in the programme group",
  // page/table.ts
  "^(\\[[a-z]+\\]|◦|◦ (?:to|of) ◦|less than 0\\.01|Not measured)?$",
  // performance/performance-section.ts
  "This says what was delivered, not whether it worked. A service can meet every target and help nobody, or miss some and help.",
  // tables/table-groups.ts
  "Each definition of what counts, and each window, stands by itself. Groups are everyone in each arm, before any matching, so a gap between them is no effect of the programme.",
  "People chosen for what they did lately do less of it afterwards by themselves. What selection alone leads to stands below, beside every before and after.",
  "A score falls by itself as time passes without an event.",
  // theory/node-shown.ts
  "less than was expected",
  "more than was expected",
  // wording/appraisal-words.ts
  "Fewer than ◦ people treated",
  "Fewer than ◦ people treated with the outcome",
  // wording/formats.ts
  "less than 0.01",
  // wording/labels.ts
  "Maryland Scientific Methods Scale as adapted by the What Works Centre for Local Economic Growth (2016)",
  "Maryland scale (What Works Centre edition)",
  "Better than the comparison group",
  "Worse than the comparison group",
  // wording/method-paragraph.ts
  "the chance of being selected, worked out from the characteristics listed",
  "No two people in a set may differ by more than ◦ standard deviations of that (◦).",
  // wording/warnings.ts
  "A published share stands without the counts behind it, so nothing can be worked out from it.",
];
