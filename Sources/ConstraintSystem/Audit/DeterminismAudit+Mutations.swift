import FiniteFields
import Synchronization

extension DeterminismAudit {
    /// Returns what the audit says after the deletion of one constraint, for each of them up to `limit`, and
    /// for a uniform sample of that many beyond.
    ///
    /// As the audit is sound, it notices every deletion after which a second witness exists, or after which an
    /// output is free. A deletion that it does not notice leaves a system that it proves deterministic by
    /// itself. Meant for circuits that pass: in others every deletion counts as noticed.
    ///
    /// - Parameter progress: called with the number of deletions done, from any thread.
    /// - Complexity: one run of the audit per deletion, on all cores.
    public func mutations(
        limit: Int = 5000, using generator: inout some RandomNumberGenerator,
        progress: @Sendable (Int) -> Void = { _ in }
    ) -> MutationReport {
        let chosen = sample(of: system.constraints.count, limit: limit, using: &generator)
        let verdicts = Mutex(
            (done: 0, found: [MutationReport.Verdict?](repeating: nil, count: chosen.count)))
        forEachPart(of: chosen.count, length: 1) { part in
            for index in part {
                let verdict = verdict(withoutConstraint: chosen[index])
                let done = verdicts.withLock { verdicts in
                    verdicts.found[index] = verdict
                    verdicts.done += 1
                    return verdicts.done
                }
                progress(done)
            }
        }
        let found = verdicts.withLock(\.found)
        let given = Set(base).union([.one])
        return MutationReport(
            constraintCount: system.constraints.count,
            mutations: zip(chosen, found).map { constraint, verdict in
                .init(
                    constraint: constraint, region: outline?.region(ofConstraint: constraint) ?? "",
                    verdict: verdict!,
                    concernsBaseOnly: system.constraints[constraint].concerns(only: given))
            })
    }

    /// Returns what the audit says of the system without one constraint.
    public func verdict(withoutConstraint constraint: Int) -> MutationReport.Verdict {
        precondition(system.constraints.indices.contains(constraint), "the constraint exists")
        let state = state(removing: constraint)
        var free = (1..<system.wireCount).lazy.filter { !state.isKnown($0) }.makeIterator()
        guard let first = free.next() else { return .stillDeterministic }
        var count = 1
        while free.next() != nil { count += 1 }
        return .noticed(undetermined: count, first: Wire(first))
    }

    /// Ascending; all if there are no more than `limit`.
    private func sample(
        of count: Int, limit: Int, using generator: inout some RandomNumberGenerator
    ) -> [Int] {
        guard count > limit else { return Array(0..<count) }
        var indices = Array(0..<count)
        for position in 0..<limit {
            indices.swapAt(position, Int.random(in: position..<count, using: &generator))
        }
        return indices[..<limit].sorted()
    }
}

extension Constraint {
    fileprivate func concerns(only wires: Set<Wire>) -> Bool {
        [a, b, c].allSatisfy { $0.terms.allSatisfy { wires.contains($0.wire) } }
    }
}
