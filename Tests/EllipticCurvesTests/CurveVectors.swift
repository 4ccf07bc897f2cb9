import EllipticCurves
import FiniteFields
import Foundation
import Testing

/// The contents of `Vectors/bn254.json` and `Vectors/bls12381.json`.
struct CurveVectors: Decodable {
    struct Multiple<Coordinate: Decodable>: Decodable {
        var scalar: String
        var point: [Coordinate]
        var compressed: String?
        var uncompressed: String?
    }

    struct Pairing: Decodable {
        var g1: String
        var g2: String
        var value: [[String]]
    }

    var g1: [Multiple<String>]
    var g2: [Multiple<[String]>]
    var g1OutsideSubgroup: [[String]]?
    var g2OutsideSubgroup: [[[String]]]
    var g1OutsideSubgroupCompressed: [String]?
    var g2OutsideSubgroupCompressed: [String]?
    var pairings: [Pairing]

    static func load(_ name: String) throws -> CurveVectors {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
        return try JSONDecoder().decode(CurveVectors.self, from: Data(contentsOf: url))
    }
}

extension Fp2 {
    /// Returns the element with these two coefficients in base ten.
    init(text: [String]) throws {
        try #require(text.count == 2)
        self.init(try #require(Coefficient(decimal: text[0])), try #require(Coefficient(decimal: text[1])))
    }
}

extension Fp12 {
    /// Returns the element with these six coefficients of w⁰ … w⁵.
    init(text: [[String]]) throws {
        let c = try text.map(Fp2<Parameters>.init(text:))
        try #require(c.count == 6)
        self.init(Fp6(c[0], c[2], c[4]), Fp6(c[1], c[3], c[5]))
    }
}

extension [UInt8] {
    /// Returns the bytes that hexadecimal digits name.
    init(hexadecimal text: String) throws {
        let digits = Array<Character>(text)
        try #require(digits.count % 2 == 0)
        self = try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
        }
    }
}
