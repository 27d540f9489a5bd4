/** Width in pixels that the picture is made for; the height follows from the projection. */
export const WIDTH = 960;
/** Height in pixels of the whole Equal Earth sphere at that width, with the margin. */
export const HEIGHT = 469;
/** Units of the live map's view box per pixel: its outlines are in whole numbers. */
export const SCALE = 4;
