public import FiniteFields

/// The group {ω^i} of 2^k-th roots of unity, on which polynomials of degree below 2^k are known by
/// their values.
///
/// ω is `PrimeField.rootOfUnity(ofOrderTwoToThe:)`, the one that snarkjs takes. Holds 2^(k + 1) field
/// elements: of precomputed twiddle factors or, with the vector backend, of memory to work in.
public struct EvaluationDomain<F: PrimeField>: Sendable {
    /// k, the base-two logarithm of the size.
    public let logarithm: Int

    /// ω, of order 2^k.
    public let root: F

    /// For every half-size h = 1, 2, 4, …, the powers 0 ..< h of the root of order 2h, from index h on.
    /// Empty where `fourStep` takes their place.
    let twiddles: [F]
    /// The same for the inverse roots.
    let inverseTwiddles: [F]

    /// Transforms by the vector backend: by ω and by its inverse.
    let fourStep: (forward: FourStepTransform<F>, backward: FourStepTransform<F>)?

    /// 1 / 2^k.
    let sizeInverse: F

    /// The number of points, 2^k.
    public var size: Int { 1 << logarithm }

    /// Returns the domain of 2^`logarithm` points, or nil where the field has no such roots of unity.
    public init?(logarithm: Int) {
        self.init(logarithm: logarithm, backend: .current)
    }

    /// Returns the domain of 2^`logarithm` points, whose transforms are done by `backend`.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    package init?(logarithm: Int, backend: FieldBackend) {
        guard (0...F.twoAdicity).contains(logarithm) else { return nil }
        self.logarithm = logarithm
        root = F.rootOfUnity(ofOrderTwoToThe: logarithm)
        sizeInverse = F(1 << logarithm).inverse()!
        let inverseRoot = root.inverse()!
        if backend == .vector, let forward = FourStepTransform(root: root, logarithm: logarithm),
            let backward = FourStepTransform(root: inverseRoot, logarithm: logarithm, sharing: forward)
        {
            fourStep = (forward, backward)
            (twiddles, inverseTwiddles) = ([], [])
        } else {
            fourStep = nil
            twiddles = Self.twiddles(of: root, logarithm: logarithm)
            inverseTwiddles = Self.twiddles(of: inverseRoot, logarithm: logarithm)
        }
    }

    /// Returns the smallest domain of at least `count` points, or nil where the field has none.
    public init?(minimumSize count: Int) {
        precondition(count > 0, "a domain has at least one point")
        self.init(logarithm: Int.bitWidth - (count - 1).leadingZeroBitCount)
    }

    static func twiddles(of root: F, logarithm: Int) -> [F] {
        let half = (1 << logarithm) / 2
        return [F](unsafeUninitializedCapacity: 2 * half) { table, count in
            guard half > 0 else { return }
            table.initialize(repeating: .one)
            var power = F.one
            for index in half..<2 * half {
                table[index] = power
                power *= root
            }
            for index in stride(from: half - 1, to: 0, by: -1) { table[index] = table[2 * index] }
            count = 2 * half
        }
    }

    /// Returns ω^`index`.
    public func point(_ index: Int) -> F { root.power(UInt64(index & (size - 1))) }

    /// Returns Z(x) = x^(2^k) − 1, the polynomial that vanishes exactly on the domain.
    public func vanishingPolynomial(at x: F) -> F {
        var power = x
        for _ in 0..<logarithm { power = power.squared() }
        return power - .one
    }
}
