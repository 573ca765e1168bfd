/** The longest text of one report, in UTF-16 characters. The longest news features have some 100,000. */
export const MAX_TEXT = 2_000_000;

/** The longest line of JSON lines, in bytes: a text of the longest kind with every character escaped, and some more. */
export const MAX_LINE = 16 * 1024 * 1024;

/** The most bytes of a page, from the network or from a file. */
export const MAX_PAGE = 10 * 1024 * 1024;

/** The most bytes of a plain text: the longest text takes at most four bytes a character in any encoding. */
export const MAX_TEXT_BYTES = 4 * MAX_TEXT + 4;

/** The most bytes of one JSON value, such as an array of reports, which must be held in memory whole. */
export const MAX_JSON = 64 * 1024 * 1024;

/** A number as a person reads it, such as 2,000,000. */
export const spelled = (count: number) => count.toLocaleString('en-US');

/** A number of bytes as a person reads it; the limits are whole mebibytes. */
export const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
