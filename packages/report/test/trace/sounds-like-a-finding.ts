/** Words by which a sentence tells what came of a programme: a written text that holds one is in `reviewed` or is not on a page. */
const words =
  /\b(lower(s|ed)?|higher|rais(e|es|ed)|reduc\w+|better|best|worse|fewer|more (than|often)|less (than|often)|increas\w+|decreas\w+|fell|falls?|rose|rises?|improv\w+|effective\w*|works?|worked|prevent\w*|succe\w+|safer|helps|helped|led to|leads to|thanks to|caused|no effect|made a difference)\b/i;

/** Three words or more, one of them such a word. */
export function soundsLikeAFinding(text: string): boolean {
  return /\S+ \S+ \S+/.test(text) && words.test(text);
}
