import type { GuardFinding } from "@likewise/schema";

/** How a flaw is told to a commissioner. */
export interface GuardWording {
  readonly title: string;
  /** The end of a sentence that begins "… because", and a sentence of its own with a capital. */
  readonly because: string;
  /** Why this misleads, in words that take no training to read. */
  readonly explanation: string;
  readonly whatToDo: string;
}

/** Every guard, by its id. */
export const guardWordings: Readonly<Record<string, GuardWording>> = {
  "uncontrolled-before-after": {
    title: "Before and after, with nobody to compare",
    because:
      "people are only set against themselves at an earlier time, and nobody shows what would have happened anyway",
    explanation:
      "People change over time for many reasons. Without similar people who did not have the programme, there is no telling which part of a change is the programme.",
    whatToDo:
      "Follow similar people over the same time. People who were eligible and refused only because there was no place are often the best group at hand.",
  },
  "regression-to-the-mean": {
    title: "People were chosen at their worst",
    because:
      "people were chosen for what they did lately, and such people do less of it afterwards with or without a programme",
    explanation:
      "A very bad spell is partly bad luck. After it most people get somewhat better by themselves. A fall after selection is to be expected even if the programme does nothing.",
    whatToDo:
      "Set the result beside what selection alone would give, and compare with people chosen by the same rule who had no place.",
  },
  "national-rate": {
    title: "Compared with a national figure",
    because: "the comparison is a figure for other people than those in the programme",
    explanation:
      "People in a national figure differ in age, record and risk. A gap between them and a local group says who is in the group, not what the programme did.",
    whatToDo: "Compare with people from the same area who could have been in the programme, and match on their record.",
  },
  "completers-against-dropouts": {
    title: "Those who finished against those who left",
    because: "people who finished are set against people who left, and these differ in motives, in luck and in risk",
    explanation:
      "Who finishes is calmer, keener or luckier than who leaves. An arrest can also be the very reason for leaving. So those who finish look better even if the programme does nothing.",
    whatToDo: "Count everyone who was referred as treated, and compare them with people who were not referred.",
  },
  "refusers-comparison": {
    title: "Compared with people who said no",
    because: "the comparison group was offered a place and did not take it up",
    explanation:
      "People who say yes want to change, or have calmer lives. They would differ from those who say no even without a programme.",
    whatToDo: "Compare everyone who was offered a place with people who were not offered one.",
  },
  "completers-headline": {
    title: "Only those who finished are counted",
    because: "only people who completed are counted as treated, and completing is itself a sign of doing well",
    explanation:
      "Leaving out those who dropped out leaves out those who did worst. The same choice is not made in the other group, so the two are no longer alike.",
    whatToDo: "Count everyone referred or offered a place, whether or not they finished.",
  },
  "historical-comparison": {
    title: "Compared with an earlier time",
    because: "the comparison group is from another time, and times change",
    explanation:
      "Crime, police work and the law change from year to year. A difference between then and now may be the times and not the programme.",
    whatToDo: "Compare with people followed over the same months.",
  },
  "immortal-time": {
    title: "Time in which nothing could happen",
    because:
      "people had to be free of the event for a time to count as treated, and that time is counted in the programme’s favour",
    explanation:
      "If people must stay out of trouble for some months to count as treated, those months are free of events by rule. The other group had no such rule.",
    whatToDo: "Start the clock of both groups on the same day, such as the referral, and keep everyone who started.",
  },
  "index-at-programme-end": {
    title: "The clock starts when the programme ends",
    because: "one group is followed from the end of the programme and the other from an earlier point",
    explanation:
      "Only people who got to the end are followed, and what they did on the way is not counted. The other group is followed from the start, with all that happens then.",
    whatToDo: "Follow both groups from the same point, such as the referral or the decision.",
  },
  "different-follow-up": {
    title: "One group was watched for longer",
    because: "one group was watched for longer than the other",
    explanation:
      "The longer people are watched, the more is seen. A group watched for half the time looks better without being better.",
    whatToDo: "Count both groups over the same time, and leave out what comes later.",
  },
  "windows-not-over": {
    title: "The time is not over",
    because: "for many people of one group the time in which an event counts was not over when the data were drawn",
    explanation:
      "Someone who came three months ago has had no chance to reoffend within a year, and a case in court may not be decided. No event yet is not the same as no event.",
    whatToDo: "Wait until the time is over for everyone, or count a shorter time that is.",
  },
  "different-source": {
    title: "Outcomes are read from different places",
    because: "what happened is read from one source for one group and from another for the other",
    explanation:
      "A case worker, a police computer and a court see different things. A difference between groups may be a difference between sources.",
    whatToDo: "Read the outcomes of both groups from the same records.",
  },
  "different-coverage": {
    title: "The records cover less for one group",
    because: "the records searched cover less time for one group than for the other",
    explanation:
      "What the records do not cover cannot be found in them. A group with shorter records looks better than it is.",
    whatToDo: "Get records that cover the whole time for both groups, or count only the time that both have.",
  },
  "selective-linkage": {
    title: "People not found in the records",
    because: "many more people of one group could not be found in the records",
    explanation:
      "Not being found is not the same as doing nothing. People who are hard to find often differ from the others in just what matters.",
    whatToDo:
      "Find out why they were not found, search again, and show how the result would change if they had done badly.",
  },
  "recording-changed": {
    title: "Recording changed for one group",
    because: "the way events are recorded changed for one group and not for the other",
    explanation:
      "When a force files as incidents what it filed as crimes, crimes fall on paper. Nobody has become safer by that.",
    whatToDo: "Count all incidents, whether or not they are filed as crimes, or compare people of the same force.",
  },
  "custody-exposure": {
    title: "Time in custody",
    because: "people of one group spent much more time in custody, where they cannot do it again",
    explanation:
      "People in prison commit fewer crimes outside it. If one group is locked up more, it looks better for that alone.",
    whatToDo: "Count events for the time people were free, and show time in custody as an outcome of its own.",
  },
  "programme-generated-events": {
    title: "Events made by looking for them",
    because: "many more events of one group are on record only because the police went looking for them",
    explanation:
      "Arrests that come from extra police work show how hard the police looked. They do not show what people did.",
    whatToDo: "Count only events that somebody reported, in both groups.",
  },
  "reporting-differs": {
    title: "Support changes what gets reported",
    because: "victim-survivors of one group had much more support, and support changes what is reported to the police",
    explanation:
      "With an advocate at their side people report more of what is done to them. More reports can then mean more trust, and fewer can mean less. Neither shows how much abuse there was.",
    whatToDo: "Ask victim-survivors of both groups the same questions, and do not use reports alone.",
  },
  "self-report-only": {
    title: "Only the person’s own word",
    because: "all that is known is what the people on the programme say of themselves",
    explanation:
      "People on a programme learn what is expected of them, and have reasons to say it. What they say can change while what they do stays the same.",
    whatToDo: "Add what victim-survivors say, or what police and courts recorded, for both groups.",
  },
  "victim-voice-absent": {
    title: "The result does not ask victim-survivors",
    because: "the result does not rest on what victim-survivors say, and police records see only a part of abuse",
    explanation:
      "Much abuse is never reported, and control can make reporting harder. The safety of victim-survivors is the first aim, and they know most about it.",
    whatToDo: "Make what victim-survivors say an outcome, asked safely and in the same way in both groups.",
  },
  "allocation-not-random": {
    title: "Called random, but the groups differ",
    because: "the groups are called random, but they differed from the start by more than chance allows",
    explanation:
      "If places are given by chance, groups of this size are nearly alike. These are not. Somebody, or something, chose.",
    whatToDo:
      "Find out how places were really given, and treat the study as one without random places until that is known.",
  },
  "waiting-order-not-followed": {
    title: "The waiting list was not followed",
    because: "places on the list went by choice and not by order",
    explanation:
      "If those who seem ready go first, they differ from those who wait. The list then no longer makes like groups.",
    whatToDo: "Give places by the order of the list, and write down each exception.",
  },
  crossover: {
    title: "People changed groups",
    because: "many people got what the other group was to get",
    explanation:
      "People who change groups do so for a reason. To count them where they went undoes the fair start. To count them where they were placed makes the groups more alike than the programme does.",
    whatToDo: "Count everyone in the group they were placed in, and show how many changed.",
  },
  "unmatched-comparison": {
    title: "The groups were never made alike",
    because: "the two groups are set side by side as they are, with nothing to show that they are alike",
    explanation:
      "People who come to a programme differ from others in many ways. A plain gap between the groups mixes all of these.",
    whatToDo: "Match or adjust for age, sex, time and record of offending.",
  },
  "essential-covariates-missing": {
    title: "What matters most was not compared",
    because: "the groups were not made alike on something that decides reoffending",
    explanation:
      "How often and how lately people offended before, their age and their sex say most about what they will do. Groups that differ in these will differ later, programme or not.",
    whatToDo: "Add them to the match. Police records before the start hold most of them.",
  },
  "imbalance-after-matching": {
    title: "The groups still differ",
    because: "the groups still differ in what matters after they were made alike",
    explanation:
      "Matching is only as good as the groups it makes. Where they still differ, the result may be that difference.",
    whatToDo: "Match more closely, adjust for what is left, or say for whom there is no match.",
  },
  "covariates-after-entry": {
    title: "Made alike on something that came later",
    because: "people were made alike on something recorded after they entered",
    explanation:
      "What is noted after the start may come from the programme itself. To make groups alike on it can hide an effect, or make one.",
    whatToDo: "Use only what was known on the day people entered.",
  },
  "area-confounding": {
    title: "One area against another",
    because:
      "the two groups live in different areas, so whatever else differs between the areas looks like the programme",
    explanation:
      "Areas differ in police, courts, housing and work, and these change over time. With one area on each side nobody can tell them from the programme.",
    whatToDo:
      "Take people from the same areas into both groups, or several areas on each side with figures from before.",
  },
  "comparison-chosen-differently": {
    title: "The groups were chosen by different rules",
    because: "the comparison group was chosen by another rule than the people of the programme",
    explanation: "A group picked at a bad moment gets better by itself. A group picked otherwise does not.",
    whatToDo: "Choose both groups by the same rule on the same day.",
  },
  "differential-attrition": {
    title: "More people lost from one group",
    because: "many more people were lost from one group than from the other",
    explanation: "People who are lost often did worse. If one group loses more of them, it looks better than it is.",
    whatToDo: "Find them in records that cover everyone, and show how far they could change the result.",
  },
  "estimand-changed": {
    title: "Many treated people were left out",
    because: "many of the people treated were left out, as nobody like them was found",
    explanation:
      "The result is about those who are left, and not about the people who were referred. Those left out may have fared quite otherwise.",
    whatToDo:
      "Say whom the result is about, loosen the match, or find a comparison group with people like those left out.",
  },
  "no-overlap": {
    title: "Nobody alike in the other group",
    because: "hardly anyone in one group has someone like them in the other",
    explanation: "Where there are no like people there is no fair comparison. A number could only come from a guess.",
    whatToDo: "Find people with a like record who had no place, or look only at those for whom there are some.",
  },
  "small-numbers": {
    title: "Very few people",
    because: "so few people or events stand behind it that a handful decides",
    explanation: "With so few people, two or three others would turn the result. Luck alone can make a large gap.",
    whatToDo: "Wait for more people, join with other sites, and tell what was done for each person instead of a rate.",
  },
  "outcome-switching": {
    title: "The main outcome is not that of the plan",
    because: "the main outcome, or how it is counted, is not that of the plan that was frozen",
    explanation:
      "Anyone who looks at many results can pick one that looks good. Only an outcome named before the results were seen is a fair test.",
    whatToDo: "Report the outcome of the frozen plan first. Say why another was added, and when.",
  },
  "many-outcomes": {
    title: "Many outcomes, one that stands out",
    because: "many outcomes were looked at, and one that stands out is to be expected by chance",
    explanation: "Of twenty outcomes without any effect, one will look clear by luck. To show that one alone misleads.",
    whatToDo: "Name one main outcome before looking, and show all the others beside it.",
  },
  "subgroup-fishing": {
    title: "Many groups looked at apart",
    because: "many groups of people were looked at apart, and one that stands out is to be expected by chance",
    explanation:
      "Cut people up in enough ways and one part will look good or bad by luck. Such parts are ideas for a next study.",
    whatToDo: "First ask whether the groups differ at all, and test an idea on new people.",
  },
  "one-site-carries": {
    title: "One site carries the result",
    because: "without one site little is left of the result",
    explanation: "If all of a result comes from one place, it may be something about that place, or about its records.",
    whatToDo: "Show the sites apart, and look into that site’s people and records first.",
  },
};

/**
 * The words of a guard.
 *
 * @throws RangeError when there are none of this id
 */
export function guardWording(id: string): GuardWording {
  const wording = guardWordings[id];
  if (wording === undefined) throw new RangeError(`guardWording: id must be that of a guard, got ${id}`);
  return wording;
}

/** What a finding does to claims. */
export const effectWords: Readonly<Record<GuardFinding["effect"], string>> = {
  "stops-verdict": "No verdict is given: this alone could have made the result.",
  "stops-cause": "Nothing is said of a cause. The difference may be described.",
  caveat: "It stops nothing, and is to be borne in mind.",
  "not-assessed": "Nobody has looked into it, so it may or may not matter.",
};

/** Where a finding shows. */
export const basisWords: Readonly<Record<GuardFinding["basis"], string>> = {
  data: "In the data.",
  plan: "In the plan of the study.",
  facts: "In what the study states of itself.",
  "frozen-plan": "In the plan that was frozen before.",
};

/** Sentences with what a guard found. */
export const guardSentences: Readonly<Record<string, string>> = {
  "guard-by-arm":
    "{counted}: {treatedEvents:count} of {treatedN:count} in the group “{treated}”, and {comparisonEvents:count} of {comparisonN:count} in the group “{comparison}”.",
  "guard-selection-alone":
    "Selection alone would leave {expected:percent} with an event in the half-year after ({stage:code}).",
  "guard-selection-alone-range":
    "Selection alone would leave between {low:percent} and {high:percent} with an event in the half-year after ({stage:code}).",
  "guard-refused-for-capacity":
    "{decisions:count} decisions found people suitable and refused them only for want of a place. They are a comparison group that was there to be used.",
  "guard-left-out": "{kept:count} treated people are in the result, and {unmatched:count} are not.",
  "guard-few-people":
    "The result rests on {treatedN:count} people in the group “{treated}” and {comparisonN:count} in the group “{comparison}”.",
};
