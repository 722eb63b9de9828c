import { z } from 'zod';
import { day, field, text } from './field.ts';

/** A dated exemption. All three of reason, owner and last day are needed: an exemption without an end is a rule change. */
export const suppression = z.strictObject({
  rule: field(text, ['规则'], 'Id of the rule.'),
  subject: field(text.optional(), ['对象'], 'Subject as the report names it; every subject when left out.'),
  reason: field(text, ['理由', '原因'], 'Why the finding is accepted.'),
  owner: field(text, ['负责人', '批准人'], 'Who answers for it.'),
  until: field(day, ['截止日期', '有效期至'], 'Last day on which it holds.'),
});
