import Espalier
import Testing

@Suite struct SearchTargetTests {
    @Test func targetsAreMetAndPreferred() {
        func result(_ accuracy: Double, _ constraints: Int) -> Trial.Result {
            Trial.made(1, accuracy: accuracy, constraints: constraints).result!
        }
        let accuracy = SearchTarget.accuracy(0.95)
        #expect(accuracy.isMet(by: result(0.95, 1000)) && !accuracy.isMet(by: result(0.9499, 1)))
        #expect(accuracy.prefers(result(0.95, 10), to: result(0.99, 11)))
        #expect(accuracy.prefers(result(0.99, 10), to: result(0.95, 10)))
        #expect(!accuracy.prefers(result(0.95, 10), to: result(0.95, 10)))
        let price = SearchTarget.constraints(100)
        #expect(price.isMet(by: result(0, 100)) && !price.isMet(by: result(1, 101)))
        #expect(price.prefers(result(0.9, 100), to: result(0.8, 1)))
        #expect(price.prefers(result(0.9, 9), to: result(0.9, 10)))
        // With several seeds, the median accuracy, and the price of every one.
        #expect(accuracy.isMet(by: [result(0.9, 9), result(0.95, 9), result(0.96, 9)]))
        #expect(!accuracy.isMet(by: [result(0.9, 9), result(0.94, 9), result(0.96, 9)]))
        #expect(price.isMet(by: [result(0.9, 100), result(0.95, 9)]))
        #expect(!price.isMet(by: [result(0.9, 101), result(0.95, 100), result(0.95, 9)]))
        #expect([accuracy, price].map(\.text) == ["≥ 95.00 %", "≤ 100 constraints"])
    }
}
