/** How much of everything a map can be made of; a data folder and a bundle are held to the same. */

/** Characters of a name or title, which stands on the map. */
export const MOST_NAME = 200;
/** Characters of any other text. */
export const MOST_TEXT = 20_000;
export const LEAST_TIERS = 2;
export const MOST_TIERS = 7;
export const MOST_ROUNDS = 200;
export const MOST_PLACES = 30_000;
/** Of anything else: claims, sources, regions … */
export const MOST_ITEMS = 5000;
/** Names and aliases of places and regions in all languages: all are gone through at every letter typed. */
export const MOST_NAMES = 60_000;
/** A bundle has the whole map in each of them. */
export const MOST_LANGUAGES = 100;
/** Bytes of a bundle, unpacked. */
export const MOST_BUNDLE = 24_000_000;
/** Characters of a web address. */
export const MOST_URL = 2000;
/** Characters of an id, or of a language’s tag. */
export const MOST_ID = 64;

/** An id other than a place's. */
export const SLUG = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
/**
 * What no web address holds: white space, control characters and backslashes, which parsers read as something else,
 * and the marks that show text in another order than it has.
 */
export const NOT_IN_URL =
	/[\s\\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** A user's name before the host, where readers look for the host: `https://bis.gov@example.org`. */
export const USER_IN_URL = /^https?:\/*[^/?#]*@/i;
/** Characters that turn the direction of what follows: a name with one reads as another, also far beyond itself. */
export const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** An id of a place: ISO 3166-1 alpha-3, or one of the data’s own. Capitals tell it from a region. */
export const PLACE_ID = /^[A-Z][A-Z0-9-]{1,11}$/;
