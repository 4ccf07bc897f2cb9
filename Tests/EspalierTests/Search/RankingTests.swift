import Espalier
import Testing

@Suite struct RankingTests {
    /// Layer by layer of what nothing dominates: a trial's layer is the longest chain of trials that dominate each other
    /// above it.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func rankingGoesLayerByLayer(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var trials = (0..<40).map { index in
            Trial.made(
                UInt64(index), accuracy: Double(Int.random(in: 1...9, using: &generator)) / 10,
                constraints: Int.random(in: 1...12, using: &generator))
        }
        trials.append(Trial(.init(.standard, seed: 99), result: nil, failure: "none", seconds: 1))
        trials.shuffle(using: &generator)
        func dominates(_ a: Trial.Result, _ b: Trial.Result) -> Bool {
            let (c, d) = (
                (a.constraints.total, a.validationAccuracy), (b.constraints.total, b.validationAccuracy)
            )
            return c.0 <= d.0 && c.1 >= d.1 && c != d
        }
        var depths: [String: Int] = [:]
        func depth(_ trial: Trial) -> Int {
            if let depth = depths[trial.id] { return depth }
            let above = trials.filter { $0.result.map { dominates($0, trial.result!) } ?? false }
            let depth = 1 + (above.map { depth($0) }.max() ?? 0)
            depths[trial.id] = depth
            return depth
        }
        let order = Ranking.order(trials)
        #expect(order.count == 40 && Set(order.map(\.id)).count == 40)
        let layers = order.map(depth)
        #expect(zip(layers, layers.dropFirst()).allSatisfy { $0 <= $1 })
        for layer in 1...layers.max()! {
            let members = order.filter { depth($0) == layer }.map { $0.result! }
            // The ends come first.
            #expect(members[0].validationAccuracy == members.map(\.validationAccuracy).max())
            guard members.count > 1 else { continue }
            #expect(members[1].constraints.total == members.map(\.constraints.total).min())
        }
        #expect(Ranking.order(trials.reversed()) == order)
    }

    /// A prefix of a front is spread over it.
    @Test func frontsAreSpread() {
        let front = (0..<9).map { Trial.made(UInt64($0), accuracy: Double($0) / 10, constraints: $0 + 1) }
        let order = Ranking.order(front.shuffled()).map { $0.result!.constraints.total }
        #expect(Array(order.prefix(5)) == [9, 1, 5, 3, 7])
        #expect(Ranking.order(Array(front.prefix(2))).map { $0.result!.constraints.total } == [2, 1])
        #expect(Ranking.order([]).isEmpty)
    }
}
