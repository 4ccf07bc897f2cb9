/// Trials in the order in which a search goes on with them.
///
/// Layer by layer of what nothing else dominates (non-dominated sorting, Deb, Pratap, Agarwal and Meyarivan, 2002); within
/// a layer those first that have most room beside them, so that a selection is spread over the whole frontier.
package enum Ranking {
    /// Returns the trials with a result, the best first.
    package static func order(_ trials: [Trial]) -> [Trial] {
        var left = trials.filter { $0.result != nil }
        var ordered: [Trial] = []
        while !left.isEmpty {
            let front = left.filter { candidate in !left.contains { dominates($0, candidate) } }
            ordered += spread(front)
            let ids = Set(front.map(\.id))
            left.removeAll { ids.contains($0.id) }
        }
        return ordered
    }

    /// At most as many constraints, at least the accuracy, and better in one of them.
    package static func dominates(_ a: Trial, _ b: Trial) -> Bool {
        guard let a = a.result, let b = b.result else { return false }
        return dominates(
            (a.validationAccuracy, a.constraints.total), (b.validationAccuracy, b.constraints.total))
    }

    static func dominates(
        _ a: (accuracy: Double, constraints: Int), _ b: (accuracy: Double, constraints: Int)
    ) -> Bool {
        a.constraints <= b.constraints && a.accuracy >= b.accuracy && a != b
    }

    /// Returns a front such that every prefix is spread over it: the ends first, the most accurate before the cheapest, then
    /// whatever is farthest from those taken, by ranks.
    private static func spread(_ front: [Trial]) -> [Trial] {
        let sorted = front.sorted {
            ($0.result!.constraints.total, $0.id) < ($1.result!.constraints.total, $1.id)
        }
        guard sorted.count > 1 else { return sorted }
        var taken = [sorted.count - 1, 0]
        var left = Array(1..<sorted.count - 1)
        while !left.isEmpty {
            let next = left.max { a, b in
                let (roomA, roomB) = (room(of: a, taken), room(of: b, taken))
                return roomA == roomB ? a > b : roomA < roomB
            }!
            taken.append(next)
            left.removeAll { $0 == next }
        }
        return taken.map { sorted[$0] }
    }

    private static func room(of position: Int, _ taken: [Int]) -> Int {
        taken.map { abs($0 - position) }.min()!
    }
}
