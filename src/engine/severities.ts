/** How bad a finding is, the mildest first. */
export const severities = ['info', 'warning', 'error'] as const;
