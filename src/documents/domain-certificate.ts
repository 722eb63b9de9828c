import { domainName } from './domain-names.ts';
import { findLabels } from './labels.ts';
import { companyName, day, type Parse, personName, readAnywhere, readLabelled, words } from './read-field.ts';
import type { DomainCertificate } from './reading.ts';
import { layRows, type NumberedText } from './sheet.ts';

const holder: Parse<string> = (text) => companyName(text) ?? personName(text) ?? foreignName(text);

/** A holder written in Latin letters, such as a name in pinyin. */
const foreignName: Parse<string> = (text) => {
  const match = /^[A-Za-z][A-Za-z .,&'()-]{3,80}/.exec(text.trim());
  if (match === null || /^(?:domain|registr|name|date|whois|server)/i.test(match[0])) return null;
  return { value: match[0].trim(), proof: 'free' };
};

const status: Parse<string> = (text) => {
  const match =
    /(?:未|已|待|审核)?(?:通过)?实名(?:认证)?(?:审核)?(?:成功|通过|失败|审核中)?|已认证|未认证|认证成功|认证失败|已实名|未实名|审核中|已通过|未通过/.exec(
      text.replace(/\s/g, ''),
    );
  return match === null ? null : { value: match[0], proof: 'form' };
};

/** 域名证书 of any registrar, in Chinese or with both languages, and the screenshot of real-name verification. */
export function readDomainCertificate(pages: readonly NumberedText[]): DomainCertificate {
  const rows = layRows(pages);
  const at = findLabels(
    rows,
    {
      domain: ['域名名称', '注册域名', '域名', 'Domain Name', 'Domain'],
      holder: [
        '域名所有者',
        '域名所有人',
        '域名持有者',
        '域名持有人',
        '域名注册人',
        '所有者名称',
        '注册人名称',
        '注册者',
        '持有者',
        '注册人',
        '所有者',
        '持有人',
        'Registrant Organization',
        'Registrant Name',
        'Registrant',
        'Holder',
        'Owner',
      ],
      registrar: [
        '域名注册服务机构',
        '注册服务机构',
        '域名注册商',
        '注册机构',
        '注册商',
        'Sponsoring Registrar',
        'Registrar',
      ],
      registered: [
        '域名注册日期',
        '域名注册时间',
        '注册日期',
        '注册时间',
        '创建日期',
        'Registration Date',
        'Registration Time',
        'Creation Date',
        'Registered On',
      ],
      expires: [
        '域名到期日期',
        '域名到期时间',
        '到期日期',
        '到期时间',
        '过期日期',
        '过期时间',
        '有效期至',
        '截止日期',
        'Expiration Date',
        'Expiration Time',
        'Expiry Date',
        'Expires On',
      ],
      verified: ['实名认证时间', '实名认证日期', '认证时间', '实名时间', '认证日期', '实名审核通过时间'],
      status: ['实名认证状态', '实名认证', '认证状态', '域名实名状态', '实名状态'],
    },
    [
      '域名服务器',
      'DNS服务器',
      'DNS',
      'Name Server',
      'Domain Server',
      '证件类型',
      '证件号码',
      '域名状态',
      '联系邮箱',
      '证书编号',
    ],
  );
  return {
    domain: readLabelled(at('domain'), domainName) ?? readAnywhere(rows, domainName),
    holder: readLabelled(at('holder'), holder),
    registrar: readLabelled(at('registrar'), companyName) ?? readLabelled(at('registrar'), words),
    registeredOn: readLabelled(at('registered'), day),
    expiresOn: readLabelled(at('expires'), day),
    realNameVerifiedOn: readLabelled(at('verified'), day) ?? readLabelled(at('status'), day),
    realNameStatus: readLabelled(at('status'), status),
  };
}
