import FiniteFields

/// How `max(0, z) >> shift` is enforced for integers z of a known window, and what that costs.
package enum Rectification: Hashable, Sendable {
    /// The result is 0 for every z of the window.
    case zero
    /// The result is z.
    case identity
    /// z is not negative: it has `bits` bits, of which the result keeps all but `shift`.
    case truncation(bits: Int)
    /// z has both signs: `shift` bits of remainder, `magnitudeBits` bits of |⌊z / 2^shift⌋|, one product.
    case signed(magnitudeBits: Int)

    /// Chooses the cheapest way.
    ///
    /// - Precondition: `0 ≤ shift < 124`; the window's bounds are below 2^124 in magnitude.
    package init(window: ClosedRange<Int128>, shift: Int) {
        precondition((0..<124).contains(shift), "a shift is not negative and below 124")
        let (low, high) = (window.lowerBound, window.upperBound)
        precondition(max(low.magnitude, high.magnitude) < 1 << 124, "bounds are below 2^124")
        // The arithmetic shift rounds down: −(low >> shift) = ⌈−low / 2^shift⌉.
        let largest = high >> Int128(shift)
        if largest <= 0 {
            self = .zero
        } else if low >= 0 {
            self = shift == 0 ? .identity : .truncation(bits: Window.bitCount(high))
        } else {
            self = .signed(magnitudeBits: Window.bitCount(max(-(low >> Int128(shift)), largest)))
        }
    }

    /// The number of constraints.
    package func constraintCount(shift: Int) -> Int {
        switch self {
        case .zero, .identity: 0
        case .truncation(let bits): bits
        case .signed(let magnitudeBits): shift + magnitudeBits + 1
        }
    }
}
