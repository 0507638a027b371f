import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meantBy } from '../../src/json/mojibake.ts';
import { runs } from '../support/runs.ts';

/** Names and words of forty languages. */
const languages: Readonly<Record<string, string>> = {
  Afrikaans: 'môre reënboog Pêrel hoërskool',
  Albanian: 'Shqipëria Çlirim gjatë',
  Arabic: 'محمد الرياض نسخة',
  Armenian: 'Երևան Հայաստան պահուստ',
  Azerbaijani: 'Məmmədov Əliyev Şuşa Bakı',
  Bulgarian: 'София Георги резервно',
  Catalan: 'Òmnium col·legi Núria aigües',
  Chinese: '备份 北京 張偉',
  Croatian: 'Đorđe Šimić Čačak žaba',
  Czech: 'Dvořák VÍŠ Šárka zálohování ÚŽAS',
  Danish: 'Sørensen Århus smørrebrød Æble',
  Dutch: 'financiën coördinatie Zoë',
  Estonian: 'Jõgeva Tšehhi žürii ÄÄR',
  Farsi: 'نسخه پشتیبان می‌گیری',
  Finnish: 'Hämäläinen Åbo yö HYVÄ šakki',
  French: 'Hélène Noël cœur ÉTÉ Œuvre CAFÉ NESTLÉ à là Ÿ',
  Georgian: 'თბილისი საქართველო',
  German: 'Jürgen Straße Größe KÖLN Übung Spaß',
  Greek: 'Αθήνα Καλημέρα Γιώργος',
  Hebrew: 'שלום ירושלים',
  Hindi: 'नमस्ते दिल्ली',
  Hungarian: 'Győr Kovács árvíztűrő ÍRÓ',
  Icelandic: 'Þór Guðmundsdóttir Ísland ð',
  Irish: 'Seán Ó Éire fáilte',
  Italian: 'perché PERÒ COSÌ CAFFÈ Niccolò',
  Japanese: 'バックアップ 東京 さくら',
  Korean: '백업 서울 김민준',
  Latvian: 'Jānis Rīga ķēde',
  Lithuanian: 'Žemaitė Šiauliai ąžuolas',
  Maltese: 'Ħamrun Ġorġ żgħir',
  Norwegian: 'Bjørn Ålesund blåbær',
  Polish: 'Łódź Żółć Zieliński KRAKÓW być',
  Portuguese: 'João AMANHÃ IRMÃ São coração VOCÊ avô',
  Romanian: 'București Țară înainte Ştefan COBORÎ',
  Russian: 'Москва Юрий резервная копия',
  Slovak: 'Ľuboš Žilina ôsmy',
  Spanish: 'Núñez España corazón ¡ÑANDÚ!',
  Swedish: 'Björn Öland BLÅ Ärlig smörgås',
  Thai: 'กรุงเทพ สำรอง',
  Turkish: 'İstanbul Şahin Çağrı ığdır',
  Ukrainian: 'Київ Їжак Ґалаґан',
  Vietnamese: 'Nguyễn Đặng Huế MÃ sao lưu',
};
const words = Object.values(languages).flatMap((text) => text.split(' '));

/** Text in UTF-8, read in another encoding. */
const readAs = (encoding: string, text: string) => new TextDecoder(encoding).decode(Buffer.from(text));
const asLatin1 = (text: string) => Buffer.from(text).toString('latin1');
const asWindows1252 = (text: string) => readAs('windows-1252', text);

const word = fc
  .tuple(fc.constantFrom(...words), fc.nat({ max: 3 }))
  .map(([text, how]) => (how === 0 ? text.toUpperCase() : how === 1 ? text.toLowerCase() : text));
const between = fc.constantFrom(' ', '-', '_', '.', ', ', ' – ', ' & ', '/', ' (', '® ', '™ ', '… ', '’s ', ': ', '2 ');
const around = fc.constantFrom(
  ['', ''],
  ['„', '“'],
  ['“', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['', '…'],
  ['', '®'],
);
const meaningful = fc
  .tuple(fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 4 }), word, around, fc.boolean())
  .map(([parts, last, [open = '', close = ''], isComposed]) => {
    const text = `${open}${parts.flat().join('')}${last}${close}`;
    return text.normalize(isComposed ? 'NFC' : 'NFD');
  });

test('text in forty languages is not taken for misread text', () => {
  assert.ok(Object.keys(languages).length >= 40);
  for (const text of words.flatMap((one) => [one, one.toUpperCase(), one.normalize('NFD')]))
    assert.equal(meantBy(text), undefined, text);
  fc.assert(
    fc.property(fc.array(meaningful, { minLength: 20, maxLength: 20 }), (texts) => {
      for (const text of texts) assert.equal(meantBy(text), undefined, text);
    }),
    { numRuns: runs(2_500) },
  );
});

test('misread words of any language are restored', () => {
  for (const text of words) {
    if (/^[\0-\x7f]*$/.test(text)) continue;
    for (const one of [text, `${text} nightly`, `Backup ${text}`, text.normalize('NFD')]) {
      for (const read of [asWindows1252, asLatin1]) {
        assert.equal(meantBy(read(one)), one, read(one));
        assert.equal(meantBy(read(read(one))), one, read(read(one)));
      }
    }
  }
});

test('misread signs, emoji and marks of order are restored', () => {
  for (const text of [
    '10 € – 20 €',
    'Auftrag „nightly“',
    'it’s',
    '✓ done',
    '😀',
    '👩🏽‍💻',
    '🇩🇪',
    '20 °C',
    'à la carte',
    '½',
    '→',
  ])
    assert.equal(meantBy(asWindows1252(text)), text);
});

test('text that is not UTF-8 read as Windows-1252 stays as it is', () => {
  for (const text of ['Ã', 'Ãx', 'JÃ¼rgen Müller', 'Ã¼ 備', 'Ë\x80\x80', '', 'À¼', 'Ð', 'ô€€€€', '«Ã»', 'GARÇON’S'])
    assert.equal(meantBy(text), undefined, text);
});

test('any text has an answer, and never the text itself', () => {
  const strange = fc.string({
    unit: fc.constantFrom(...asLatin1('äßжи™'), '…', 'É', 'x', '\ufffd', '\x80'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(strange, (text) => assert.notEqual(meantBy(text), text)),
    { numRuns: runs(2_000) },
  );
});
