/** How much of everything a map can be made of; a data folder and a bundle are held to the same. */

/** Characters of a name or title, which stands on the map. */
export const MOST_NAME = 200;
/** Characters of any other text. */
export const MOST_TEXT = 20_000;
export const LEAST_TIERS = 2;
export const MOST_TIERS = 7;
export const MOST_ROUNDS = 200;

/** An id other than a place's. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** An id of a place: ISO 3166-1 alpha-3, or one of the data’s own. Capitals tell it from a region. */
export const PLACE_ID = /^[A-Z][A-Z0-9-]{1,11}$/;
