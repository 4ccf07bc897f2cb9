import FiniteFields

/// The residues of `width + 1` consecutive integers, from `low` up to `high`.
///
/// Where it starts does not matter: modulo p, an interval of integers is an arc of a circle.
struct Arc<F: PrimeField>: Sendable {
    let low: F
    /// `low + width` modulo p.
    let high: F
    /// At most p − 1.
    let width: Extent

    static var bit: Arc { Arc(low: .zero, high: .one, width: Extent(UInt64(1))) }

    static var zero: Arc { Arc(low: .zero, high: .zero, width: .zero) }

    func contains(_ element: F) -> Bool { Extent(element - low) <= width }

    /// Whether it is {0, 1} or a part of it.
    var isBoolean: Bool {
        width == .zero ? low.isZero || low == .one : low.isZero && width == Extent(UInt64(1))
    }

    /// The elements of both arcs, if they are an arc for sure; else the narrower one, which holds them as well.
    ///
    /// Arcs of fewer than p steps together cannot meet at both ends. So if one begins inside the other, what they
    /// have in common goes from there to the end that comes first.
    func intersection(with other: Arc, _ field: FieldExtents<F>) -> Arc {
        guard width + other.width <= field.greatestWidth else { return width <= other.width ? self : other }
        let (ahead, behind) = (Extent(other.low - low), Extent(low - other.low))
        if ahead <= width {
            let rest = width - ahead
            return other.width <= rest ? other : Arc(low: other.low, high: high, width: rest)
        }
        if behind <= other.width {
            let rest = other.width - behind
            return width <= rest ? self : Arc(low: low, high: other.high, width: rest)
        }
        return width <= other.width ? self : other
    }

    /// R if the arc lies in `0 ... R` or in `−R ... 0` with 2R < p, as an integer and as an element.
    func oneSidedBound(_ field: FieldExtents<F>) -> (integer: Extent, element: F)? {
        let upper = Extent(low) + width
        if upper <= field.half { return (upper, high) }
        let lower = Extent(-high) + width
        return lower <= field.half ? (lower, -low) : nil
    }
}

extension Arc {
    /// The residues of an interval of integers; nil if it has p of them or more, which says nothing.
    init?(_ integers: ClosedRange<Int128>, _ field: FieldExtents<F>) {
        let (low, high) = (integers.lowerBound, integers.upperBound)
        let width = Extent(UInt128(bitPattern: high &- low))
        guard width <= field.greatestWidth else { return nil }
        self.init(low: F(low), high: F(high), width: width)
    }
}
