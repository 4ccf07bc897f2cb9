import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

@Suite struct LinearCombinationTests {
    typealias LC = LinearCombination<F97>

    /// Coefficients by wire: the oracle, a dictionary.
    static func coefficients(_ combination: LC) -> [Int: F97] {
        Dictionary(uniqueKeysWithValues: combination.terms.map { (Int($0.wire.index), $0.coefficient) })
    }

    static func expectOrdered(_ combination: LC) {
        #expect(zip(combination.terms, combination.terms.dropFirst()).allSatisfy { $0.wire < $1.wire })
        #expect(combination.terms.allSatisfy { !$0.coefficient.isZero })
    }

    static func random(wires: Range<Int>, terms: Int) -> LC {
        .sum(
            ofTerms: (0..<terms).map { _ in
                LC.Term(Wire(.random(in: wires)), F97(.random(in: 0..<97)))
            })
    }

    static func dictionarySum(_ summands: [(F97, LC)]) -> [Int: F97] {
        var sum: [Int: F97] = [:]
        for (factor, combination) in summands {
            for term in combination.terms {
                sum[Int(term.wire.index), default: .zero] += factor * term.coefficient
            }
        }
        return sum.filter { !$0.value.isZero }
    }

    @Test func sumsAndDifferences() {
        for _ in 0..<200 {
            let (a, b) = (Self.random(wires: 0..<12, terms: 8), Self.random(wires: 0..<12, terms: 8))
            let factor = F97(.random(in: 0..<97))
            let results: [(LC, [(F97, LC)])] = [
                (a + b, [(1, a), (1, b)]), (a - b, [(1, a), (-1, b)]), (-a, [(-1, a)]), (a - a, []),
                (factor * a, [(factor, a)]), (0 * a, []), (-3 * a, [(-3, a)]),
            ]
            for (result, summands) in results {
                Self.expectOrdered(result)
                #expect(Self.coefficients(result) == Self.dictionarySum(summands))
            }
        }
    }

    /// Wires close together are summed in an array, wires far apart by merging: the same sums.
    @Test(arguments: [0..<30, 0..<2, 5..<40, 0..<4_000_000_000])
    func sumsOfMany(_ wires: Range<Int>) {
        for count in [0, 1, 2, 3, 7, 20] {
            let summands = (0..<count).map { _ in
                (F97(.random(in: 0..<97)), Self.random(wires: wires, terms: .random(in: 0..<12)))
            }
            let sum = LC.sum(of: summands)
            Self.expectOrdered(sum)
            #expect(Self.coefficients(sum) == Self.dictionarySum(summands))
        }
    }

    @Test func constants() {
        let x = LC(Wire(3))
        #expect(LC().constantValue == 0)
        #expect((5 as LC).constantValue == 5)
        #expect((x - x + 7).constantValue == 7)
        #expect(x.constantValue == nil && !x.isConstant)
        #expect((x + 1).constantValue == nil && !(x + 1).isConstant)
        #expect(LC(constant: Int128(-1)) == -1)
    }

    @Test func evaluation() {
        let witness = Witness<F97>([1, 10, 20, 30])
        let combination = LC(Wire(1)) + 2 * LC(Wire(3)) - 5
        #expect(combination.evaluated(on: witness) == F97(10 + 60 - 5))
    }
}
