extension Field {
    /// Replaces each element by its inverse; zeros stay zero.
    ///
    /// One inversion and three multiplications per element (Montgomery, 1987).
    @inlinable
    public static func invertAll(_ elements: UnsafeMutableBufferPointer<Self>) {
        // Prefix products of the nonzero elements.
        let products = UnsafeMutableBufferPointer<Self>.allocate(capacity: elements.count)
        defer { products.deallocate() }
        var product = Self.one
        var index = 0
        while index < elements.count {
            products.initializeElement(at: index, to: product)
            if !elements[index].isZero { product *= elements[index] }
            index += 1
        }
        guard var inverse = product.inverse() else {
            preconditionFailure("a product of nonzero elements is not zero")
        }
        while index > 0 {
            index -= 1
            let element = elements[index]
            if element.isZero { continue }
            elements[index] = inverse * products[index]
            inverse *= element
        }
    }

    /// Replaces each element by its inverse; zeros stay zero.
    ///
    /// One inversion and three multiplications per element (Montgomery, 1987).
    @inlinable
    public static func invertAll(_ elements: inout [Self]) {
        elements.withUnsafeMutableBufferPointer { invertAll($0) }
    }
}
