/** The formats in which rules are listed. */
export const RULE_LIST_FORMATS = ['text', 'json', 'markdown'] as const;
export type RuleListFormat = (typeof RULE_LIST_FORMATS)[number];
