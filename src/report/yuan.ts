import type { LocalText } from '../dossier/problem.ts';

/** An amount as people say it: 1000 万元 where that is a round figure, otherwise in 元. */
export function inYuan(yuan: number): LocalText {
  const inTenThousands = yuan / 1e4;
  const isRound = Math.abs(yuan) >= 1e4 && Number.isInteger(inTenThousands * 100);
  return {
    'zh-CN': isRound ? `${inTenThousands} 万元` : `${yuan} 元`,
    en: `${yuan.toLocaleString('en-US', { maximumFractionDigits: 2 })} yuan`,
  };
}
