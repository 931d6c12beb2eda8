/**
 * Bytes 0x80 to 0x9F of Windows-1252, where it differs from Latin-1. Node 20's own decoder maps these bytes to control
 * characters, hence this table. Five bytes are not assigned and become the replacement character.
 *
 * @source Unicode Consortium, CP1252.TXT (1998): https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
 */
const from0x80 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

/** Text of bytes in Windows-1252, which is what Excel on Windows writes as CSV. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (character) => from0x80[character.charCodeAt(0) - 0x80]!);
}
