import FiniteFields

/// The modulus as an integer, and what is measured by it.
struct FieldExtents<F: PrimeField>: Sendable {
    /// p − 1: the greatest width below which an interval's integers have different residues.
    let greatestWidth: Extent
    /// (p − 1) / 2.
    let half: Extent
    private let modulus: Extent

    init() {
        modulus = .modulus(of: F.self)
        greatestWidth = modulus - Extent(UInt64(1))
        half = greatestWidth.half
    }

    /// The signed representative in `−(p − 1)/2 ... (p − 1)/2`.
    @inline(__always)
    func signed(_ element: F) -> (isNegative: Bool, magnitude: Extent) {
        let canonical = Extent(element)
        return half < canonical ? (true, modulus - canonical) : (false, canonical)
    }

    /// Returns `sum + magnitude · width` unless that is p or more.
    @inline(__always)
    func adding(_ magnitude: Extent, times width: Extent, to sum: Extent) -> Extent? {
        guard let product = magnitude.multiplied(by: width), product <= greatestWidth else { return nil }
        let total = sum + product
        return total <= greatestWidth ? total : nil
    }

    /// Returns an arc of all `x + factor · y` with x and y in arcs, unless its width is p or more.
    @inline(__always)
    func adding(_ arc: Arc<F>, times factor: F, to sum: Arc<F>) -> Arc<F>? {
        let (isNegative, magnitude) = signed(factor)
        guard let width = adding(magnitude, times: arc.width, to: sum.width) else { return nil }
        return Arc(
            low: sum.low + factor * (isNegative ? arc.high : arc.low),
            high: sum.high + factor * (isNegative ? arc.low : arc.high), width: width)
    }
}
