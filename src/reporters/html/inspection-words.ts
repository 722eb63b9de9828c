import type { LocalText } from '../../dossier/problem.ts';
import type { PageColour, SignatureReason, SignatureVerdict } from '../../imaging/inspection.ts';

/** What the page of an inspection says beside the words of every page. */
export const inspectionWords = {
  title: { 'zh-CN': '看到了什么', en: 'What was seen' },
  intro: {
    'zh-CN': '这一页给人复核机器：每页的图、框出的位置、实测值和判断所用的界限都在。红字是没有达到界限的。',
    en: 'This page is for judging the judge: each page with what was found on it, what was measured, and the limits it was judged by. Red did not meet its limit.',
  },
  files: { 'zh-CN': '文件', en: 'Files' },
  pages: { 'zh-CN': '页数', en: 'pages' },
  seals: { 'zh-CN': '印章', en: 'seals' },
  signatures: { 'zh-CN': '签字处', en: 'places for signatures' },
  bytes: { 'zh-CN': '{bytes} 字节', en: '{bytes} bytes' },
  problem: { 'zh-CN': '问题', en: 'problem' },
  page: { 'zh-CN': '第 {number} 页', en: 'page {number}' },
  sheet: { 'zh-CN': '{widthMm} × {heightMm} 毫米 · {colour}', en: '{widthMm} × {heightMm} mm · {colour}' },
  show: { 'zh-CN': '图上显示', en: 'Show on the pictures' },
  showSeals: { 'zh-CN': '印章', en: 'seals' },
  showSignatures: { 'zh-CN': '签字处', en: 'signatures' },
  showLines: { 'zh-CN': '文字行', en: 'lines of text' },
  quality: { 'zh-CN': '扫描质量', en: 'Scan quality' },
  measure: { 'zh-CN': '项目', en: 'measure' },
  value: { 'zh-CN': '实测', en: 'measured' },
  limit: { 'zh-CN': '界限', en: 'limit' },
  resolution: { 'zh-CN': '分辨率', en: 'resolution' },
  textHeight: { 'zh-CN': '正文字高', en: 'height of print' },
  sharpness: { 'zh-CN': '清晰度', en: 'sharpness' },
  skew: { 'zh-CN': '歪斜', en: 'skew' },
  rotation: { 'zh-CN': '需要转正', en: 'to be turned by' },
  glare: { 'zh-CN': '反光面积', en: 'washed out by glare' },
  evenness: { 'zh-CN': '最暗处与最亮处之比', en: 'darkest over brightest paper' },
  cropped: { 'zh-CN': '被切断的边', en: 'sides cut off' },
  moire: { 'zh-CN': '屏幕网纹', en: 'pattern of a screen' },
  ink: { 'zh-CN': '着墨面积', en: 'inked' },
  textRead: { 'zh-CN': '文字识别的把握', en: 'confidence of the text' },
  none: { 'zh-CN': '无', en: 'none' },
  blank: { 'zh-CN': '空白页', en: 'blank page' },
  atLeast: { 'zh-CN': '至少 {limit}', en: 'at least {limit}' },
  atMost: { 'zh-CN': '至多 {limit}', en: 'at most {limit}' },
  failed: { 'zh-CN': '未达到', en: 'not met' },
  met: { 'zh-CN': '达到', en: 'met' },
  noSeal: { 'zh-CN': '这一页没有找到印章。', en: 'No seal was found on this page.' },
  noPlace: { 'zh-CN': '这一页没有找到签字处。', en: 'No place for a signature was found on this page.' },
  notLooked: { 'zh-CN': '没有要求看这一项。', en: 'This was not asked for.' },
  seal: { 'zh-CN': '印章 {number}', en: 'Seal {number}' },
  strip: { 'zh-CN': '沿圆环展开的印文', en: 'its writing, laid out straight' },
  noStrip: { 'zh-CN': '没有展开：印章的边没有再次找到。', en: 'Not laid out: its rim was not found again.' },
  because: { 'zh-CN': '依据', en: 'because' },
  contrast: { 'zh-CN': '与纸面的对比', en: 'contrast against the paper' },
  coverage: { 'zh-CN': '边框印出的份额', en: 'rim printed' },
  strokeSharpness: { 'zh-CN': '笔画清晰度', en: 'sharpness of strokes' },
  diameter: { 'zh-CN': '直径', en: 'diameter' },
  name: { 'zh-CN': '印文', en: 'name' },
  inner: { 'zh-CN': '中间的字', en: 'inner line' },
  number: { 'zh-CN': '编码', en: 'number' },
  sure: { 'zh-CN': '把握', en: 'confidence' },
  kind: { 'zh-CN': '种类', en: 'kind' },
  place: { 'zh-CN': '签字处 {number}', en: 'Place for a signature {number}' },
  label: { 'zh-CN': '印着', en: 'its print' },
  strokes: { 'zh-CN': '笔画总长', en: 'length of strokes' },
  slant: { 'zh-CN': '斜向笔画', en: 'slanted strokes' },
  heightRatio: { 'zh-CN': '高度与印刷字之比', en: 'height over the print' },
  underSeal: { 'zh-CN': '被红印盖住', en: 'under red ink' },
  text: { 'zh-CN': '读出的文字（{count} 行）', en: 'Text as read ({count} lines)' },
  masked: { 'zh-CN': '个人信息已遮盖。', en: 'Personal data is masked.' },
  unmasked: {
    'zh-CN': '这份文件含有未遮盖的个人信息，请妥善保管。',
    en: 'This file shows personal data in clear; keep it safe.',
  },
} as const satisfies Record<string, LocalText>;

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

export const withheldPages = {
  'identity-document': {
    'zh-CN': '身份证件不显示。要看请加 --unmask。',
    en: 'Identity documents are not shown; --unmask shows them.',
  },
  unread: {
    'zh-CN': '没有读这一页的文字，可能有个人信息，不显示整页。去掉 --seals，或加 --unmask。',
    en: 'The text of this page was not read and may hold personal data, so the page is not shown. Leave --seals out, or add --unmask.',
  },
  unreadable: { 'zh-CN': '这一页画不出来。', en: 'This page could not be drawn.' },
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

export const sealKindNames: Readonly<Record<string, LocalText>> = {
  company: { 'zh-CN': '公章', en: 'company seal' },
  contract: { 'zh-CN': '合同专用章', en: 'contract seal' },
  finance: { 'zh-CN': '财务专用章', en: 'finance seal' },
  invoice: { 'zh-CN': '发票专用章', en: 'invoice seal' },
  'name-chop': { 'zh-CN': '个人名章', en: 'name chop' },
  other: { 'zh-CN': '其他', en: 'another' },
  unknown: { 'zh-CN': '不明', en: 'unknown' },
};
