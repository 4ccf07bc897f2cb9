/// A piece of a page, written so that it is both HTML and well-formed XML.
package enum HTML: Sendable, Hashable {
    /// Text as it is; escaped when it is written.
    case text(String)
    case element(name: String, attributes: [Attribute], content: [HTML])
    /// CSS, which is not escaped.
    case styleSheet(String)
    /// JavaScript, which is not escaped.
    case script(String)

    /// A name and a value, which is escaped when it is written.
    package struct Attribute: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    /// An element with text or other elements in it.
    package init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        @HTMLBuilder content: () -> [HTML] = { [] }
    ) {
        self = .element(
            name: name, attributes: attributes.map { Attribute(name: $0.key, value: $0.value) },
            content: content())
    }

    /// An element with nothing but text in it.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
        self.init(name, attributes) { text }
    }

    /// An element without attributes and with nothing but text in it.
    package init(_ name: String, _ text: String) {
        self.init(name, [:], text)
    }
}
