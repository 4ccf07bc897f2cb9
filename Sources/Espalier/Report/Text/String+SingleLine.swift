extension String {
    /// The text with a blank for each control character, so that it can neither break nor recolour a line.
    package var onSingleLine: String {
        String(map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 })
    }
}
