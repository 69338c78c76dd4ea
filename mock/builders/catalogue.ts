import type { SeedProduct } from '../state/seed.ts'
import { slug } from './names.ts'
import type { Random } from './random.ts'

const BRANDS = ['Fjellvind', 'Tarnbrook', 'Altarra', 'Grauwand', 'Pico Norte', 'Włóczykij'] as const
const MODELS = 'Ridge, Tarn, Moraine, Scree, Couloir, Larch, Cairn, Föhn, Serac'.split(', ')

/** `kind | category | lowest and highest price in euros | SKU prefix`, all a hiking shop sells. */
const KINDS = `
Trekking boots | Footwear/Boots | 129 260 | BOOT
Approach shoes | Footwear/Shoes | 89 170 | SHOE
Merino socks | Footwear/Socks | 14 29 | SOCK
Rain jacket | Clothing/Jackets | 99 340 | RAIN
Down jacket | Clothing/Jackets | 149 390 | DOWN
Fleece pullover | Clothing/Midlayers | 49 120 | FLEE
Merino shirt | Clothing/Base layers | 45 95 | MERI
Trekking trousers | Clothing/Trousers | 59 150 | TROU
Sun hat | Clothing/Headwear | 19 45 | HATS
Gloves | Clothing/Gloves | 25 80 | GLOV
Backpack 28 l | Packs/Day packs | 79 150 | PACK
Backpack 55 l | Packs/Trekking packs | 149 290 | TREK
Dry bag | Packs/Accessories | 12 35 | DRYB
Two-person tent | Camp/Tents | 219 590 | TENT
Sleeping bag | Camp/Sleeping bags | 119 420 | SLEE
Sleeping mat | Camp/Mats | 49 190 | MATS
Gas stove | Camp/Kitchen | 29 110 | STOV
Titanium mug | Camp/Kitchen | 19 39 | MUGS
Water filter | Camp/Water | 35 90 | FILT
Steel bottle | Camp/Water | 18 42 | BOTT
Trekking poles | Equipment/Poles | 49 160 | POLE
Head torch | Equipment/Lights | 25 120 | LAMP
Compass | Equipment/Navigation | 15 60 | COMP
Hiking map | Equipment/Navigation | 9.5 16 | MAPS
First aid kit | Equipment/Safety | 19 65 | AIDS
`
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', category = '', prices = '', prefix = ''] = line.split(' | ')
    const [lowest = 0, highest = 0] = prices.split(' ').map(Number)
    return { name, category, lowest, highest, prefix }
  })

const FIRST_PUBLISHED = Date.UTC(2022, 0, 1)
const DAY_MS = 86_400_000

/** Products of a hiking shop, no two with one product id, all URLs under https://shop.example. */
export function catalogue(count: number, random: Random): SeedProduct[] {
  return Array.from({ length: count }, (_, index) => product(index, random))
}

function product(index: number, random: Random): SeedProduct {
  const kind = KINDS[index % KINDS.length] as (typeof KINDS)[number]
  const brand = random.pick(BRANDS)
  const name = `${brand} ${random.pick(MODELS)} ${kind.name}`
  const productId = `${kind.prefix}-${String(index + 1).padStart(4, '0')}`
  const page = `${slug(name)}-${productId.toLowerCase()}`
  const inStockUnits = random.chance(0.08) ? 0 : random.integer(1, 140)
  const ratingCount = random.integer(0, 240)
  const published = FIRST_PUBLISHED + random.integer(0, 1000) * DAY_MS

  return {
    productId,
    name,
    productDetailUrl: `https://shop.example/p/${page}`,
    imageUrl: `https://shop.example/images/${page}.jpg`,
    thumbnailUrl: `https://shop.example/images/${page}-small.jpg`,
    description: `${kind.name} by ${brand}, made for long days outside.`,
    brand,
    categories: [kind.category],
    tags: random.chance(0.3) ? ['bestseller'] : [],
    availability: inStockUnits > 0 ? 'instock' : 'outofstock',
    inStockUnits,
    ...pricing(random.integer(kind.lowest, kind.highest) * 100 - random.pick([0, 5, 10]), random),
    publishedAt: new Date(published).toISOString(),
    ...(ratingCount > 0 && { rating: random.integer(30, 50) / 10 }),
    ratingCount,
    reviewCount: Math.floor(ratingCount / 3),
  }
}

/** One product in five is reduced; VAT is 21 %. */
function pricing(originalCents: number, random: Random) {
  const discountedPercentage = random.chance(0.2) ? random.pick([10, 15, 20, 30]) : 0
  const cents = Math.round((originalCents * (100 - discountedPercentage)) / 100)

  return {
    unitPrice: cents / 100,
    unitPriceOriginal: originalCents / 100,
    unitPriceWithoutVAT: Math.round(cents / 1.21) / 100,
    discountedAmount: (originalCents - cents) / 100,
    discountedPercentage,
  }
}
