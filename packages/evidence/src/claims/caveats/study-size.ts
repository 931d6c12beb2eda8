import { effectMeasure, type Figure, isWithheld, type Sentence } from "@likewise/schema";
import { fewEvents, fewTreated } from "../../few-people.ts";
import { effectForm, eventsArePeople } from "../effect-form.ts";
import { type ClaimSubject, type Decision, estimateKey, isFound, isSilenced, sentenceAbout } from "../subject.ts";

/** Few people or events, the smallest effect they could show, and how many people it would take. */
export function studySize(subject: ClaimSubject, decision: Decision): Sentence[] {
  const { estimate, side } = subject;
  if (estimate === undefined) return [];
  const found: Sentence[] = [];
  const few = !isFound(subject, "small-numbers");
  if (few && below(estimate.treated.n, fewTreated))
    found.push(
      sentenceAbout(
        subject,
        "caveat-few-treated",
        { treatedN: estimateKey(subject, estimate, "treated", "n") },
        { threshold: String(fewTreated) },
      ),
    );
  if (
    few &&
    estimate.treated.events !== null &&
    eventsArePeople(estimate.measure) &&
    below(estimate.treated.events, fewEvents)
  )
    found.push(
      sentenceAbout(
        subject,
        "caveat-few-events",
        { treatedEvents: estimateKey(subject, estimate, "treated", "events") },
        { threshold: String(fewEvents) },
      ),
    );
  const { precision } = estimate;
  // More people would not mend a design that bears no verdict.
  if (precision === undefined || precision === null || isSilenced(decision)) return found;
  if (precision.detectableDifference !== null)
    found.push(
      sentenceAbout(
        subject,
        "caveat-detectable-difference",
        { detectable: estimateKey(subject, estimate, "precision", "detectableDifference") },
        { form: effectForm(estimate.measure), measure: effectMeasure(estimate.measure).label },
      ),
    );
  if (side === "none")
    found.push(
      precision.peopleNeeded === null
        ? sentenceAbout(subject, "caveat-people-not-attainable")
        : sentenceAbout(subject, "caveat-people-needed", {
            peopleNeeded: estimateKey(subject, estimate, "precision", "peopleNeeded"),
          }),
    );
  return found;
}

function below(figure: Figure, threshold: number): boolean {
  return !isWithheld(figure) && figure < threshold;
}
