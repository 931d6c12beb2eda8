/** The text a page shows, without markup, pictures and tables; every block ends its sentence. */
export function visibleText(page: string): string {
  return page
    .replace(/^[\s\S]*<body>/, "")
    .replace(/<(svg|table)[\s\S]*?<\/\1>/g, "")
    .replace(/<\/(?:p|li|h\d|dt|dd|figcaption|summary)>/g, ". ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/([.?!:]) ?\./g, "$1")
    .trim();
}
