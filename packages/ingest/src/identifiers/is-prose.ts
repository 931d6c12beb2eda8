/** Whether a text is prose rather than a code or a label: a line break, over 200 characters, or over 30 words. */
export function isProse(text: string): boolean {
  if (text.length <= 60) return text.includes("\n") || text.includes("\r");
  return text.length > 200 || /[\n\r]/.test(text) || text.split(/\s+/).length > 30;
}
