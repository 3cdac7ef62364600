// Words that the house does not use, as [pattern, what to write instead]. scripts/words.mjs looks for them.

/** Allowed labels: the vendor's own screens have them. */
export const fixedLabels = ['Invite several people', 'People', 'Members', 'Member', 'Last Login'];

/** Allowed phrases that contain a banned word. */
export const fixedPhrases = /One person per line|last login/gi;

const vague = [
  [/\b(?:some|any|no|every)body\b|\bwhoever\b/gi, 'the role, “someone”, or a sentence about the thing'],
  [/\bdeserves? a look\b/gi, '“items to review”'],
];

const atOnce = [/\bat once\b/gi, '“immediately”, or “at the same time”'];

/** On screen, and in mail. */
export const screenWords = [
  ...vague,
  atOnce,
  [/\bgo(?:es|ing)? on\b/gi, '“continue”'],
  [/\blook(?:s|ed|ing)?[ -]up\b/gi, '“check again”, “find”'],
  [/\b(?:members?|persons?|people)\b/g, '“user”'],
  [/\b(?:e-)?mails?\b/gi, '“email”'],
  [/\blog(?:s|ged|ging)? (?:in|out|on|off)\b|\blog-?(?:in|out)s?\b/gi, '“sign in”, “sign out”'],
  [/\b2FA\b|\bsecond factor\b|\btwo-step\b/gi, '“two-factor authentication”'],
  [/\bset-up\b/gi, '“setup”'],
  [/\bCORS\b|\bHTTP\b/g, 'nothing: hints for developers go to the console'],
  [/’/g, 'the straight apostrophe, as in all English words; quotes are curly: “name”'],
  [/"/g, 'curly quotes: “name”'],
];

/** In the texts of all other languages, which have other quotation marks. */
export const translatedWords = [[/['"]/g, '’, and the quotes of the language']];

/** In documents. */
export const proseWords = [
  ...vague,
  atOnce,
  [/\blook(?:s|ed|ing)?[ -]up\b/gi, '“read”, “find”, “refetch”'],
  [/\b(?:members?|persons?|people)\b/g, '“user”'],
  [/\be-mails?\b/gi, '“email”'],
  [/\blog(?:s|ged|ging)? (?:in|out|on|off)\b|\blog-?(?:in|out)s?\b/gi, '“sign in”, “sign out”'],
  [/\b2FA\b/g, '“two-factor authentication”'],
];

/** In comments and titles of tests. */
export const codeWords = [
  ...vague,
  [/\b(?:objections?|hindrances?)\b/gi, '“field error”, “blocked reason”'],
  [/\b(?:persons?|people)\b/gi, '“user”'],
  [/\be-mails?\b/gi, '“email”'],
  [/\blog(?:s|ged|ging)? (?:in|out|on|off)\b|\blog-?(?:in|out)s?\b/gi, '“sign in”, “sign out”'],
];

/** In names of variables, functions and classes. */
export const names = [
  [/objection|hindrance|losers|surroundings|trueOrder|sealing/gi, 'the field’s standard term'],
  [/takeBack|sendAgain|endSession|storyMaker|wholeList|inLanes|firstFew|leadToPassword/gi, 'the endpoint’s own name'],
  [/somebody|whoever|nobody|people|persons?(?![a-z])/gi, '“user”'],
];
