public import FiniteFields

/// A sum of wires with constant coefficients.
public struct LinearCombination<F: PrimeField>: Hashable, Sendable {
    /// One wire with its coefficient.
    public struct Term: Hashable, Sendable {
        public var wire: Wire
        public var coefficient: F

        @inlinable
        public init(_ wire: Wire, _ coefficient: F) {
            self.wire = wire
            self.coefficient = coefficient
        }
    }

    /// Strictly increasing by wire, no coefficient zero.
    public internal(set) var terms: [Term]

    /// The empty sum.
    public init() { terms = [] }

    public init(_ wire: Wire) { terms = [Term(wire, .one)] }

    /// The constant `value`.
    public init(constant value: F) { terms = value.isZero ? [] : [Term(.one, value)] }

    /// Takes over terms that are in order and without zeros already.
    package init(uncheckedTerms terms: [Term]) { self.terms = terms }
}
