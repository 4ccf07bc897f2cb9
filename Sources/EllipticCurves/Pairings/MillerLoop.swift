public import FiniteFields

/// The Miller loops over several pairs at once, which share their squarings.
@usableFromInline
struct MillerLoop<Pairing: OptimalAtePairing> {
    @usableFromInline typealias Prepared = PreparedG2Point<Pairing>

    /// The product of the loops so far.
    @usableFromInline private(set) var f = Fp12<Pairing.Tower>.one

    /// The pairs without infinity, and where the loop of each has come to.
    @usableFromInline let pairs: [(p: AffinePoint<Pairing.G1>, q: AffinePoint<Pairing.G2>)]
    @usableFromInline var t: [TwistPoint<Pairing>]

    /// The same for pairs whose lines are known, and the number of lines used up.
    @usableFromInline let prepared: [(p: Prepared.Argument, q: Prepared)]
    @usableFromInline var step = 0

    @inlinable
    init(
        _ pairs: [(AffinePoint<Pairing.G1>, AffinePoint<Pairing.G2>)],
        prepared: [(AffinePoint<Pairing.G1>, Prepared)]
    ) {
        self.pairs = pairs.filter { !$0.0.isInfinity && !$0.1.isInfinity }
        t = self.pairs.map { TwistPoint($0.q) }
        let finite = prepared.filter { !$0.0.isInfinity && !$0.1.isInfinity }
        var inverses = finite.map(\.0.y)
        Pairing.G1.BaseField.invertAll(&inverses)
        self.prepared = zip(finite, inverses).map { (Prepared.Argument($0.0, inverseY: $1), $0.1) }
    }

    /// Whether there are no pairs: then the product is one.
    @inlinable
    var isEmpty: Bool { pairs.isEmpty && prepared.isEmpty }

    /// Squares the product and takes the step of doubling.
    @inlinable
    mutating func double() {
        f = f.squared()
        for index in pairs.indices { t[index].double().multiply(&f, at: pairs[index].p) }
        multiplyByPreparedLines()
    }

    /// Takes the step of adding ±Q.
    @inlinable
    mutating func add(negated: Bool) {
        for index in pairs.indices {
            let (p, q) = pairs[index]
            t[index].add(negated ? -q : q).multiply(&f, at: p)
        }
        multiplyByPreparedLines()
    }

    /// Takes the steps that the family of curves adds.
    @inlinable
    mutating func finish() {
        for index in pairs.indices {
            let (p, q) = pairs[index]
            for point in Pairing.pointsAddedAfterLoop(q) { t[index].add(point).multiply(&f, at: p) }
        }
        for (p, q) in prepared {
            for line in q.lines[step...] { line.multiply(&f, at: p) }
        }
    }

    @inlinable
    mutating func multiplyByPreparedLines() {
        for (p, q) in prepared { q.lines[step].multiply(&f, at: p) }
        step += 1
    }
}
