extension Terminal {
    /// Writes a sentence about what went wrong to standard error.
    static func complain(_ sentence: String) {
        say(standardError.styled("espalier:", .red), sentence)
    }

    /// Writes a sentence that the user should see to standard error.
    static func notify(_ sentence: String) {
        say(standardError.styled("note:", .bold), sentence)
    }

    /// Writes the command that comes next to standard error.
    static func suggest(_ command: String) {
        say(standardError.styled("next:", .bold), command)
    }

    /// Writes lines that show where something is wrong to standard error, before the sentence that says what.
    static func show(_ lines: String) {
        ProgressLine.shared.close()
        standardError.write(lines + "\n")
    }

    /// One line; a live line makes room for it.
    private static func say(_ label: String, _ sentence: String) {
        ProgressLine.shared.close()
        standardError.write("\(label) \(sentence.onSingleLine)\n")
    }
}
