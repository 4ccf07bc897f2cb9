import EllipticCurves
import FiniteFields
import Foundation
import Testing

/// The contents of `Vectors/bn254.json`.
struct BN254Vectors: Decodable {
    struct Multiple<Coordinate: Decodable>: Decodable {
        var scalar: String
        var point: [Coordinate]
    }

    struct Pairing: Decodable {
        var g1: String
        var g2: String
        var value: [[String]]
    }

    var g1: [Multiple<String>]
    var g2: [Multiple<[String]>]
    var g2OutsideSubgroup: [[[String]]]
    var pairings: [Pairing]

    static func load() throws -> BN254Vectors {
        let url = try #require(
            Bundle.module.url(forResource: "bn254", withExtension: "json", subdirectory: "Vectors"))
        return try JSONDecoder().decode(BN254Vectors.self, from: Data(contentsOf: url))
    }
}

extension BN254Fields.Fp2 {
    /// Returns the element with these two coefficients in base ten.
    init(text: [String]) throws {
        try #require(text.count == 2)
        self.init(try #require(Coefficient(decimal: text[0])), try #require(Coefficient(decimal: text[1])))
    }
}

extension BN254Fields.Fp12 {
    /// Returns the element with these six coefficients of w⁰ … w⁵.
    init(text: [[String]]) throws {
        let c = try text.map(BN254Fields.Fp2.init(text:))
        try #require(c.count == 6)
        self.init(Fp6(c[0], c[2], c[4]), Fp6(c[1], c[3], c[5]))
    }
}
