extension BarTable {
    /// One bar per class, as long as its logit.
    init(logits: [Int64], predictedClass: Int) {
        caption = "What the proof shows: one integer per class"
        rows = logits.enumerated().map { index, logit in
            Row(
                name: "\(index)", value: Double(logit), text: NumberText.grouped(logit),
                isWinner: index == predictedClass)
        }
    }
}
