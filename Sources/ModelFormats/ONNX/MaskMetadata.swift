import NeuralNetworks
import OrderedCollections

/// Pruning masks in a model's metadata: the key `espalier.mask.<parameter>`, and as its value the number of
/// elements, a colon, and the bits as hexadecimal bytes, element 0 in the lowest bit of the first byte.
///
/// Masks are not initializers: a runtime warns about initializers that no node reads.
enum MaskMetadata {
    static let prefix = "espalier.mask."

    static func text(of mask: [Bool]) -> String {
        var text = "\(mask.count):"
        for start in stride(from: 0, to: mask.count, by: 8) {
            var byte: UInt8 = 0
            for (bit, survives) in mask[start..<min(start + 8, mask.count)].enumerated() where survives {
                byte |= 1 << bit
            }
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return text
    }

    static func mask(from text: String) -> [Bool]? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(String(decoding: parts[0], as: UTF8.self)), count >= 0 else {
            return nil
        }
        // The text's own length bounds the array.
        guard parts[1].count.isMultiple(of: 2), parts[1].count / 2 == count / 8 + (count % 8 == 0 ? 0 : 1)
        else { return nil }
        var digits: [UInt8] = []
        for digit in parts[1] {
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
            digits.append(UInt8(value))
        }
        var bits: [Bool] = []
        bits.reserveCapacity(4 * digits.count)
        for index in stride(from: 0, to: digits.count, by: 2) {
            let byte = digits[index] << 4 | digits[index + 1]
            for bit in UInt8(0)..<8 { bits.append(byte >> bit & 1 == 1) }
        }
        guard bits[count...].allSatisfy({ !$0 }) else { return nil }
        return Array(bits[..<count])
    }

    /// Takes the masks out of a model's metadata.
    static func extract(
        from metadata: inout OrderedDictionary<String, String>
    ) throws(ModelFormatError) -> [String: [Bool]] {
        var masks: [String: [Bool]] = [:]
        for (key, text) in metadata where key.hasPrefix(prefix) {
            guard let mask = mask(from: text) else { throw ModelFormatError(.malformed, at: key) }
            masks[String(key.dropFirst(prefix.count))] = mask
        }
        metadata.removeAll { key, _ in key.hasPrefix(prefix) }
        return masks
    }
}
