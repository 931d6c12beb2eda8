import type { FirstScreenAnswers } from "./first-screen-answers.ts";

/**
 * The answers read from visible text alone, as a reader would: after each question, the first words that answer it.
 *
 * @throws RangeError when an answer does not stand there
 */
export function answersOfText(text: string): FirstScreenAnswers {
  const worked = after(text, "Did it work?", "How sure can we be?");
  const sure = after(text, "How sure can we be?", "Who was reached?");
  const reached = after(text, "Who was reached?", "What does it cost, and who gains?");
  const safer = after(text, "Are victim-survivors and children safer, and by whose account?", "Was everyone at risk");
  return {
    verdict: found(
      "verdict",
      worked,
      /^(Better than the comparison group|Worse than the comparison group|No clear difference|Cannot say|Not measured)/,
    ),
    interval: intervalIn(worked),
    level: found("level", sure, /^(Level \d of 5|The design cannot be graded)/),
    scale: found("scale", sure, /(Maryland scale \(What Works Centre edition\)|original Maryland scale)/i),
    people:
      /^(?:[\d,]+|a withheld number) analysed of (?:[\d,]+|a withheld number) (?:referred|people in the data)/.exec(
        reached,
      )?.[0] ?? null,
    victims: found("victims", safer, /^(Not measured|.*? in every 100 before, .*? after|.*? in every 100(?: after)?)/),
  };
}

/** Limits with the direction that the words around them give. */
function intervalIn(text: string): FirstScreenAnswers["interval"] {
  const number = (written: string) => Number(written.replaceAll(",", ""));
  const size = /(lowers|raises|was lower|was higher) .*? by between ([\d.,]*\d) and ([\d.,]*\d)/.exec(text);
  if (size !== null) {
    const [near, far] = [number(size[2]!), number(size[3]!)];
    return /low/.test(size[1]!) ? [-far, -near] : [near, far];
  }
  const sides = /anything from ([\d.,]*\d) (fewer|more|lower|higher) to ([\d.,]*\d) (fewer|more|lower|higher)/.exec(
    text,
  );
  const signed = (written: string, side: string) => (/fewer|lower/.test(side) ? -number(written) : number(written));
  if (sides !== null) return [signed(sides[1]!, sides[2]!), signed(sides[3]!, sides[4]!)];
  const ratio = /(?:may be between|anything from) ([\d.,]*\d) (?:and|to) ([\d.,]*\d)/.exec(text);
  return ratio === null ? null : [number(ratio[1]!), number(ratio[2]!)];
}

function after(text: string, question: string, next: string): string {
  const start = text.indexOf(question);
  if (start < 0) throw new RangeError(`answersOfText: the first screen must ask "${question}", got none`);
  const end = text.indexOf(next, start);
  return text.slice(start + question.length, end < 0 ? undefined : end).trim();
}

function found(name: string, text: string, form: RegExp): string {
  const match = form.exec(text);
  if (match === null)
    throw new RangeError(`answersOfText: ${name} must stand on the first screen, got "${text.slice(0, 90)}"`);
  return match[1]!;
}
