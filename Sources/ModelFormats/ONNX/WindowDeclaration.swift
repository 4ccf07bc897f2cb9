/// The published windows of a linear node as a line of text in the model's metadata, under the key
/// `espalier.node.<index>.windows`: `lowest:highest` for each output, separated by spaces.
struct WindowDeclaration: Hashable {
    static func key(_ index: Int) -> String { IntegerDeclaration.key(index) + ".windows" }

    let windows: [ClosedRange<Int128>]

    init(_ windows: [ClosedRange<Int128>]) { self.windows = windows }

    var text: String { windows.map { "\($0.lowerBound):\($0.upperBound)" }.joined(separator: " ") }

    /// Nil unless every window has a lowest and a highest number, in this order and in canonical form.
    init?(_ text: String) {
        var windows: [ClosedRange<Int128>] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let bounds = word.split(separator: ":", omittingEmptySubsequences: false).map { Int128($0) }
            guard bounds.count == 2, let lowest = bounds[0], let highest = bounds[1], lowest <= highest,
                "\(lowest):\(highest)" == word
            else { return nil }
            windows.append(lowest...highest)
        }
        self.windows = windows
    }
}
