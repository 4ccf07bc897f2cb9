/// A choice that was made, as a name and a value in words: hidden neurons, 12.
public struct ReportedChoice: Codable, Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The name as a heading.
    static func heading(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
