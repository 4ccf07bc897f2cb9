extension String {
    /// The words in lines of at most `width` characters; a per cent sign stays with its number.
    func wrapped(width: Int) -> String {
        var lines = [""]
        for word in split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if word != "%", last.count + 1 + word.count > width {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = last + " " + word
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
