extension HTML {
    /// The elements that have no content and no end tag.
    private static let voidElements: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta"]

    /// The element as text.
    package func rendered() -> String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text):
            output += Self.escaped(text)
        case .styleSheet(let css):
            precondition(!css.contains("<") && !css.contains("&"), "the style sheet needs no escapes")
            output += "<style>\(css)</style>"
        case .script(let code):
            precondition(!code.contains("<") && !code.contains("&"), "the script needs no escapes")
            output += "<script>\(code)</script>"
        case .element(let name, let attributes, let content):
            output += "<\(name)"
            for attribute in attributes {
                output += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
            }
            if Self.voidElements.contains(name) {
                output += "/>"
            } else {
                output += ">"
                for part in content { part.write(to: &output) }
                output += "</\(name)>"
            }
        }
    }

    /// The text with the five characters that mean something in markup escaped, the blank before a percent sign
    /// made a no-break one, and control characters, which XML has no place for, replaced.
    package static func escaped(_ text: String) -> String {
        var output = ""
        var blanks = 0
        for scalar in text.unicodeScalars {
            if scalar == " " {
                blanks += 1
                continue
            }
            if blanks > 0 {
                output += String(repeating: " ", count: blanks - 1) + (scalar == "%" ? "\u{A0}" : " ")
                blanks = 0
            }
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
            default:
                let isControl = scalar.properties.generalCategory == .control
                output.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
            }
        }
        return output + String(repeating: " ", count: blanks)
    }
}
