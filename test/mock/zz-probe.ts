import { aShop } from '../../mock/builders/shop.ts'
import { createMock } from '../../mock/index.ts'
const seed = aShop({ contacts: 100_000 })
const mock = createMock({ seed }); mock.account('a:1')
for (let i = 0; i < 4; i++) { const s = mock.snapshot(); const t = performance.now(); mock.restore(s); console.log('restore 100k', performance.now() - t) }
const s = JSON.parse(JSON.stringify(mock.snapshot())); const t = performance.now(); mock.restore(s); console.log('restore 100k from JSON', performance.now() - t)
