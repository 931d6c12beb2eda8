import type { Catalogue } from "./catalogue.ts";

/** What speaks for continuing, varying, pausing or testing a programme, and what each rests on that is not known. */
export const decisions: Catalogue = {
  "decision-continue-caused":
    "The main outcome was better, and the design allows this to be put down to the programme.",
  "decision-continue-better":
    "The main outcome was better among those in the programme. It has not been shown that the programme is why.",
  "decision-continue-none-worse": "Of {outcomes} outcomes {better} were better, and none was worse.",
  "decision-continue-fewer-abused":
    "Fewer victim-survivors told of abuse: {before:count} before and {after:count} after, of {people:count}. Of {unknown:count} more it is not known. Nobody was compared with them.",
  "decision-continue-costs-unknown": "What the programme costs was not set against what it saves.",
  "decision-continue-victims-unknown": "What victim-survivors went through was not measured.",
  "decision-vary-support":
    "Support was offered to {offered:count} of {linked:count} victim-survivors, and should be to all.",
  "decision-vary-completion": "Of {started:count} people who started, {completed:count} completed.",
  "decision-vary-mixed": "Outcomes point both ways: better on {better}, worse on {worse}.",
  "decision-vary-reach":
    "Chosen less often than others, by {by}: {group}. The ratio is {ratio:ratio} ({interval:ratio}); 1 would be as often.",
  "decision-vary-groups-unknown": "Whether some people gain more than others was not worked out.",
  "decision-pause-worse": "{outcome:capital} was worse among {treated} than among {comparison}.",
  "decision-pause-more-abused":
    "More victim-survivors told of abuse: {before:count} before and {after:count} after, of {people:count}. Of {unknown:count} more it is not known. Nobody was compared with them.",
  "decision-pause-harms-unknown":
    "Harms were not recorded. So a lack of reasons to pause is no sign that nobody was harmed.",
  "decision-test-no-comparison": "Nobody was compared with anybody.",
  "decision-test-cannot-say": "These results cannot say what difference the programme made.",
  "decision-test-unclear": "The main outcome showed no clear difference. The data fit a rise and a fall alike.",
  "decision-test-not-caused": "The main outcome differed, and it has not been shown that the programme is why.",
  "decision-test-rests":
    "The evidence is at level {level:whole} of 5, and rests on things that were not put to the test.",
  "decision-test-disagrees": "Another way to look at the same people sees the main outcome differently.",
};
