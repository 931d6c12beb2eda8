/** Fewer treated people, or fewer of them with the event, are flagged, whatever the level. */
export const fewTreated = 30;
export const fewEvents = 10;
