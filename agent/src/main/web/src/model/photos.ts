// SPDX-License-Identifier: Apache-2.0

const MAX_PIXELS = 40_000_000
const QUALITY = 0.92

const PNG = [0x89, 0x50, 0x4e, 0x47]

/** What goes to the shop: a file as it is, or a photo that the phone turned into a JPEG. */
export async function printable(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || (await isTaken(file))) return file
  try {
    return (await asJpeg(file)) ?? file
  } catch {
    return file // this browser cannot draw it; the shop's PC will say what it thinks of it
  }
}

export function mayNeedTime(file: File): boolean {
  return file.type.startsWith('image/') && !['image/jpeg', 'image/png'].includes(file.type)
}

/** The shop's PC takes JPEGs and PNGs themselves. */
async function isTaken(file: File): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, PNG.length).arrayBuffer())
  const jpeg = start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff
  return jpeg || PNG.every((byte, i) => start[i] === byte)
}

async function asJpeg(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file)
  try {
    if (picture.width * picture.height > MAX_PIXELS) return null
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const paper = canvas.getContext('2d')
    if (!paper) return null
    paper.fillStyle = '#fff' // what was transparent is the colour of paper
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 0, 0)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  } finally {
    picture.close()
  }
}
