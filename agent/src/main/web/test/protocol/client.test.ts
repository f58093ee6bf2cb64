// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DOCUMENT_FRAME } from '../../src/protocol/frames'
import { openReceipt, receiptName } from '../../src/protocol/receipt'
import { FakeShop } from '../agent/fake-shop'
import { Phone, tab } from '../agent/phone'

const HOST = '192.168.1.23:8080'
const CHUNK = 65_536
let shop: FakeShop
let storage: Storage

beforeEach(() => {
  shop = new FakeShop(HOST)
  storage = tab()
})
afterEach(async () => await shop.stop())

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 8_000, interval: 5 })
const open = async (phone: Phone) => await until(() => expect(phone.of('link').at(-1)?.link).toBe('open'))
const document = (size: number) => new Blob([randomBytes(size)])
const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

async function claimed(): Promise<Phone> {
  const phone = new Phone(shop, storage, HOST)
  await open(phone)
  return phone
}

test('a claim shows the same code on both sides', async () => {
  const phone = await claimed()
  expect(phone.of('sas')[0]?.sas).toBe(shop.wire!.sas)
  expect(shop.requestsOf(0x01)[0]).toMatchObject({ lang: 'en' })
})

test('a document arrives as it is, sealed chunk by chunk', async () => {
  const phone = await claimed()
  const file = document(3 * CHUNK + 5)
  const fid = phone.client.upload('ration.pdf', file, 1)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(Buffer.from(shop.files.get(fid)!.bytes).equals(await bytesOf(file))).toBe(true)
  expect(shop.requestsOf(0x11)).toEqual([{ fid, seg: 0, chunks: 4, size: 3 * CHUNK + 5 }])
})

test('no more is sent than was granted', async () => {
  shop.grant = 3 * DOCUMENT_FRAME + 100
  shop.regrant = false
  const phone = await claimed()
  const fid = phone.client.upload('big.pdf', document(8 * CHUNK), 1)
  await until(() => expect(shop.used).toBe(3 * DOCUMENT_FRAME))
  expect(phone.of('sent')).toHaveLength(3)
  shop.credit(5 * DOCUMENT_FRAME)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.used).toBeLessThanOrEqual(shop.granted)
})

test('after the socket dropped the upload goes on where the agent says, under a new key', async () => {
  shop.grant = 3 * DOCUMENT_FRAME
  shop.regrant = false
  const phone = await claimed()
  const file = document(8 * CHUNK)
  const fid = phone.client.upload('big.pdf', file, 1)
  await until(() => expect(shop.files.get(fid)?.next).toBe(3))
  shop.grant = 100 * DOCUMENT_FRAME
  shop.wire!.drop()
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.wire!.resumed).toBe(true)
  expect(shop.requestsOf(0x10).map((open) => [open.seg, open.start])).toEqual([[0, 0], [1, 3]])
  expect(shop.segmentKeys.size).toBe(2)
  expect(Buffer.from(shop.files.get(fid)!.bytes).equals(await bytesOf(file))).toBe(true)
})

test('when only the end of a file was lost, nothing is sent twice', async () => {
  shop.verdict = () => ({ status: 'receiving' })
  const phone = await claimed()
  const fid = phone.client.upload('a.pdf', document(2 * CHUNK), 1)
  await until(() => expect(shop.requestsOf(0x11)).toHaveLength(1))
  shop.verdict = () => ({ status: 'ready', pages: 1 })
  shop.files.get(fid)!.status = 'receiving'
  shop.wire!.drop()
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.requestsOf(0x10)).toHaveLength(1)
  expect(shop.requestsOf(0x11)).toEqual([0, 0].map((seg) => ({ fid, seg, chunks: 2, size: 2 * CHUNK })))
})

test('a damaged chunk is sent again in a new segment', async () => {
  let damaged = true
  shop.verdict = () => (damaged ? ((damaged = false), { status: 'retry', next: 1 }) : { status: 'ready', pages: 1 })
  const phone = await claimed()
  const fid = phone.client.upload('a.pdf', document(2 * CHUNK), 1)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.requestsOf(0x10).map((open) => [open.seg, open.start])).toEqual([[0, 0], [1, 1]])
})

test('a reloaded page resumes, and goes on with a file only when it is the same', async () => {
  shop.grant = 2 * DOCUMENT_FRAME
  shop.regrant = false
  const first = await claimed()
  const file = document(4 * CHUNK)
  const fid = first.client.upload('a.pdf', file, 77)
  await until(() => expect(shop.files.get(fid)?.next).toBe(2))
  shop.grant = 100 * DOCUMENT_FRAME
  const reloaded = new Phone(shop, storage, HOST, '')
  await open(reloaded)
  expect(reloaded.of('sas')[0]?.sas).toBe(first.of('sas')[0]?.sas)
  expect(reloaded.client.uploadAgain(fid, 'a.pdf', file, 78, 2)).toBe(false)
  expect(reloaded.client.uploadAgain(fid, 'a.pdf', document(5), 77, 2)).toBe(false)
  expect(reloaded.client.uploadAgain(fid, 'a.pdf', file, 77, 2)).toBe(true)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.requestsOf(0x10).map((open) => [open.seg, open.start])).toEqual([[0, 0], [1, 2]])
  expect(Buffer.from(shop.files.get(fid)!.bytes).equals(await bytesOf(file))).toBe(true)
  expect(reloaded.client.upload('b.pdf', document(1), 1)).toBe(fid + 1)
})

test('a file removed while the connection is lost is removed when it is back', async () => {
  const phone = await claimed()
  const fid = phone.client.upload('a.pdf', document(10), 1)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  shop.wire!.drop()
  await until(() => expect(phone.of('link').at(-1)?.link).toBe('lost'))
  phone.client.remove(fid)
  await until(() => expect(shop.files.size).toBe(0))
  expect(phone.answers('SESSION').at(-1)).toMatchObject({ files: [] })
})

test('delete is told when the connection is back', async () => {
  const phone = await claimed()
  shop.wire!.drop()
  await until(() => expect(phone.of('link').at(-1)?.link).toBe('lost'))
  phone.client.destroy()
  await until(() => expect(phone.answers('STATUS')).toHaveLength(1))
  expect(shop.requestsOf(0x40)).toHaveLength(1)
})

test('previews open with the key of the connection, the latest wish first', async () => {
  const drawn = new Map([[0, randomBytes(10)], [1, randomBytes(CHUNK)], [2, randomBytes(3 * CHUNK + 1)]])
  shop.draw = (side) => Uint8Array.from(drawn.get(side)!)
  const phone = await claimed()
  for (const side of [0, 1, 2]) phone.client.wantPreview(side)
  await until(() => expect(phone.of('preview')).toHaveLength(3))
  expect(phone.of('preview').map((event) => event.side)).toEqual([0, 2, 1])
  for (const { side, jpeg } of phone.of('preview')) expect(Buffer.from(jpeg!).equals(drawn.get(side)!)).toBe(true)
})

test('a preview of sheets that have changed is thrown away', async () => {
  const phone = await claimed()
  phone.client.wantPreview(0)
  phone.client.forgetPreviews()
  phone.client.wantPreview(1)
  await until(() => expect(phone.of('preview').map((event) => event.side)).toEqual([1]))
})

test('the receipt comes with the end, and the ticket is gone', async () => {
  const phone = await claimed()
  shop.over('printed')
  await until(() => expect(phone.of('stop')).toHaveLength(1))
  const receipt = phone.answers('RECEIPT')[0] as { text: string }
  expect(openReceipt(receipt.text, shop.signer.verifyKey)?.fields.session).toBe(shop.session.session)
  expect(storage.getItem('sps')).toBeNull()
})

test('a session that ended while the phone was away is told by its kept receipt', async () => {
  const phone = await claimed()
  const text = shop.receipt()
  const secret = JSON.parse(storage.getItem('sps')!).resumeSecret as string
  shop.receipts.set(receiptName(Buffer.from(secret, 'base64url')), text)
  shop.taken = true
  shop.wire!.drop()
  await until(() => expect(phone.of('receipt')[0]).toMatchObject({ text, verifyKey: shop.signer.verifyKey }))
  expect(phone.of('stop')).toEqual([])
  expect(storage.getItem('sps')).toBeNull()
})

test('a code that was used already is told apart from a session that is over', async () => {
  await claimed()
  const second = new Phone(shop, tab(), HOST)
  await until(() => expect(second.of('stop')[0]?.stop).toBe('used'))
  shop.files.clear()
  const stolen = new Phone(shop, tab(), '10.0.0.1:80')
  await until(() => expect(stolen.of('stop')[0]?.stop).toBe('used'))
})

test('a code that another phone claims first is used, not over, though the key fits', async () => {
  shop.taken = true
  const late = new Phone(shop, tab(), HOST)
  await until(() => expect(late.of('stop')[0]?.stop).toBe('used'))
})

test('a session taken over by another tab stops without a retry', async () => {
  const phone = await claimed()
  shop.wire!.close(4003)
  await until(() => expect(phone.of('stop')[0]?.stop).toBe('elsewhere'))
  expect(shop.sockets).toBe(1)
})

test('a place in the queue is told, and the session opens when it is free', async () => {
  shop.waiting = 3
  const phone = new Phone(shop, storage, HOST)
  await until(() => expect(phone.answers('WAITING')).toEqual([{ type: 'WAITING', place: 3 }]))
  shop.open(shop.wire!)
  await open(phone)
})

test('three broken answers within a minute stop the page instead of breaking it', async () => {
  shop.session = { ...shop.session, colour: 'url(x)' }
  const phone = new Phone(shop, storage, HOST)
  await until(() => expect(phone.of('stop')[0]?.stop).toBe('broken'))
  expect(shop.sockets).toBe(3)
})

test('an answer of an unknown type is ignored', async () => {
  const phone = await claimed()
  shop.tell(0x3e, { step: 'form' })
  shop.tell(0x20, { bytes: 1, unknown: { field: true } })
  const fid = phone.client.upload('a.pdf', document(1), 1)
  await until(() => expect(shop.files.get(fid)?.status).toBe('ready'))
  expect(shop.sockets).toBe(1)
})

const STEP = { step: 'student', kind: 'info', title: { en: 'Hello' }, fields: [], at: 0, of: 0 }
const NEXT = { ...STEP, step: 'next' }
const NOTHING = { step: '', kind: 'none', fields: [], at: 0, of: 0 }
const asked = async (phone: Phone, times: number) => await until(() => expect(phone.answers('STEP')).toHaveLength(times))

test('an answer whose fate is unknown goes out again as the same command, once the same step is asked', async () => {
  const phone = await claimed()
  shop.tell(0x3b, STEP)
  await asked(phone, 1)
  phone.client.answerStep('student', { rollNo: 'A1' })
  await until(() => expect(shop.requestsOf(0x3c)).toHaveLength(1))
  shop.step = STEP
  shop.wire!.drop()
  await until(() => expect(shop.requestsOf(0x3c)).toHaveLength(2))
  const [first, second] = shop.requestsOf(0x3c)
  expect(second).toEqual(first)
  expect(Buffer.from(first!.command as string, 'base64url')).toHaveLength(16)
  shop.tell(0x3b, STEP)
  await asked(phone, 3)
  shop.tell(0x3b, NEXT)
  shop.tell(0x3b, STEP)
  await asked(phone, 5)
  expect(shop.requestsOf(0x3c)).toHaveLength(2)
})

test('an answer that had come is not sent again, whatever is asked now', async () => {
  for (const next of [NEXT, NOTHING, { ...STEP, kind: 'wait' }]) {
    shop.step = undefined
    storage = tab()
    const phone = new Phone(shop, storage, HOST)
    await open(phone)
    phone.client.answerStep('student', {})
    await until(() => expect(shop.requestsOf(0x3c)).toHaveLength(1))
    shop.step = next
    shop.wire!.drop()
    await asked(phone, 1)
    shop.tell(0x51, {})
    await until(() => expect(phone.answers('PONG').length).toBeGreaterThan(0))
    expect(shop.requestsOf(0x3c)).toHaveLength(1)
    await shop.stop()
    shop = new FakeShop(HOST)
  }
})

test('what is answered while the line is lost goes out when it is back', async () => {
  const phone = await claimed()
  shop.step = STEP
  shop.wire!.drop()
  await until(() => expect(phone.of('link').at(-1)?.link).toBe('lost'))
  phone.client.answerStep('student', { rollNo: 'A1' })
  await until(() => expect(shop.requestsOf(0x3c)).toMatchObject([{ step: 'student', input: { rollNo: 'A1' } }]))
})

test('only the last answer’s refusal is news, and another try is another command', async () => {
  const phone = await claimed()
  phone.client.answerStep('student', {})
  await until(() => expect(shop.requestsOf(0x3c)).toHaveLength(1))
  const { command } = shop.requestsOf(0x3c)[0]!
  const refuse = (about: unknown) => shop.tell(0x3d, { step: 'student', command: about, message: { en: 'No' }, errors: [] })
  refuse('AAAAAAAAAAAAAAAAAAAAAA')
  refuse(command)
  refuse(command)
  shop.tell(0x51, {})
  await until(() => expect(phone.answers('PONG').length).toBeGreaterThan(0))
  expect(phone.answers('STEP_REFUSED')).toHaveLength(1)
  phone.client.answerStep('student', {})
  await until(() => expect(shop.requestsOf(0x3c)).toHaveLength(2))
  expect(shop.requestsOf(0x3c)[1]!.command).not.toBe(command)
})

test('a file that the phone takes away is told, not sent half', async () => {
  const phone = await claimed()
  const gone = document(2 * CHUNK)
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as unknown as Blob
  const fid = phone.client.upload('a.pdf', gone, 1)
  await until(() => expect(phone.of('unreadable')).toEqual([{ type: 'unreadable', fid }]))
  await until(() => expect(shop.requestsOf(0x12)).toEqual([{ fid }]))
})
