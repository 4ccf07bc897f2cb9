/// The parts that reports are made of.
extension HTML {
    /// A figure under its name, with a line that explains it; stands in a list of class `tiles`.
    static func tile(_ name: String, _ value: String, _ explanation: String) -> HTML {
        HTML("div") {
            HTML("dt", name)
            HTML("dd", ["class": "value"], value)
            HTML("dd", explanation)
        }
    }

    /// A row of a list of class `facts`.
    static func fact(_ name: String, @HTMLBuilder content: () -> [HTML]) -> HTML {
        HTML("div") {
            HTML("dt", name)
            HTML("dd", content: content)
        }
    }

    /// The heading of a column.
    static func heading(_ text: String, _ style: String = "plain") -> HTML {
        HTML("th", ["scope": "col", "class": style], text)
    }

    /// A cell with a number.
    static func number(_ text: String, _ style: String = "plain") -> HTML {
        HTML("td", ["class": style], text)
    }

    /// A box in which a table scrolls sideways where the page is too narrow for it.
    static func scrolling(_ name: String, @HTMLBuilder content: () -> [HTML]) -> HTML {
        HTML(
            "div", ["class": "scrolling", "role": "region", "tabindex": "0", "aria-label": name],
            content: content)
    }

    /// Commands of a shell, with a button that copies them where the page's script runs. Lines break between words.
    static func commands(_ commands: [String]) -> HTML {
        HTML("div", ["class": "command"]) {
            HTML("button", ["type": "button", "class": "copy", "hidden": "hidden"], "Copy")
            HTML("pre") {
                HTML("code") {
                    for (index, command) in commands.enumerated() {
                        HTML("span", ["class": "line"]) {
                            words(command)
                            if index + 1 < commands.count { "\n" }
                        }
                    }
                }
            }
        }
    }

    private static func words(_ command: String) -> [HTML] {
        command.split(separator: " ", omittingEmptySubsequences: false).enumerated().flatMap { index, word in
            [.text(index > 0 ? " " : ""), HTML("span", ["class": "word"], String(word))]
        }
    }
}
