extension String {
    /// The text with a blank for each control character, so that it can neither break nor recolour a line.
    package var onSingleLine: String {
        String(map { $0.unicodeScalars.contains(where: \.changesLines) ? " " : $0 })
    }
}

extension Unicode.Scalar {
    /// Whether it moves what stands around it: control characters, and those that turn the direction of writing.
    fileprivate var changesLines: Bool {
        properties.generalCategory == .control || properties.isBidiControl
    }
}
