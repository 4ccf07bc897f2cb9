import FiniteFields
import TestSupport

extension PrimeField {
    /// Sets of scalars of all kinds that sums of multiples treat differently; the first one is random.
    static func sampleScalars(count: Int, using generator: inout SeededGenerator) -> [[Self]] {
        let random = (0..<count).map { _ in Self.random(using: &generator) }
        let special = [
            0, 1, -1, 2, -2, half, half - 1, half + 1, 255, -128, Self(UInt64.max), random.first ?? 7,
        ]
        return [
            random,
            Array(repeating: random.first ?? 1, count: count),
            Array(repeating: 0, count: count),
            Array(repeating: 1, count: count),
            Array(repeating: -1, count: count),
            (0..<count).map { Self($0 % 2) },
            (0..<count).map { Self($0 % 256 - 128) },
            (0..<count).map { special[$0 % special.count] },
            // Mostly small, as in a circuit.
            (0..<count).map { $0 % 20 == 0 ? random[$0] : Self($0 * 7919 % 256) },
        ]
    }

    /// (p + 1) / 2, the smallest value whose negative is smaller.
    private static var half: Self {
        guard let half = Self(2).inverse() else { preconditionFailure("p is odd") }
        return half
    }
}
