extension Terminal {
    /// Writes a sentence about what went wrong to standard error.
    static func complain(_ sentence: String) {
        standardError.write("\(standardError.styled("espalier:", .red)) \(sentence)\n")
    }

    /// Writes a sentence that the user should see to standard error.
    static func notify(_ sentence: String) {
        standardError.write("\(standardError.styled("note:", .bold)) \(sentence)\n")
    }
}
