/** How much of a service's message is kept: its lists of supported api-versions run to kilobytes. */
const LONGEST_MESSAGE = 200;

/** What must not be repeated, with what stands in its place. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+(?:\.[\w-]*){0,2}/g, '<token>'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 <token>'],
  [/([?&;](?:sig|code|key|token|secret|password|sv|se)=)[^&;\s'"]+/gi, '$1<secret>'],
  [
    /\b(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|client_secret|assertion)(\s*[=:]\s*)[^;\s,'"]+/gi,
    '$1$2<secret>',
  ],
  [/\/\/[^/\s@]+@/g, '//<secret>@'],
  [/(\bclient ')[^']*(')/gi, '$1<id>$2'],
  [/(\bobject id ')[^']*(')/gi, '$1<id>$2'],
  [/[\w.+-]+(?:#[\w.+-]+)?@[\w-]+(?:\.[\w-]+)+/g, '<account>'],
  [/(?<![\w/.-])[A-Za-z0-9+/]{40,}={1,2}/g, '<secret>'],
  [/(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}(?![\w/.-])/g, '<secret>'],
  // An id of anything but a subscription.
  [/(?<!subscriptions?(?:\/|:?\s+(?:id\s+)?'?))\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>'],
];

/**
 * A service's message made fit to be shown and kept: one line, without control characters, tokens, secrets, and
 * the ids of principals; cut to about 200 characters. Subscription ids stay, since they tell where to ask for access.
 */
export function serviceMessage(text: string, longest: number = LONGEST_MESSAGE): string {
  // Nothing beyond this can matter, and the patterns below must not run over a whole web page.
  let line = text
    .slice(0, 4000)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  for (const [pattern, replacement] of MASKS) line = line.replace(pattern, replacement);
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
