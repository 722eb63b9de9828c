import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'app/particulars-incomplete',
  since: '0.1.0',
  title: { 'zh-CN': 'APP 特征信息不全或有误', en: 'particulars of the app missing or malformed' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'app',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '华为云 App 备案：须填包名、公钥、签名 MD5（安卓）或 SHA-1（苹果），去掉冒号',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '应用“{app}”没有填{fields}，APP 备案必须填写。',
      en: 'the app "{app}" lacks {fields}, which its filing needs.',
      fix: {
        'zh-CN': '向开发人员索取，以正式发布的安装包为准补填。',
        en: 'Ask the developers; take them from the released package.',
      },
    },
    'package-name': {
      'zh-CN': '应用“{app}”的包名“{seen}”写法不对，应当是用点分开的几段，如 cn.example.app。',
      en: 'the package name "{seen}" of "{app}" is not well formed; it has parts with dots, such as cn.example.app.',
      fix: { 'zh-CN': '照安装包里的包名逐字改正，不要填应用名称。', en: 'Copy it from the package.' },
    },
    'public-key': {
      'zh-CN': '应用“{app}”的公钥不像一个公钥（{length} 个字符），请填完整的公钥内容。',
      en: 'the public key of "{app}" does not look like one ({length} characters); give the whole key.',
      fix: {
        'zh-CN': '用签名工具导出证书公钥，整段粘贴，不要填文件名或摘要。',
        en: 'Export the public key and paste all of it.',
      },
    },
    digest: {
      'zh-CN': '应用“{app}”的签名摘要“{seen}”写法不对，应当是 {length} 位十六进制字符（{algorithm}），不带冒号。',
      en: 'the digest "{seen}" of "{app}" is not well formed: {length} hexadecimal characters ({algorithm}), no colons.',
      fix: {
        'zh-CN': '重新导出 {algorithm} 摘要，去掉冒号和空格。',
        en: 'Export the {algorithm} digest and drop colons and blanks.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.kind !== 'mini-program',
  *check({ subject }) {
    const { name: app, kind, platform, packageName, publicKey, digest } = subject.value;
    const isSigned = kind === 'app' && platform !== 'harmony' && platform !== 'other';
    const wanted = [
      { zh: '平台', en: 'the platform', isMissing: kind === 'app' && platform === undefined },
      { zh: '包名', en: 'the package name', isMissing: packageName === undefined },
      { zh: '公钥', en: 'the public key', isMissing: isSigned && publicKey === undefined },
      { zh: '签名摘要', en: 'the digest', isMissing: isSigned && digest === undefined },
    ].filter(({ isMissing }) => isMissing);
    if (wanted.length > 0) {
      const fields = {
        'zh-CN': wanted.map(({ zh }) => zh).join('、'),
        en: wanted.map(({ en }) => en).join(', '),
      };
      yield { messageId: 'missing', data: { app, fields }, at: fieldOf(subject, 'name') };
    }
    // Apple allows hyphens in a bundle id, Android an underscore.
    if (packageName !== undefined && !/^[a-z][\w-]*(?:\.[a-z0-9_][\w-]*)+$/iu.test(packageName)) {
      yield { messageId: 'package-name', data: { app, seen: packageName }, at: fieldOf(subject, 'packageName') };
    }
    // An elliptic-curve key has 64 bytes, the shortest of any that signs packages: 86 characters of Base64.
    if (isSigned && publicKey !== undefined && !/^[\w+/=:.\s-]{64,}$/u.test(publicKey)) {
      yield { messageId: 'public-key', data: { app, length: publicKey.length }, at: fieldOf(subject, 'publicKey') };
    }
    const form = platform === 'ios' ? { length: 40, algorithm: 'SHA-1' } : { length: 32, algorithm: 'MD5' };
    const isKnownForm = platform === 'ios' || platform === 'android';
    if (isKnownForm && digest !== undefined && !new RegExp(`^[0-9a-f]{${form.length}}$`, 'iu').test(digest)) {
      yield { messageId: 'digest', data: { app, seen: digest, ...form }, at: fieldOf(subject, 'digest') };
    }
  },
});
