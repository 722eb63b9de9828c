export type Language = 'en' | 'zh-CN';

interface Words {
  readonly recall: string;
  readonly precision: string;
  readonly clean: string;
  readonly verdict: string;
  readonly inconclusive: string;
  readonly clearCharacters: string;
  readonly innerLine: string;
  readonly number: string;
  readonly processor: string;
  readonly wall: string;
  readonly memory: string;
  readonly shape: string;
  readonly group: string;
  readonly truth: string;
  readonly names: string;
  readonly characters: string;
  readonly exact: string;
  confusion(engine: string): string;
  readonly shapes: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<
    Record<'legible' | 'faint' | 'illegible' | 'cut-off' | 'inconclusive' | 'missed', string>
  >;
}

/** The words of the tables; one word for one thing, as in the reports. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    recall: 'seals found (recall)',
    precision: 'finds that are seals (precision)',
    clean: 'pages without a seal on which none is seen',
    verdict: 'verdicts that are right, of seals found',
    inconclusive: 'verdicts that are inconclusive',
    clearCharacters: 'characters of names on pictures labelled clear',
    innerLine: 'inner lines read exactly',
    number: 'numbers read exactly',
    processor: 'processor time a page at 200 dpi: median, 9 of 10 under',
    wall: 'elapsed time a page at 200 dpi: median, 9 of 10 under',
    memory: 'peak resident memory of a worker',
    shape: 'shape',
    group: 'strength or legibility',
    truth: 'true ↓ said →',
    names:
      'Names, of seals that are legible or faint; a seal that was missed counts as a name of which nothing was read:',
    characters: 'characters',
    exact: 'exact names',
    confusion: (engine) => `Verdicts with ${engine}:`,
    shapes: { round: 'round', oval: 'oval', rectangle: 'rectangle', square: 'square (name chop)' },
    groups: {},
    verdicts: {
      legible: 'legible',
      faint: 'faint',
      illegible: 'illegible',
      'cut-off': 'cut-off',
      inconclusive: 'inconclusive',
      missed: 'missed',
    },
  },
  'zh-CN': {
    recall: '找到的印章（召回率）',
    precision: '找到的确是印章（精确率）',
    clean: '无印章的页没有误报',
    verdict: '判定正确（占找到的印章）',
    inconclusive: '判定为“无法判断”',
    clearCharacters: '标为清晰的图片上名称的字符',
    innerLine: '中间横文完全读对',
    number: '编号完全读对',
    processor: '200 dpi 每页处理器时间：中位数、九成低于',
    wall: '200 dpi 每页耗时：中位数、九成低于',
    memory: '单个进程内存峰值',
    shape: '形状',
    group: '印迹深浅或清晰程度',
    truth: '实际 ↓ 判定 →',
    names: '名称（只计清晰和过浅的印章；没找到的印章按一个字也没读出计）：',
    characters: '字符',
    exact: '整名',
    confusion: (engine) => `${engine} 的判定：`,
    shapes: { round: '圆形', oval: '椭圆形', rectangle: '长方形', square: '方形（名章）' },
    groups: {
      clear: '清晰',
      faint: '浅',
      'overlapped-by-text': '压字',
      'cut-off': '不完整',
      illegible: '无法辨认',
    },
    verdicts: {
      legible: '清晰',
      faint: '过浅',
      illegible: '无法辨认',
      'cut-off': '不完整',
      inconclusive: '无法判断',
      missed: '没找到',
    },
  },
};
