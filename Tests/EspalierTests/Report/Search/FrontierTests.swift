import Espalier
import Testing

@Suite struct FrontierTests {
    private func point(_ id: Int, _ constraints: Int, _ accuracy: Double, budget: Double = 1)
        -> SearchReport.Point
    {
        SearchReport.Point(
            id: "\(id)", configuration: [], budget: budget, seed: 1, validationAccuracy: accuracy,
            constraints: .init(total: constraints, regions: []), survivingWeights: 0, seconds: 0, commands: []
        )
    }

    /// Whether any of the points is at least as good in both and better in one.
    private func isDominated(_ point: SearchReport.Point, by points: [SearchReport.Point]) -> Bool {
        points.contains { other in
            other.budget == 1 && other.constraints.total <= point.constraints.total
                && other.validationAccuracy >= point.validationAccuracy
                && (other.constraints.total < point.constraints.total
                    || other.validationAccuracy > point.validationAccuracy)
        }
    }

    @Test(arguments: [1, 2, 5, 20, 100, 400])
    func isWhatNobodyDominates(count: Int) {
        var numbers = SampleNumbers()
        for _ in 0..<20 {
            let points = (0..<count).map { index in
                point(
                    index, 1 + Int(numbers.next() * 30), (numbers.next() * 20).rounded() / 20,
                    budget: numbers.next() < 0.3 ? 0.5 : 1)
            }
            let expected = points.filter { $0.budget == 1 && !isDominated($0, by: points) }
            let frontier = SearchReport.frontier(of: points)
            #expect(Set(frontier.map(\.id)) == Set(expected.map(\.id)))
            #expect(frontier.count == expected.count)
            let order = zip(frontier, frontier.dropFirst())
            #expect(order.allSatisfy { $0.constraints.total <= $1.constraints.total })
            #expect(order.allSatisfy { $0.validationAccuracy <= $1.validationAccuracy })
        }
    }

    @Test func equalsStandSideBySide() {
        let points = [point(0, 10, 0.9), point(1, 10, 0.9), point(2, 10, 0.8), point(3, 11, 0.9)]
        #expect(SearchReport.frontier(of: points).map(\.id) == ["0", "1"])
    }

    @Test func cutShortAndStrangeNumbersDoNotCount() {
        let points = [
            point(0, 1, 0.99, budget: 0.999), point(1, 2, .nan), point(2, 2, .infinity), point(3, 5, 0.5),
        ]
        #expect(SearchReport.frontier(of: points).map(\.id) == ["3"])
        #expect(SearchReport.frontier(of: []).isEmpty)
    }
}
