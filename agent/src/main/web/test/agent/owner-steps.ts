// SPDX-License-Identifier: Apache-2.0

type Text = { en: string; hi?: string }
export type WireField = { key: string; type: string; label: Text; hint?: Text; required: boolean; sensitive: boolean; options?: { value: string; label: Text }[]; [more: string]: unknown }

const option = (value: string, en: string, hi?: string) => ({ value, label: hi ? { en, hi } : { en } })
const COLLEGES = ['St. Stephen’s', 'Miranda House', 'Hindu College', 'Ramjas College', 'Kirori Mal', 'Hansraj', 'Sri Venkateswara']

/** A form of the student discount with a field of every kind, as it comes over the wire. */
export const FIELDS: WireField[] = [
  { key: 'rollNo', type: 'text', label: { en: 'Roll number', hi: 'रोल नंबर' }, hint: { en: 'As on your college card', hi: 'जैसा कॉलेज कार्ड पर है' }, required: true, minLength: 4, maxLength: 12, pattern: '[0-9A-Z]+', says: { en: 'Digits and capital letters only.', hi: 'सिर्फ़ अंक और बड़े अक्षर।' }, sensitive: true },
  { key: 'course', type: 'choice', label: { en: 'Course', hi: 'कोर्स' }, required: true, options: [option('arts', 'Arts', 'कला'), option('science', 'Science', 'विज्ञान'), option('commerce', 'Commerce and everything that has to do with money and business', 'वाणिज्य')], sensitive: false },
  { key: 'college', type: 'choice', label: { en: 'College', hi: 'कॉलेज' }, required: true, options: COLLEGES.map((name, i) => option(`c${i}`, name)), sensitive: false },
  { key: 'days', type: 'several', label: { en: 'Days you come', hi: 'किन दिनों आते हैं' }, required: false, options: [option('mon', 'Monday', 'सोमवार'), option('wed', 'Wednesday', 'बुधवार'), option('fri', 'Friday', 'शुक्रवार')], sensitive: false },
  { key: 'phone', type: 'phone', label: { en: 'Phone', hi: 'फ़ोन' }, required: true, sensitive: false },
  { key: 'mail', type: 'email', label: { en: 'E-mail', hi: 'ई-मेल' }, required: false, sensitive: false },
  { key: 'born', type: 'date', label: { en: 'Date of birth', hi: 'जन्म तिथि' }, required: true, sensitive: true },
  { key: 'share', type: 'number', label: { en: 'Pages a month', hi: 'महीने के पेज' }, required: false, min: 1, max: 500, sensitive: false },
  { key: 'about', type: 'multiline', label: { en: 'Anything else', hi: 'और कुछ' }, required: false, sensitive: false },
  { key: 'agreed', type: 'yesno', label: { en: 'I study at this college', hi: 'मैं इसी कॉलेज में पढ़ता/पढ़ती हूँ' }, required: true, sensitive: false },
]

export const form = {
  step: 'student',
  kind: 'form',
  title: { en: 'Are you a student?', hi: 'क्या आप छात्र हैं?' },
  message: { en: 'Students get 10 % off.\nWe only look whether the number is right; nothing is kept.', hi: 'छात्रों को 10 % छूट।\nहम सिर्फ़ नंबर जाँचते हैं; कुछ नहीं रखते।' },
  fields: FIELDS,
  at: 1,
  of: 2,
}
