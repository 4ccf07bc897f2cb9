extension FieldVector {
    /// Sets every element to the inverse of that of `elements`, or returns false if one of these is zero.
    ///
    /// A tree of products with one inversion at its root; three multiplications per element. That they are
    /// products of whole blocks keeps the levels of the tree wide.
    ///
    /// - Parameters:
    ///   - elements: at least one block, and not this array; has room for one block more.
    ///   - scratch: at least `inversionScratch(blocks)` blocks. This array has room for one block more, too.
    @inlinable
    public func setInverses(_ elements: Self, blocks: Int, scratch: Self) -> Bool {
        if blocks == 1 {
            var block = elements.firstBlock()
            if block.contains(where: \.isZero) { return false }
            Element.invertAll(&block)
            setFirstBlock(block)
            return true
        }
        if blocks % 2 == 1 {
            elements.advanced(byBlocks: blocks).setFirstBlock(Array(repeating: .one, count: 8))
        }
        let half = (blocks + 1) / 2
        let upper = elements.advanced(byBlocks: half)
        let products = scratch
        let inverses = scratch.advanced(byBlocks: half + 1)
        products.setProduct(elements, upper, blocks: half)
        let rest = scratch.advanced(byBlocks: 2 * half + 2)
        guard inverses.setInverses(products, blocks: half, scratch: rest) else { return false }
        setProduct(inverses, upper, blocks: half)
        advanced(byBlocks: half).setProduct(inverses, elements, blocks: half)
        return true
    }

    /// The size of the scratch memory that `setInverses` needs for some blocks.
    @inlinable
    public static func inversionScratch(_ blocks: Int) -> Int {
        // At most 2 ((n + 1)/2 + 1) blocks, then the same for (n + 1)/2.
        var (sum, level) = (0, blocks)
        while level > 1 {
            level = (level + 1) / 2
            sum += 2 * level + 2
        }
        return sum
    }
}
