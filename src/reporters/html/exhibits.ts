import type { LocalText } from '../../dossier/problem.ts';
import type { Box } from '../../imaging/raster.ts';
import type {
  Exhibit,
  PageExhibit,
  Picture,
  ScreenshotExhibit,
  SealExhibit,
  TextExhibit,
  WithheldExhibit,
} from '../../report/exhibit.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import { beijingTime } from '../../report/phrases.ts';
import { sealInkNames, sealMeasureNames, sealShapeNames, sealVerdictNames } from '../../report/scan-wording.ts';
import { inBoth, local, localAttribute, type Markup, markup, nothing } from './markup.ts';
import type { Sheet } from './sheet.ts';
import { pageWords, withheldWords } from './words.ts';

/** Evidence to be looked at, beside a finding. */
export function exhibitList(sheet: Sheet, exhibits: readonly Exhibit[]): Markup {
  if (exhibits.length === 0) return nothing;
  return markup`<div class="exhibits">${exhibits.map((exhibit) => draw(sheet, exhibit))}</div>`;
}

function draw(sheet: Sheet, exhibit: Exhibit): Markup {
  switch (exhibit.kind) {
    case 'page':
      return pageFigure(sheet, exhibit);
    case 'seal':
      return sealFigure(sheet, exhibit);
    case 'screenshot':
      return screenshotFigure(sheet, exhibit);
    case 'text':
      return textFigure(sheet, exhibit);
    case 'withheld':
      return withheldNote(sheet, exhibit);
  }
}

const sheetName = ({ attachment, page }: { readonly attachment: string; readonly page: number }): LocalText =>
  inBoth((locale) => fillTemplate(pageWords.sheet[locale], { attachment, page }));

const together = (...texts: readonly LocalText[]): LocalText =>
  inBoth((locale) => texts.map((text) => text[locale]).join(locale === 'en' ? ': ' : '：'));

function image(sheet: Sheet, picture: Picture, description: LocalText): Markup {
  return markup`<img${sheet.pictures.areFiles ? markup` loading="lazy"` : nothing} width="${picture.width}" height="${picture.height}" src="${sheet.pictures.address(picture)}"${localAttribute(sheet.locale, 'alt', description)}>`;
}

function pageFigure(sheet: Sheet, exhibit: PageExhibit): Markup {
  const name = sheetName(exhibit);
  const frame =
    exhibit.box === null
      ? nothing
      : markup`<span class="frame" style="${frameStyle(exhibit.box)}" aria-hidden="true"></span>`;
  const detail =
    exhibit.detail === null
      ? nothing
      : markup`<figure>${image(sheet, exhibit.detail, together(name, pageWords.placeDetail))}<figcaption>${local(sheet.locale, pageWords.placeDetail)}</figcaption></figure>`;
  return markup`<figure class="sheet"><span class="paper">${image(sheet, exhibit.overview, together(name, pageWords.pageOverview))}${frame}</span><figcaption>${local(sheet.locale, name)}</figcaption></figure>${detail}`;
}

/** Fractions of the page as a position in percent. */
function frameStyle({ x, y, width, height }: Box): string {
  const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
  return `left:${percent(x)};top:${percent(y)};width:${percent(width)};height:${percent(height)}`;
}

function sealFigure(sheet: Sheet, { picture, seal, ...place }: SealExhibit): Markup {
  const { locale } = sheet;
  const share = (value: number) => value.toFixed(2);
  const word = (text: LocalText) => local(locale, text);
  const rows: readonly (readonly [LocalText, Markup])[] = [
    [pageWords.verdict, word(sealVerdictNames[seal.verdict])],
    [sealMeasureNames.contrast, markup`${share(seal.contrast)}`],
    [sealMeasureNames.coverage, markup`${share(seal.coverage)}`],
    [sealMeasureNames.sharpness, markup`${share(seal.sharpness)}`],
    [pageWords.shape, word(sealShapeNames[seal.shape])],
    [pageWords.ink, word(sealInkNames[seal.ink])],
    [sealMeasureNames.diameter, markup`${seal.diameterMm.toFixed(0)} mm`],
    [pageWords.sealText, seal.text === '' ? word(pageWords.nothingRead) : markup`${seal.text}`],
  ];
  return markup`<figure class="seal">${image(sheet, picture, together(sheetName(place), pageWords.sealPicture))}<figcaption><table><caption>${word(pageWords.sealMeasures)}</caption><tbody>${rows.map(
    ([title, value]) => markup`<tr><th scope="row">${word(title)}</th><td>${value}</td></tr>`,
  )}</tbody></table></figcaption></figure>`;
}

function screenshotFigure(sheet: Sheet, { source, at, picture, box }: ScreenshotExhibit): Markup {
  const frame =
    box === null ? nothing : markup`<span class="frame" style="${frameStyle(box)}" aria-hidden="true"></span>`;
  const name = together({ 'zh-CN': source, en: source }, pageWords.screenshot);
  const when = at === '' ? nothing : markup` ${beijingTime(at)}`;
  return markup`<figure class="screenshot"><span class="paper">${image(sheet, picture, name)}${frame}</span><figcaption>${local(sheet.locale, name)}${when}</figcaption></figure>`;
}

function textFigure({ locale }: Sheet, { source, at, lines, omitted }: TextExhibit): Markup {
  const text = lines.map(({ number, text: line, marked }) => {
    const counter = markup`<span class="number" aria-hidden="true">${number}</span>`;
    return marked ? markup`${counter}<mark>${line}</mark>\n` : markup`${counter}${line}\n`;
  });
  const rest =
    omitted === 0
      ? nothing
      : local(
          locale,
          inBoth((each) => fillTemplate(pageWords.omittedLines[each], { count: omitted })),
          'p',
          markup` class="quiet"`,
        );
  return markup`<figure class="answer"><figcaption>${source} ${beijingTime(at)}</figcaption><pre tabindex="0" role="region"${localAttribute(locale, 'aria-label', together({ 'zh-CN': source, en: source }, pageWords.markedLine))}>${text}</pre>${rest}</figure>`;
}

const withheldNote = ({ locale }: Sheet, { attachment, reason }: WithheldExhibit): Markup =>
  markup`<p class="withheld">${attachment} · ${local(locale, withheldWords[reason])}</p>`;
