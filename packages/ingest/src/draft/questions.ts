/** Something the files cannot settle: asked, and until somebody has answered it, nothing is analysed. */
export interface DraftQuestion {
  readonly id: string;
  readonly question: string;
  /** What the files show. */
  readonly evidence: string;
  /** What could be; the first is assumed. */
  readonly choices: readonly string[];
  /** Which of them the draft follows. */
  readonly chosen: number;
  /** Whether somebody chose it. */
  readonly confirmed: boolean;
}

/** Asks questions while a plan is drafted, so that an answer changes the draft and not only a line of it. */
export interface Questions {
  /** @returns the choice to follow, 0 for the first */
  readonly ask: (question: Pick<DraftQuestion, "id" | "question" | "evidence" | "choices">) => number;
  readonly asked: readonly DraftQuestion[];
}

/**
 * @param answers id of a question to the choice, 0 for the first
 * @throws RangeError when an answer is none of the choices
 */
export function questions(answers: ReadonlyMap<string, number>): Questions {
  const asked: DraftQuestion[] = [];
  return {
    asked,
    ask: (question) => {
      const answer = answers.get(question.id);
      const chosen = answer ?? 0;
      if (question.choices[chosen] === undefined) {
        throw new RangeError(
          `questions: the answer to ${question.id} must be a choice from 1 to ${question.choices.length}, got ${chosen + 1}`,
        );
      }
      asked.push({ ...question, chosen, confirmed: answer !== undefined });
      return chosen;
    },
  };
}
