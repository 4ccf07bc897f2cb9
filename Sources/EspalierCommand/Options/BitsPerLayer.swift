import ArgumentParser

/// A number of bits for all layers, or one for each with commas between: `8`, `6,8`.
struct BitsPerLayer: ExpressibleByArgument, CustomStringConvertible {
    let bits: [Int]

    init(_ bits: [Int]) { self.bits = bits }

    init?(argument: String) {
        var bits: [Int] = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Int(word) else { return nil }
            bits.append(number)
        }
        self.bits = bits
    }

    var description: String { bits.map(String.init).joined(separator: ",") }

    var defaultValueDescription: String { description }
}
