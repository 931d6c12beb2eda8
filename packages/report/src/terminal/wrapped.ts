const lineWidth = 100;

/**
 * Text as lines of at most 100 characters; the first carries the lead, the others its width in spaces.
 *
 * @param lead what the first line begins with
 */
export function wrapped(text: string, lead: string): string[] {
  const indent = " ".repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  for (const word of text.split(" ")) {
    const fresh = line === lead || line === indent;
    if (!fresh && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = indent + word;
    } else {
      line += fresh ? word : ` ${word}`;
    }
  }
  return [...lines, line];
}
