import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// The integer arithmetic inside must never show: everything is compared with sums in the field.
@Suite struct SparseMatrixTests {
    typealias F = BN254Fields.Scalar

    static func element() -> F {
        let half = F(2).inverse()!
        return switch Int.random(in: 0..<9) {
        case 0: .zero
        case 1: .one
        case 2: -.one
        case 3: F(.random(in: -300...300))
        case 4: F(.random(in: -300...300)) * half.power(UInt64.random(in: 0...70))
        case 5: F((1 << 47) + .random(in: -1...1))
        case 6: -F((1 << 47) + .random(in: -1...1))
        case 7: F(Int.min)
        default: F(.random(in: .min ... .max)).squared().squared()
        }
    }

    /// Of three kinds: small integers, those over powers of two, and anything.
    static func row(wires: Int, kind: Int) -> LinearCombination<F> {
        let scale = F(2).inverse()!.power(UInt64.random(in: 0...80))
        return .sum(
            ofTerms: (0..<Int.random(in: 0...12)).map { _ in
                let small = F(.random(in: -500...500))
                let coefficient = kind == 0 ? small : kind == 1 ? small * scale : element()
                return .init(Wire(.random(in: 0..<wires)), coefficient)
            })
    }

    @Test(arguments: [50, 6000])
    func productsEqualSumsInTheField(_ rowCount: Int) {
        let rows = (0..<rowCount).map { Self.row(wires: 40, kind: $0 % 3) }
        let matrix = SparseMatrix(rows: rows)
        #expect(matrix.rowCount == rowCount)
        for kind in 0..<2 {
            let witness = Witness<F>(
                (0..<40).map { _ in kind == 0 ? F(.random(in: -255...255)) : Self.element() })
            let product = matrix.product(with: witness)
            #expect((0..<rowCount).allSatisfy { product[$0] == rows[$0].evaluated(on: witness) })
        }
    }

    @Test func rowsKeepTheirTerms() {
        let rows = (0..<60).map { Self.row(wires: 40, kind: $0 % 3) }
        let matrix = SparseMatrix(rows: rows)
        for (index, row) in rows.enumerated() {
            let terms = matrix.rowStarts[index]..<matrix.rowStarts[index + 1]
            #expect(terms.map { Wire(Int(matrix.wires[$0])) } == row.terms.map(\.wire))
            #expect(terms.map { matrix.coefficients[$0] } == row.terms.map(\.coefficient))
        }
        #expect(matrix.wireBound == 1 + rows.flatMap(\.terms).map { Int($0.wire.index) }.max()!)
        #expect(matrix.termCount == rows.reduce(0) { $0 + $1.terms.count })
    }

    /// Sums whose integer value is far larger than p, or is zero only modulo p.
    @Test func smallFieldsWrapAround() {
        for _ in 0..<300 {
            let coefficients = (0..<5).map { _ in F257(.random(in: 0..<257)) }
            let row = LinearCombination<F257>.sum(
                ofTerms: coefficients.enumerated().map { .init(Wire($0.offset), $0.element) })
            let witness = Witness<F257>((0..<5).map { _ in F257(.random(in: 0..<257)) })
            let product = SparseMatrix(rows: [row][...]).product(with: witness)
            #expect(product[0] == row.evaluated(on: witness))
        }
    }

    /// The fast check of constraints agrees with the plain one, for constraints that hold and others.
    @Test func checksAgree() throws {
        for round in 0..<400 {
            let kind = round % 3
            var builder = CircuitBuilder<F>(publicOutputCount: 0, publicInputCount: 6)
            let (a, b) = (Self.row(wires: 6, kind: kind), Self.row(wires: 6, kind: kind))
            let product = LinearCombination<F>(builder.derive("product", by: .product(a, b, plus: 0))[0])
            let c = Self.row(wires: 6, kind: kind)
            try builder.region("product") { builder throws(CompileError) in
                try builder.enforce(a, b, product)
                try builder.enforce(a - c, b + c, product + c)
            }
            let circuit = builder.build()
            let inputs = (0..<6).map { _ in kind == 2 ? Self.element() : F(.random(in: -2...2)) }
            let witness = try circuit.witness(publicInputs: inputs)
            let satisfaction = circuit.satisfaction(of: witness)
            #expect(satisfaction.isSatisfied == circuit.system.isSatisfied(by: witness))
            if case .violated(let violations) = satisfaction {
                #expect(violations.first?.constraint == circuit.constraintCount - 1)
            }
        }
    }
}
