/**
 * Flesch–Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid, Fishburne, Rogers and
 * Chissom 1975).
 *
 * Words are runs of letters, with apostrophes and hyphens inside; numbers count as one word of one syllable, as a reader
 * takes them in at a glance.
 */
export function fleschKincaidGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((sentence) => /[A-Za-z]/.test(sentence));
  const words = text.match(/[A-Za-z]+(?:['’-][A-Za-z]+)*|\d[\d.,]*/g) ?? [];
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Syllables by the vowel groups of English spelling: a silent e, -es and -ed do not count; i before a or o mostly does. */
export function syllablesIn(word: string): number {
  if (/^\d/.test(word)) return 1;
  return word
    .toLowerCase()
    .split("-")
    .reduce((total, part) => total + partSyllables(part.replace(/['’].*$/, "")), 0);
}

function partSyllables(part: string): number {
  if (part.length <= 3) return 1;
  const stem = part.replace(/(?:[^laeiouycgshxz]es|[^dt]ed|[^laeiouy]e)$/, (ending) => ending[0]!).replace(/^y/, "");
  const groups = stem.match(/[aeiouy]{1,2}/g)?.length ?? 1;
  const apart = stem.match(/[^cst]i[ao]/g)?.length ?? 0;
  return Math.max(1, groups + apart);
}
