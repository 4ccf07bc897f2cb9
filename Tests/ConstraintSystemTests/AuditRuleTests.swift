import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// Every rule where it holds, and just beyond the bound where it stops to hold; over a small field, so that
/// uniqueness can be tried out.
@Suite("Rules of the determinism audit")
struct AuditRuleTests {
    typealias F = F97
    typealias Sum = LinearCombination<F>
    typealias Row = Constraint<F>

    private func row(_ a: Sum, _ b: Sum, _ c: Sum) -> Row { Row(a, b, c) }

    /// Wires: the constant, `inputs` public inputs, the others unknown.
    private func system(
        inputs: Int, unknowns: Int, _ rows: ([Sum], [Sum]) -> [Row]
    ) -> RankOneConstraintSystem<F> {
        let wires = (1...inputs + unknowns).map { Sum(Wire($0)) }
        return RankOneConstraintSystem(
            publicOutputCount: 0, publicInputCount: inputs, wireCount: 1 + inputs + unknowns,
            constraints: rows(Array(wires[..<inputs]), Array(wires[inputs...])))
    }

    private func bits(_ wires: some Collection<Sum>) -> [Row] {
        wires.map { row($0, $0 - 1, 0) }
    }

    /// Returns `Σ 2^(first + i) wires[i]`.
    private func binary(_ wires: some Collection<Sum>, first: Int = 0) -> Sum {
        .sum(of: wires.enumerated().map { (F(1 << ($0.offset + first)), $0.element) })
    }

    /// Expects the audit to pass, and what it says to be true.
    private func expectPasses(
        _ system: RankOneConstraintSystem<F>, by rule: AuditRule,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let report = DeterminismAudit(system).run()
        #expect(report.isDeterministic, sourceLocation: sourceLocation)
        #expect(report.derivedCount(by: rule) > 0, sourceLocation: sourceLocation)
        #expect(!hasTwoWitnesses(system), sourceLocation: sourceLocation)
    }

    /// Expects the audit to refuse, and to have a reason.
    private func expectRefuses(
        _ system: RankOneConstraintSystem<F>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(!DeterminismAudit(system).run().isDeterministic, sourceLocation: sourceLocation)
        #expect(hasTwoWitnesses(system), sourceLocation: sourceLocation)
    }

    private func hasTwoWitnesses(_ system: RankOneConstraintSystem<F>) -> Bool {
        let search = AssignmentSearch(system)
        let inputs = (0..<system.publicInputCount).reduce([[Int]()]) { tuples, _ in
            tuples.flatMap { tuple in (0..<97).map { tuple + [$0] } }
        }
        return inputs.contains { search.assignments(publicInputs: $0, limit: 2).count == 2 }
    }

    @Test("A single unknown of a linear equation or of a product")
    func singleUnknowns() {
        expectPasses(system(inputs: 1, unknowns: 1) { x, w in [row(3 * w[0] + x[0], 1, 5)] }, by: .linear)
        expectPasses(system(inputs: 1, unknowns: 1) { x, w in [row(x[0], x[0] + 1, 2 * w[0])] }, by: .product)
        // Division by something that may be zero.
        expectRefuses(system(inputs: 1, unknowns: 1) { x, w in [row(x[0], w[0], 1 * x[0])] })
        // Like terms are merged: the wire cancels.
        expectRefuses(system(inputs: 1, unknowns: 1) { x, w in [row(w[0] + x[0], 1, w[0] + x[0])] })
    }

    @Test("Digits up to the modulus, with a sign and with gaps; none beyond")
    func digits() {
        expectPasses(
            system(inputs: 1, unknowns: 6) { x, w in
                bits(w) + [row(binary(w), 1, x[0])]
            }, by: .digits)
        // 2^7 > 97: x and x + 97.
        expectRefuses(
            system(inputs: 1, unknowns: 7) { x, w in
                bits(w) + [row(binary(w), 1, x[0])]
            })
        // Two's complement is fine, a negative coefficient that equals another is not.
        expectPasses(
            system(inputs: 1, unknowns: 3) { x, w in
                bits(w) + [row(w[0] + 2 * w[1] - 4 * w[2], 1, x[0])]
            }, by: .digits)
        expectRefuses(
            system(inputs: 1, unknowns: 3) { x, w in bits(w) + [row(w[0] + 2 * w[1] - 2 * w[2], 1, x[0])] })
        // Multiples of one literal: 40, 80 and 160 − 97 = 63 are 1, 2 and 4 times 40.
        expectPasses(
            system(inputs: 1, unknowns: 3) { x, w in
                bits(w) + [row(40 * w[0] + 80 * w[1] + 160 * w[2], 1, x[0])]
            }, by: .digits)
    }

    @Test("A quotient with a checked remainder, and with an unchecked one")
    func quotient() {
        // x = 3 q + 2 rem₁ + rem₀ with the remainder in 0 ... 2 would need 1 more check: 3 is two digits.
        func division(by divisor: Int) -> RankOneConstraintSystem<F> {
            system(inputs: 1, unknowns: 4) { x, w in
                bits(w) + [row(w[0] + 2 * w[1] + divisor * (w[2] + 2 * w[3]), 1, x[0])]
            }
        }
        expectPasses(division(by: 4), by: .digits)
        expectRefuses(division(by: 3))
        expectRefuses(
            system(inputs: 1, unknowns: 4) { x, w in
                bits(w.dropFirst()) + [row(w[0] + 4 * (w[1] + 2 * w[2] + 4 * w[3]), 1, x[0])]
            })
    }

    @Test("Combinations that are bits, also with other values than 0 and 1")
    func virtualBooleans() {
        let short = { (x: [Sum], w: [Sum]) in
            self.bits(w) + [row(x[0] - 2 * w[0] - 4 * w[1], x[0] - 2 * w[0] - 4 * w[1] - 1, Sum())]
        }
        expectPasses(system(inputs: 1, unknowns: 2, short), by: .digits)
        expectRefuses(system(inputs: 1, unknowns: 2) { x, w in Array(short(x, w).dropLast()) })
        // −1 or 1, laid as b² = 1 + 0 would be a square root; here as (b − 1)(b + 1) = 0, and 1 or 2.
        expectPasses(
            system(inputs: 1, unknowns: 2) { x, w in
                [row(w[0] - 1, w[0] + 1, 0), row(w[1] - 1, w[1] - 2, 0), row(w[0] + 3 * w[1], 1, x[0])]
            }, by: .digits)
    }

    @Test("Magnitudes, with a shift and without; a sign that is free")
    func magnitudes() {
        func rectifier(shift: Int, width: Int, checked: Bool = true) -> RankOneConstraintSystem<F> {
            system(inputs: 1, unknowns: shift + width) { x, w in
                let magnitude = binary(w[shift...], first: shift)
                let scaled = x[0] - binary(w[..<shift])
                return bits(checked ? w[...] : w.dropLast())
                    + [row(magnitude - scaled, magnitude + scaled, 0)]
            }
        }
        expectPasses(rectifier(shift: 0, width: 3), by: .magnitude)
        expectPasses(rectifier(shift: 2, width: 2), by: .magnitude)
        expectPasses(rectifier(shift: 1, width: 4), by: .magnitude)
        // 2^(s+m+1) > 97.
        expectRefuses(rectifier(shift: 2, width: 4))
        expectRefuses(rectifier(shift: 0, width: 3, checked: false))
        // |x| without a range: either sign.
        expectRefuses(system(inputs: 1, unknowns: 1) { x, w in [row(w[0] - x[0], w[0] + x[0], 0)] })
    }

    @Test("Maxima, with the range check that makes them so and without")
    func maxima() {
        let rows = { (a: Sum, b: Sum, w: [Sum]) -> [Row] in
            let lowest = 2 * w[0] - a - b - 2 * w[1] - 4 * w[2]
            return [row(w[0] - a, w[0] - b, Sum())] + self.bits([w[1], w[2], lowest])
        }
        expectPasses(system(inputs: 2, unknowns: 3) { x, w in rows(x[0], x[1], w) }, by: .magnitude)
        expectRefuses(
            system(inputs: 2, unknowns: 1) { x, w in [row(w[0] - x[0], w[0] - x[1], 0)] })
    }

    @Test("One-hot booleans, with distinct weights and with equal ones")
    func oneHot() {
        func choice(_ weights: [Int], sum: Int = 1) -> RankOneConstraintSystem<F> {
            system(inputs: 1, unknowns: 3) { x, w in
                let weighted = Sum.sum(of: zip(weights, w).map { (F($0), $1) })
                let rows: [Row] = [
                    row(w[0] + w[1] + w[2], 1, Sum(constant: F(sum))), row(weighted, 1, x[0]),
                ]
                return bits(w) + rows
            }
        }
        expectPasses(choice([1, 2, 3]), by: .oneHot)
        expectPasses(choice([50, 4, 51]), by: .oneHot)
        expectRefuses(choice([0, 0, 2]))
        expectRefuses(choice([1, 2, 1]))
        // Two of three have distinct sums here too, but that is no rule.
        #expect(!DeterminismAudit(choice([1, 2, 3], sum: 2)).run().isDeterministic)
    }

    @Test("The first largest value, and the bound 2R < p − 1 that it needs")
    func argmax() {
        /// `bits` for each difference; ties go to the lower index if `breaksTies`.
        func argmax(bitCount: Int, breaksTies: Bool = true) -> RankOneConstraintSystem<F> {
            system(inputs: 2, unknowns: 3 + 2 * (bitCount - 1)) { x, w in
                let (first, second, difference) = (w[0], w[1], w[2])
                let largest = x[0] + difference
                func inRange(_ value: Sum, _ wires: ArraySlice<Sum>) -> [Row] {
                    bits(Array(wires) + [value - binary(wires, first: 1)])
                }
                let rows: [Row] = [row(first + second, 1, 1), row(second, x[1] - x[0], difference)]
                let ahead: Sum = breaksTies ? largest - x[0] - second : largest - x[0]
                return rows + bits([first, second]) + inRange(ahead, w[3..<2 + bitCount])
                    + inRange(largest - x[1], w[(2 + bitCount)...])
            }
        }
        expectPasses(argmax(bitCount: 2), by: .argmax)
        expectRefuses(argmax(bitCount: 2, breaksTies: false))
        #expect(DeterminismAudit(argmax(bitCount: 5)).run().isDeterministic)
        // 2 · 63 ≥ 96: each may be the larger one.
        #expect(!DeterminismAudit(argmax(bitCount: 6)).run().isDeterministic)
    }

    /// Outputs u and v as wires 1 and 2, the input x as wire 3, others from 4 on.
    private func outputs(_ rows: (Sum, Sum, Sum, [Sum]) -> [Row], unknowns: Int = 0)
        -> RankOneConstraintSystem<F>
    {
        let wires = (1...3 + unknowns).map { Sum(Wire($0)) }
        return RankOneConstraintSystem(
            publicOutputCount: 2, publicInputCount: 1, wireCount: 4 + unknowns,
            constraints: rows(wires[0], wires[1], wires[2], Array(wires[3...])))
    }

    @Test("Several outputs in several equations: of full rank, and of a smaller one")
    func sums() {
        expectPasses(outputs { u, v, x, _ in [row(u + v, 1, x), row(u - v, 1, 3)] }, by: .sum)
        expectPasses(
            outputs { u, v, x, _ in [row(x, x, u + 2 * v), row(x, x + 1, 3 * u + 5 * v)] }, by: .sum)
        // One of them is the double of the other.
        expectRefuses(outputs { u, v, x, _ in [row(u + v, 1, x), row(2 * u + 2 * v, 1, 2 * x)] })
        expectRefuses(outputs { u, v, x, _ in [row(x, x, u + 2 * v), row(2 * x, x, 2 * u + 4 * v)] })
        expectRefuses(outputs { u, v, x, _ in [row(x, x, u + 2 * v)] })
        // A rank over the integers that is none modulo 97: 3 · 33 − 2 · 1 = 97.
        expectRefuses(outputs { u, v, x, _ in [row(3 * u + v, 1, x), row(2 * u + 33 * v, 1, 33 * x)] })
    }

    @Test("Sums whose products are known only after outputs in their factors were solved for")
    func sumsInFactors() {
        // u + v is known first; it is a factor of what says u − v.
        expectPasses(
            outputs { u, v, x, _ in [row(x, x, u + v), row(u + v, u + v + 1, u - v)] }, by: .sum)
        // Here the factor is what is unknown.
        expectRefuses(outputs { u, v, x, _ in [row(x, x, u + v), row(u - v, u + v + 1, u - v)] })
    }

    /// `u = 2^0 b₀ + 2 b₁ + x`, `v = b₀ − 3 b₁`, both bits eliminated: their combinations are the bits.
    @Test("Bits that outputs took the place of, each with its constraint and without one")
    func eliminatedBits() {
        let determinant = F(-5).inverse()!
        func system(_ dropping: Int?) -> RankOneConstraintSystem<F> {
            outputs { u, v, x, _ in
                let first = determinant * (-3 * (u - x) - 2 * v)
                let second = determinant * (v - u + x)
                let bits = [row(first, first - 1, 0), row(second, second - 1, 0)]
                let value = row(first + 2 * second, 1, x)
                return bits.enumerated().filter { $0.offset != dropping }.map(\.element) + [value]
            }
        }
        let sound = system(nil)
        #expect(DeterminismAudit(sound).run().isDeterministic && !hasTwoWitnesses(sound))
        expectRefuses(system(0))
        expectRefuses(system(1))
        for constraint in sound.constraints.indices {
            #expect(DeterminismAudit(sound).verdict(withoutConstraint: constraint) != .stillDeterministic)
        }
    }

    /// A rectifier of which the lowest, or the highest, bit of the magnitude is an output minus another value.
    @Test("A rectifier with an output in the place of a bit", arguments: 0..<4)
    func eliminatedMagnitude(_ place: Int) {
        func system(_ dropping: Int?) -> RankOneConstraintSystem<F> {
            outputs(
                { u, v, x, w in
                    var bits = Array(w[..<3])
                    // u = 5 bit + 2 x + a square, v is the rectifier's result times 3.
                    bits.insert(F(5).inverse()! * (u - 2 * x - w[3]), at: place)
                    let magnitude = binary(bits[1...], first: 1)
                    let scaled = x - bits[0]
                    var rows = self.bits(bits)
                    if let dropping { rows.remove(at: dropping) }
                    return rows + [
                        row(magnitude - scaled, magnitude + scaled, 0), row(x, x, w[3]),
                        row(3 * (magnitude + scaled), 1, 4 * v),
                    ]
                }, unknowns: 4)
        }
        let sound = system(nil)
        #expect(DeterminismAudit(sound).run().isDeterministic && !hasTwoWitnesses(sound))
        for bit in 0..<4 {
            let isRefused = !DeterminismAudit(system(bit)).run().isDeterministic
            #expect(isRefused)
        }
        for constraint in sound.constraints.indices {
            #expect(DeterminismAudit(sound).verdict(withoutConstraint: constraint) != .stillDeterministic)
        }
    }

    @Test("An output is never given, and an idle wire never known")
    func outputsAndIdleWires() throws {
        var free = RankOneConstraintSystem<F>(
            publicOutputCount: 1, publicInputCount: 1, wireCount: 3, constraints: [])
        let report = DeterminismAudit(free).run()
        #expect(report.undetermined.map(\.name) == ["output[0]"])
        #expect(throws: AuditError.self) { try report.demandDeterminism() }
        free.constraints = [Constraint(LinearCombination(Wire(2)), 2, LinearCombination(Wire(1)))]
        #expect(DeterminismAudit(free).run().isDeterministic)
        free.wireCount = 4
        #expect(DeterminismAudit(free).run().undetermined.map(\.name) == ["wire[3]"])
        // It may be given.
        #expect(DeterminismAudit(free, base: [Wire(2), Wire(3)]).run().isDeterministic)
    }
}
