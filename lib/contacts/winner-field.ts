/** In the form of a merge: before the name of a property, whose value stays. */
export const winnerField = "winner.";
