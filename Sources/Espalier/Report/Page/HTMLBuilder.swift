/// Collects the content of an element; strings are text.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ element: HTML) -> [HTML] { [element] }
    package static func buildExpression(_ elements: [HTML]) -> [HTML] { elements }
    package static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
    package static func buildBlock(_ parts: [HTML]...) -> [HTML] { parts.flatMap(\.self) }
    package static func buildArray(_ parts: [[HTML]]) -> [HTML] { parts.flatMap(\.self) }
    package static func buildOptional(_ part: [HTML]?) -> [HTML] { part ?? [] }
    package static func buildEither(first part: [HTML]) -> [HTML] { part }
    package static func buildEither(second part: [HTML]) -> [HTML] { part }
}
