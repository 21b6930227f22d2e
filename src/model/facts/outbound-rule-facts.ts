import type { OutboundRule } from '../outbound-rule.js';
import { fact } from './define.js';

/** Facts of an outbound rule of a managed network. */
export const outboundRuleFacts = {
  ruleType: fact(['workspace', 'outboundRules'], (target: OutboundRule) => target.ruleType()),
} as const;
