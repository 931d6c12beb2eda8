/** Level from which a difference may be read as an effect, on the wwclg scale. */
export const causalLevel = 3;
