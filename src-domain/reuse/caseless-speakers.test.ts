import { expect, test } from 'vitest'
import { attributionOf, samePerson } from './speakers'

const CHINESE = '由于融雪使水库水位超过溢洪道，工程师在午夜之前打开了两个水闸'
const ARABIC = 'فتح المهندسون بوابتين قبل منتصف الليل لأن ذوبان الثلوج رفع المياه فوق المفيض'

const saidIn = (text: string) => {
  const quoted = text.includes(CHINESE) ? CHINESE : ARABIC
  const start = text.indexOf(quoted)
  return attributionOf(text, { start, end: start + quoted.length })!
}

test.each([
  [`昨天下雨。哈尔文市长林和表示：“${CHINESE}。”`, '林和'],
  [`“${CHINESE}，”林和说。`, '林和'],
  [`外交部发言人林和在周五的记者会上说，“${CHINESE}”。`, '林和'],
  [`奥尔达尼亚总统玛拉·奎尔对记者称：「${CHINESE}」`, '玛拉·奎尔'],
  [`奎尔强调，“${CHINESE}”`, '奎尔'],
  [`وقال وزير الخارجية إيلفار تيسك: "${ARABIC}".`, 'إيلفار تيسك'],
  [`"${ARABIC}"، قال تيسك.`, 'تيسك'],
  [`وأضاف تيسك أن «${ARABIC}»`, 'تيسك'],
  [`صرح المتحدث باسم القصر إيلفار تيسك للصحفيين: «${ARABIC}»`, 'إيلفار تيسك'],
])('the speaker is told in %s', (text, name) => {
  expect(saidIn(text).speakers).toEqual([name])
})

test.each([
  `他说：“${CHINESE}。”`,
  `外交部表示：“${CHINESE}。”`,
  `消息人士称：“${CHINESE}。”`,
  `“${CHINESE}。”昨天下雨。`,
  `وقالت وزارة الخارجية: "${ARABIC}".`,
  `وقال الوزير: "${ARABIC}".`,
  `وقال إن "${ARABIC}".`,
])('nobody is named in %s', (text) => {
  expect(saidIn(text).speakers).toEqual([])
})

test('a person is the same by the last name', () => {
  const same = (one: string, other: string) => samePerson(saidIn(one), saidIn(other))
  expect(same(`玛拉·奎尔称：“${CHINESE}”`, `总统奎尔指出，“${CHINESE}”`)).toBe('玛拉·奎尔')
  expect(same(`قال إيلفار تيسك: "${ARABIC}"`, `وأكد تيسك أن "${ARABIC}"`)).toBe('إيلفار تيسك')
  expect(same(`林和说：“${CHINESE}”`, `奎尔说：“${CHINESE}”`)).toBeUndefined()
})
