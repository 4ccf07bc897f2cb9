/// A small strict reader of well-formed markup, for pages that are HTML and XML at once.
struct MarkupReader {
    struct Element: Hashable {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    /// All text outside tags, style sheets and scripts, unescaped.
    private(set) var text = ""
    /// What is wrong with the markup; empty if it is well-formed.
    private(set) var faults: [String] = []

    init(_ page: String) {
        var rest = page[...]
        let doctype = "<!DOCTYPE html>\n"
        if rest.hasPrefix(doctype) {
            rest = rest.dropFirst(doctype.count)
        } else {
            faults.append("no doctype")
        }
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            if open.last != "style", open.last != "script" { text += unescaped(rest[..<start]) }
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            var tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                if open.popLast() != String(tag.dropFirst()) { faults.append("</\(tag.dropFirst())>") }
            } else {
                let isVoid = tag.hasSuffix("/")
                if isVoid { tag = tag.dropLast() }
                let element = element(tag)
                elements.append(element)
                if !isVoid { open.append(element.name) }
            }
        }
        if rest.contains("<") { faults.append("a tag without end") }
        faults += open.map { "<\($0)> is open" }
        if open.isEmpty, rest != "\n" { faults.append("text after the end") }
    }

    private mutating func element(_ tag: Substring) -> Element {
        let name = tag.prefix { $0 != " " }
        var element = Element(name: String(name), attributes: [:])
        var rest = tag[name.endIndex...]
        while !rest.isEmpty {
            let parts = rest.dropFirst().split(
                separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
            guard rest.first == " ", parts.count == 3, parts[0].hasSuffix("=") else {
                faults.append("attributes of <\(tag)>")
                break
            }
            let key = String(parts[0].dropLast())
            if element.attributes.updateValue(unescaped(parts[1]), forKey: key) != nil {
                faults.append("\(key) twice in <\(tag)>")
            }
            rest = parts[2]
        }
        if !name.allSatisfy({ $0.isLetter || $0.isNumber }) || name.isEmpty { faults.append("<\(name)>") }
        return element
    }

    private mutating func unescaped(_ escaped: Substring) -> String {
        let entities: [(String, Character)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
        ]
        var output = ""
        var rest = escaped
        while let first = rest.first {
            if let entity = entities.first(where: { rest.hasPrefix($0.0) }) {
                output.append(entity.1)
                rest = rest.dropFirst(entity.0.count)
            } else {
                if first == "&" { faults.append("a bare ampersand in \(escaped)") }
                output.append(first)
                rest = rest.dropFirst()
            }
        }
        return output
    }
}
