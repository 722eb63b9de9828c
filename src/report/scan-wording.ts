/** What is seen in scans, in words: seals, signatures and pages. */
import type { LocalText } from '../dossier/problem.ts';
import type {
  PageColour,
  SealInk,
  SealShape,
  SealVerdict,
  SignatureReason,
  SignatureVerdict,
} from '../imaging/inspection.ts';
import type { StraddleImpression } from '../imaging/seal/join-slices.ts';

export const sealVerdictNames = {
  legible: { 'zh-CN': '清晰', en: 'legible' },
  faint: { 'zh-CN': '太淡', en: 'faint' },
  illegible: { 'zh-CN': '无法辨认', en: 'illegible' },
  'cut-off': { 'zh-CN': '被截断', en: 'cut off' },
  inconclusive: { 'zh-CN': '不能确定', en: 'inconclusive' },
} as const satisfies Record<SealVerdict, LocalText>;

export const sealInkNames = {
  red: { 'zh-CN': '红', en: 'red' },
  grey: { 'zh-CN': '灰（黑白扫描或复印）', en: 'grey (a monochrome scan or a copy)' },
  other: { 'zh-CN': '其他颜色', en: 'another colour' },
} as const satisfies Record<SealInk, LocalText>;

export const sealShapeNames = {
  round: { 'zh-CN': '圆形', en: 'round' },
  oval: { 'zh-CN': '椭圆形', en: 'oval' },
  rectangle: { 'zh-CN': '长方形', en: 'rectangle' },
  square: { 'zh-CN': '方形', en: 'square' },
} as const satisfies Record<SealShape, LocalText>;

/** What is measured on a seal. */
export const sealMeasureNames = {
  contrast: { 'zh-CN': '与纸面的对比', en: 'contrast against the paper' },
  coverage: { 'zh-CN': '边框印出的份额', en: 'rim printed' },
  sharpness: { 'zh-CN': '笔画清晰度', en: 'sharpness of strokes' },
  diameter: { 'zh-CN': '直径', en: 'diameter' },
} as const satisfies Record<string, LocalText>;

/** Why a seal was judged so; ids that are not here are shown as they are. */
export const sealReasons: Readonly<Record<string, LocalText>> = {
  clear: { 'zh-CN': '印全了，够深，读得出', en: 'whole, strong, and read' },
  'off-page': { 'zh-CN': '纸边或画面把印章截断了', en: 'the edge of the page or picture cuts it' },
  incomplete: { 'zh-CN': '有一块没有印上', en: 'a part was never printed' },
  'broken-rim': { 'zh-CN': '边框断断续续', en: 'patches of the rim are bare' },
  'low-contrast': { 'zh-CN': '比纸面深得不多', en: 'little more ink than the paper shows' },
  smeared: { 'zh-CN': '笔画之间糊住了', en: 'the gaps between strokes are filled' },
  'too-small': { 'zh-CN': '像素太少，认不出字', en: 'too few pixels for any character' },
  unread: { 'zh-CN': '量着没问题，但文字没读出来', en: 'it measures well and could not be read' },
  'not-read': { 'zh-CN': '没有可用的识别引擎', en: 'no engine was at hand' },
};

export const sealKindNames: Readonly<Record<string, LocalText>> = {
  company: { 'zh-CN': '公章', en: 'company seal' },
  contract: { 'zh-CN': '合同专用章', en: 'contract seal' },
  finance: { 'zh-CN': '财务专用章', en: 'finance seal' },
  invoice: { 'zh-CN': '发票专用章', en: 'invoice seal' },
  'name-chop': { 'zh-CN': '个人名章', en: 'name chop' },
  other: { 'zh-CN': '其他', en: 'another' },
  unknown: { 'zh-CN': '不明', en: 'unknown' },
};

export const signatureVerdicts = {
  signed: { 'zh-CN': '有手写笔迹', en: 'signed' },
  unsigned: { 'zh-CN': '没有签字', en: 'not signed' },
  typed: { 'zh-CN': '姓名是打印的', en: 'typed' },
  inconclusive: { 'zh-CN': '不能确定', en: 'inconclusive' },
} as const satisfies Record<SignatureVerdict, LocalText>;

export const signatureReasons = {
  'pen-strokes': { 'zh-CN': '笔画像手写', en: 'strokes of a pen' },
  'no-ink': { 'zh-CN': '没有墨迹', en: 'no ink' },
  'seal-only': { 'zh-CN': '只有印章的红色', en: "nothing but a seal's red ink" },
  'typed-name': { 'zh-CN': '笔画同旁边的印刷字一样', en: 'print like that of its label' },
  'print-or-pen': { 'zh-CN': '像印刷，也像手写', en: 'print or a pen' },
  'unread-print': { 'zh-CN': '像印刷字，但读不出姓名', en: 'print of which no name was read' },
  'grey-seal': {
    'zh-CN': '盖着没有颜色的印章，墨迹分不开',
    en: "a seal without colour lies on it, whose ink is not told from a pen's",
  },
} as const satisfies Record<SignatureReason, LocalText>;

export const colourNames = {
  colour: { 'zh-CN': '彩色', en: 'colour' },
  greyscale: { 'zh-CN': '灰度', en: 'greyscale' },
  bitonal: { 'zh-CN': '黑白', en: 'black and white' },
} as const satisfies Record<PageColour, LocalText>;

export const sideNames = {
  top: { 'zh-CN': '上', en: 'top' },
  right: { 'zh-CN': '右', en: 'right' },
  bottom: { 'zh-CN': '下', en: 'bottom' },
  left: { 'zh-CN': '左', en: 'left' },
} as const;

export const straddleStates = {
  joined: { 'zh-CN': '各页拼成一个完整的章', en: 'the parts join into one whole seal' },
  'same-part': {
    'zh-CN': '拼不成一个章：头尾两页上是章的同一侧',
    en: 'the parts do not join: the first and the last are of the same side of the seal',
  },
  'too-narrow': {
    'zh-CN': '拼不成一个章：各页合起来还缺一块',
    en: 'the parts do not join: together they are less than the whole seal',
  },
  alone: {
    'zh-CN': '只在一页上看到：是骑缝章的一部分，或是盖出了纸边的章',
    en: 'on one page alone: a part of a straddle seal, or a seal that ran off the paper',
  },
} as const satisfies Record<NonNullable<StraddleImpression['fault']> | 'joined', LocalText>;

export const straddleWords = {
  seal: { 'zh-CN': '骑缝章 {letter}', en: 'Straddle seal {letter}' },
  part: { 'zh-CN': '骑缝章 {letter} 的一部分', en: 'Part of straddle seal {letter}' },
  onPage: { 'zh-CN': '第 {pages} 页', en: 'page {pages}' },
  onPages: { 'zh-CN': '第 {pages} 页', en: 'pages {pages}' },
  edge: { 'zh-CN': '{side}边', en: '{side} edge' },
  unclear: {
    'zh-CN': '{side}边看不出有没有骑缝章：页边有连成一片的墨色、整页横放，或图像没有颜色、没有纸张尺寸。',
    en: 'Whether the {side} edge bears a part of a straddle seal cannot be told: ink runs along it or from it into the page, the page lies on its side, or the picture has no colour or no size on paper.',
  },
  fromTop: { 'zh-CN': '距上边', en: 'from the top' },
  depth: { 'zh-CN': '宽', en: 'width' },
  innerExtent: { 'zh-CN': '靠页内一侧的长度', en: 'length where it ends inside the page' },
  outerExtent: { 'zh-CN': '靠页边一侧的长度', en: 'length where it ends at the edge' },
  together: { 'zh-CN': '各页合起来的宽度', en: 'width of all parts together' },
  height: { 'zh-CN': '章高', en: 'height of the seal' },
} as const satisfies Record<string, LocalText>;
