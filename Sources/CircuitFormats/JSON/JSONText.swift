#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reading and writing of JSON by Foundation, with the project's errors and a bound on the size.
enum JSONText {
    /// Returns the value in a text.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], limit: Int, path: String
    ) throws(FormatError) -> Value {
        guard bytes.count <= limit else { throw FormatError(.tooLarge, path) }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch DecodingError.keyNotFound(let key, let context) {
            throw FormatError(.missingKey, place(path, context.codingPath + [key]))
        } catch DecodingError.typeMismatch(_, let context) {
            throw FormatError(.malformedJSON, place(path, context.codingPath))
        } catch DecodingError.valueNotFound(_, let context) {
            throw FormatError(.malformedJSON, place(path, context.codingPath))
        } catch {
            throw FormatError(.malformedJSON, path)
        }
    }

    /// Returns the text of a value: sorted keys, one line per element.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("strings, integers and their arrays can be encoded")
        }
        return Array(data) + [0x0a]
    }

    private static func place(_ path: String, _ keys: [any CodingKey]) -> String {
        keys.reduce(path) { path, key in
            key.intValue.map { "\(path)[\($0)]" } ?? "\(path).\(key.stringValue)"
        }
    }
}
