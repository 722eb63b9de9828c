import type { Feature } from '../../src/dossier/offers.ts';

const swaying: ReadonlySet<Feature> = new Set([
  'publishing',
  'community',
  'messaging',
  'live-streaming',
  'live-show',
  'live-selling',
  'audio-visual',
  'news',
]);

/**
 * Whether a service can sway opinion or mobilise people: only then must its algorithm be filed (provisions on
 * recommendation algorithms, art. 24). The kinds are those of the rules on safety assessment of such services, art. 2:
 * forums, blogs, chats, groups, accounts, short video, live streaming, sharing of information.
 */
export const swaysOpinion = (features: readonly Feature[]): boolean => features.some((each) => swaying.has(each));
