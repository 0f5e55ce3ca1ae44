/** Says that the palette is wanted: the button in the search box has no other way to whoever listens. */
export const paletteWanted = "palette-wanted";
