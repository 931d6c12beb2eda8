/** What a commissioner must be able to say after one look, each as the page writes it. */
export interface FirstScreenAnswers {
  /** One of the four verdicts; "Not measured" where nobody is compared. */
  readonly verdict: string;
  /** Both limits as rounded on the page, less than none where fewer; null where nothing can be said. */
  readonly interval: readonly [number, number] | null;
  /** "Level 3 of 5", or that there is none. */
  readonly level: string;
  /** The scale by its name. */
  readonly scale: string;
  /** "548 analysed of 620 referred"; null where nobody is analysed. */
  readonly people: string | null;
  /** "Not measured", or victim-survivors' own account in every 100. */
  readonly victims: string;
}
