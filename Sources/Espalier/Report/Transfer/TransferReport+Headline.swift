extension TransferReport {
    /// The main result in a sentence.
    package var headline: String {
        var wins: [String: Int] = [:]
        var clearWins: [String: Int] = [:]
        var contests = 0
        for task in tasks {
            for sparsity in sparsities(task) {
                switch verdict(task, sparsity: sparsity) {
                case .clear(let method):
                    wins[method, default: 0] += 1
                    clearWins[method, default: 0] += 1
                case .likely(let method): wins[method, default: 0] += 1
                case .even: break
                case .alone: continue
                }
                contests += 1
            }
        }
        guard contests > 0 else {
            return trials.isEmpty
                ? "Nothing has been tried yet." : "There is only one method: nothing to compare."
        }
        // Of equals, the one that was named first.
        let order = methods.sorted { wins[$0, default: 0] > wins[$1, default: 0] }
        guard let best = order.first, let count = wins[best] else { return "All methods are equally good." }
        let places = contests == 1 ? "the one comparison" : "\(count) of \(contests) comparisons"
        let clear = clearWins[best, default: 0]
        let certainty =
            clear == count
            ? "there even its worst seed beats the best of all others"
            : "in \(clear) of them even its worst seed beats the best of all others"
        return "\(ReportedChoice.heading(best)) has the best median in \(places); \(certainty)."
    }
}
