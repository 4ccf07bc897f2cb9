public import FiniteFields

/// A point Q of G2 with the lines that a Miller loop over Q meets, so that pairings of other points with Q
/// need no arithmetic on the twist.
///
/// The lines are divided by their coefficient of y_P. A loop divides them by y_P as well, which the final
/// exponentiation removes: one of three coefficients is 1 then, and a product with the line takes ten
/// multiplications in F_p² in place of thirteen.
public struct PreparedG2Point<Pairing: OptimalAtePairing>: Sendable {
    /// What is left of a line: −λ and λ x − y, see `TwistLine`.
    @usableFromInline
    struct Line: Sendable {
        @usableFromInline let slope: Fp2<Pairing.Tower>
        @usableFromInline let constant: Fp2<Pairing.Tower>

        @inlinable @inline(__always)
        init(slope: Fp2<Pairing.Tower>, constant: Fp2<Pairing.Tower>) {
            self.slope = slope
            self.constant = constant
        }

        /// Multiplies `f` by the value at a point P, divided by y_P.
        @inlinable @inline(__always)
        func multiply(_ f: inout Fp12<Pairing.Tower>, at p: Argument) {
            let b = slope.scaled(by: p.xOverY)
            let c = constant.scaled(by: p.inverseY)
            switch Pairing.twist {
            case .divided: f = f.multipliedByLine13(b, c)
            case .multiplied: f = f.multipliedByLine02(c, b)
            }
        }
    }

    /// What the lines need of a point of G1.
    @usableFromInline
    struct Argument {
        @usableFromInline let xOverY: Pairing.G1.BaseField
        @usableFromInline let inverseY: Pairing.G1.BaseField

        /// - Parameter inverseY: 1/y, which is there for points of odd order.
        @inlinable @inline(__always)
        init(_ point: AffinePoint<Pairing.G1>, inverseY: Pairing.G1.BaseField) {
            xOverY = point.x * inverseY
            self.inverseY = inverseY
        }
    }

    /// In the order of the steps of the loop; empty for infinity.
    @usableFromInline let lines: [Line]

    @usableFromInline var isInfinity: Bool { lines.isEmpty }

    /// Walks the loop once over `point`, with one inversion; a little cheaper than a pairing.
    @inlinable
    init(_ point: AffinePoint<Pairing.G2>) {
        if point.isInfinity {
            lines = []
            return
        }
        var t = TwistPoint<Pairing>(point)
        var lines: [TwistLine<Pairing>] = []
        for digit in Pairing.loopDigits.dropFirst() {
            lines.append(t.double())
            if digit != 0 { lines.append(t.add(digit > 0 ? point : -point)) }
        }
        for next in Pairing.pointsAddedAfterLoop(point) { lines.append(t.add(next)) }
        var inverses = lines.map(\.denominator)
        Fp2.invertAll(&inverses)
        self.lines = zip(lines, inverses).map { line, inverse in
            Line(slope: -(line.slope * inverse), constant: -(line.constant * inverse))
        }
    }
}
