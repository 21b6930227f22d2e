import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** What stands in a snapshot in the place of a secret. */
export const REDACTION = '[redacted]';

/**
 * What never enters a snapshot: the documentation prints this list. Names of properties, variables and tags stay,
 * and so does everything that is no text: a flag such as `allowSharedKeyAccess` is a fact, not a secret.
 */
export const REDACTED: readonly { readonly what: string; readonly how: string }[] = [
  {
    what: 'environment variables',
    how: 'Every value below a property named `environmentVariables`, of deployments and of anything else.',
  },
  {
    what: 'properties named as secrets',
    how: 'Text below a property whose name ends in password, passphrase, secret, token, credential, connectionString, instrumentationKey, insightsKey (so `sdkTelemetryAppInsightsKey` too), accessKey, accountKey, sharedKey, apiKey, masterKey, privateKey, primaryKey, secondaryKey, subscriptionKey, sas, sasUri, sasUrl or sasToken.',
  },
  {
    what: 'groups of secrets',
    how: 'Text below a property named `keys`, `secrets`, `passwords` or `credentials`, but for properties that end in type, name, id or uri and for plain words in a list (permissions).',
  },
  {
    what: 'tags',
    how: 'The value of a tag whose name holds password, secret, token, credential, connectionString or sas or ends in key, or whose value looks like a key or token.',
  },
  {
    what: 'free properties',
    how: 'A value inside `properties.properties` or `metadata` that looks like a key or token.',
  },
  {
    what: 'secrets inside any text',
    how: 'User names and passwords in an address, the signature (`sig=`) of a shared access signature, key and password parts of a connection string, JSON web tokens, private keys in PEM form, storage account keys, and tokens with a well-known beginning (GitHub, GitLab, Slack, AWS).',
  },
];

const SECRET_NAME =
  /(?:password|passwd|pwd|passphrase|secret|token|credential|connectionstring|instrumentationkey|insightskey|accesskey|accountkey|sharedkey|apikey|masterkey|privatekey|primarykey|secondarykey|subscriptionkey|sas|sas(?:uri|url|token|key|definition))$/i;

/** A setting that merely has such a name. */
const SETTING = /^(?:|enabled|disabled|true|false|none|null|allow|deny|required|optional)$/i;

const SECRET_GROUP = /^(?:keys|secrets|passwords|credentials)$/i;

const SECRET_TAG =
  /password|passwd|pwd|secret|token|credential|connectionstring|key$|(?:^|[^a-z])sas(?:[^a-z]|$)/i;

/** Maps whose names and values are anybody's to choose. */
const FREE_MAP = /^(?:properties|metadata|customproperties)$/i;

/** Secrets that are known by their form, wherever they stand. */
const SECRET_TEXT: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTION],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, REDACTION],
  // In abfss://container@account the first part is no user.
  [/(\b(?!abfss?:|wasbs?:)[a-z][a-z0-9+.-]*:\/\/)[^/\s@?#'"]+@/gi, `$1${REDACTION}@`],
  [/([?&;]sig=)[^&;\s'"]+/gi, `$1${REDACTION}`],
  [/^(sig=)[^&;\s'"]+/i, `$1${REDACTION}`],
  [
    /\b((?:Account|SharedAccess|Shared|Access|Instrumentation|Primary|Secondary)Key|SharedAccessSignature|Password|Pwd)(\s*=\s*)[^;'"]+/gi,
    `$1$2${REDACTION}`,
  ],
  [/(?<![\w/+=-])[A-Za-z0-9+/]{86}==/g, REDACTION],
  [
    /\b(?:gh[opsur]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16})/g,
    REDACTION,
  ],
];

/**
 * The body of a resource without its secrets; everything else is as it was.
 * @returns the same object where there was nothing to take out
 */
export function redact(body: JsonObject): JsonObject {
  return redactObject(body, false);
}

function redactObject(object: JsonObject, insideProperties: boolean): JsonObject {
  return mapObject(object, (name, value) => {
    if (/^environmentvariables$/i.test(name)) return everyValue(value);
    if (/^tags$/i.test(name) && isJsonObject(value)) return redactTags(value);
    if (insideProperties && FREE_MAP.test(name) && isJsonObject(value)) return redactFreeMap(value);
    if (SECRET_GROUP.test(name) || isSecretName(name)) return redactGroup(value);
    return redactValue(value, name === 'properties');
  });
}

function redactValue(value: Json, insideProperties: boolean): Json {
  if (typeof value === 'string') return redactText(value);
  if (isJsonObject(value)) return redactObject(value, insideProperties);
  if (Array.isArray(value)) return mapArray(value, (item) => redactValue(item, false));
  return value;
}

/** A word such as those of a vault's access policies, whose permissions stand in `keys` and `secrets`. */
const PERMISSION = /^[a-z]{2,24}$/i;

function redactGroup(value: Json): Json {
  if (typeof value === 'string') return SETTING.test(value) ? value : REDACTION;
  if (isJsonObject(value)) {
    return mapObject(value, (name, item) => {
      const tells = typeof item === 'string' && /(?:type|name|id|uri)$/i.test(name);
      return tells ? redactText(item) : redactGroup(item);
    });
  }
  if (!Array.isArray(value)) return value;
  return mapArray(value, (item) => {
    return typeof item === 'string' && PERMISSION.test(item) ? item : redactGroup(item);
  });
}

/** `primaryKey`, `primary-key` and `PRIMARY_KEY` are one name. */
function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.replace(/[-_.\s]/g, ''));
}

function redactTags(tags: JsonObject): JsonObject {
  return mapObject(tags, (name, value) =>
    SECRET_TAG.test(name) || isSecretName(name) ? redactGroup(value) : freeValue(value),
  );
}

function redactFreeMap(map: JsonObject): JsonObject {
  return mapObject(map, (name, value) => (isSecretName(name) ? redactGroup(value) : freeValue(value)));
}

function freeValue(value: Json): Json {
  if (typeof value === 'string') return looksLikeToken(value) ? REDACTION : redactText(value);
  return redactValue(value, true);
}

function redactText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of SECRET_TEXT) result = result.replace(pattern, replacement);
  return result;
}

/**
 * One long word of hexadecimal digits, or of letters in both cases and digits, that is neither an id nor an address.
 * A name may look so too; nothing is lost with it where names are anybody's to choose.
 */
function looksLikeToken(text: string): boolean {
  if (text.length < 24 || /[\s:]/.test(text) || /^[/~.]/.test(text)) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return false;
  if (/^[0-9a-f]{32,}$/i.test(text)) return true;
  return /^[\w+/=~.-]+$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

/** Takes out every text and number of a value, to its depth. */
function everyValue(value: Json): Json {
  if (typeof value === 'string' || typeof value === 'number') return REDACTION;
  if (isJsonObject(value)) return mapObject(value, (_name, item) => everyValue(item));
  return Array.isArray(value) ? mapArray(value, everyValue) : value;
}

/** Maps the values; the same object when none changed. Own properties only, whatever their names. */
function mapObject(object: JsonObject, change: (name: string, value: Json) => Json): JsonObject {
  let changed = false;
  const entries = Object.entries(object).map(([name, value]) => {
    const result = change(name, value);
    changed ||= result !== value;
    return [name, result] as const;
  });
  return changed ? Object.fromEntries(entries) : object;
}

function mapArray(array: readonly Json[], change: (value: Json) => Json): readonly Json[] {
  let changed = false;
  const results = array.map((value) => {
    const result = change(value);
    changed ||= result !== value;
    return result;
  });
  return changed ? results : array;
}
