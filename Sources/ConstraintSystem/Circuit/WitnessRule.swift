public import FiniteFields

/// How new wires follow from earlier ones: data, the same for every witness.
public enum WitnessRule<F: PrimeField>: Hashable, Sendable {
    /// One wire: the value of a combination.
    case value(LinearCombination<F>)

    /// One wire: the product of two combinations, plus a third.
    case product(LinearCombination<F>, LinearCombination<F>, plus: LinearCombination<F>)

    /// The bits `dropping ..< width` of an integer in `0 ..< 2^width`, least significant first.
    ///
    /// The caller expresses dropped bits linearly by the others.
    case bits(of: LinearCombination<F>, width: Int, dropping: Int)

    /// One wire: some bits of the product of two combinations plus a third, an integer of `total` bits, as an
    /// integer, plus a constant.
    case digit(
        LinearCombination<F>, LinearCombination<F>, plus: LinearCombination<F>, bits: Range<Int>, total: Int,
        adding: Int128)

    /// The `shift` bits of `z mod 2^shift`, then the `width` bits of `|⌊z / 2^shift⌋|`, for a signed z.
    case roundedMagnitude(of: LinearCombination<F>, shift: Int, width: Int)

    /// The digits from `dropping` on of an integer in `0 ..< 2^Σ widths`, cut into digits of these many bits,
    /// least significant first. Widths are 1 … 126.
    ///
    /// The caller expresses dropped digits linearly by the others.
    case digits(of: LinearCombination<F>, widths: [Int], dropping: Int)

    /// The number of wires that the rule determines.
    public var wireCount: Int {
        switch self {
        case .value, .product, .digit: 1
        case .bits(_, let width, let dropping): width - dropping
        case .roundedMagnitude(_, let shift, let width): shift + width
        case .digits(_, let widths, let dropping): widths.count - dropping
        }
    }

    /// The combinations that the rule evaluates, in order.
    var operands: [LinearCombination<F>] {
        switch self {
        case .value(let a): [a]
        case .product(let a, let b, let c), .digit(let a, let b, let c, _, _, _): [a, b, c]
        case .bits(let value, _, _): [value]
        case .roundedMagnitude(let value, _, _): [value]
        case .digits(let value, _, _): [value]
        }
    }
}
